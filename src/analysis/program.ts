/**
 * A run as its memory sees it: which tensors exist, what each operator reads and writes. In flat lists, for a network has
 * hundreds of thousands of tensors, and an object for each would cost more than the planning.
 */
import type { Dim } from '../model/dim.ts';
import type { Memory } from './memory.ts';

/** One list of tensors for each run. */
export class Lists {
  private readonly items: number[] = [];
  /** Where the list of each run ends. */
  private readonly ends: number[] = [];

  /** Adds to the list of the run that is being written. */
  push(tensor: number): void {
    this.items.push(tensor);
  }

  /** Ends the list of this run. */
  end(): void {
    this.ends.push(this.items.length);
  }

  from(run: number): number {
    return run === 0 ? 0 : (this.ends[run - 1] ?? 0);
  }

  to(run: number): number {
    return this.ends[run] ?? 0;
  }

  at(position: number): number {
    return this.items[position] ?? 0;
  }
}

/** Tensors by their position in `bytes`; those that are constant are not among them. */
export class Program {
  readonly bytes: Dim[] = [];
  /** The tensor whose storage this one is another name for, and no such name itself; its own position where it has storage. */
  readonly storage: number[] = [];
  /** Alive from the first run to the last. */
  readonly inputs: number[] = [];
  /** Alive from where they are written to the last run. */
  readonly outputs: number[] = [];
  /** A tensor that is read twice is in it twice. */
  readonly reads = new Lists();
  readonly writes = new Lists();
  /** Those of the reads whose storage the first write may take over, in order of preference: same bytes, same shape. */
  readonly inplace = new Lists();
  /** By run: storage that the bodies of a control-flow operator need besides its inputs and outputs. */
  readonly inner = new Map<number, Memory>();
  runs = 0;

  /** A tensor, which is another name for `viewOf` if that is given. */
  open(bytes: Dim, viewOf?: number): number {
    const at = this.bytes.length;
    this.bytes.push(bytes);
    this.storage.push(viewOf === undefined ? at : (this.storage[viewOf] ?? viewOf));
    return at;
  }

  isView(tensor: number): boolean {
    return this.storage[tensor] !== tensor;
  }

  /** Ends the run whose reads and writes were added last. */
  endRun(inner?: Memory): void {
    for (const lists of [this.reads, this.writes, this.inplace]) lists.end();
    if (inner !== undefined) this.inner.set(this.runs, inner);
    this.runs++;
  }
}
