/**
 * Memory of activations from lifetimes alone: which tensors exist when, which share storage, and how large the whole
 * gets. Knows nothing of operators; `lifetimes.ts` turns an analysed graph into a Program.
 */
import { add, type Dim, isKnown, isUnknown, max, sub, sum, symbolsOf, unknown } from '../model/dim.ts';
import { arena, type Span } from './arena.ts';
import { Ceiling } from './ceiling.ts';
import type { Program } from './program.ts';

/** All in bytes; defined in `docs/counting.md`. */
export interface Memory {
  readonly activation: Dim;
  readonly peak: Dim;
  readonly inplace: Dim;
  readonly arena: Dim;
  readonly floor: Dim;
}

export const noMemory: Memory = { activation: 0n, peak: 0n, inplace: 0n, arena: 0n, floor: 0n };

/** First and last run of each storage, both included, by its tensor; −1 where a tensor has none of its own. */
interface Lives {
  readonly births: Int32Array;
  readonly lasts: Int32Array;
}

export function memoryOf(program: Program): Memory {
  const gap = gapIn(program);
  if (gap !== undefined) return { activation: gap, peak: gap, inplace: gap, arena: gap, floor: gap };
  const lives = livesOf(program, program.storage);
  const merged = livesOf(program, inplaceStorages(program));
  return {
    activation: activationOf(program),
    peak: peakOf(program, lives, 'peak'),
    inplace: peakOf(program, merged, 'inplace'),
    arena: arenaOf(program, lives),
    floor: floorOf(program),
  };
}

/** The first size that is unknown. An unknown arena of a body is no more than that: the other counts stand. */
function gapIn({ bytes, inner }: Program): Dim | undefined {
  for (const size of bytes) if (isUnknown(size)) return size;
  for (const { activation, peak, inplace, floor } of inner.values()) {
    const gap = [activation, peak, inplace, floor].find(isUnknown);
    if (gap !== undefined) return gap;
  }
  return undefined;
}

function activationOf(program: Program): Dim {
  const outside = sum(program.bytes.filter((_, tensor) => !program.isView(tensor)));
  return add(outside, sum([...program.inner.values()].map((inner) => inner.activation)));
}

/**
 * Storages where an operator may write over an input that nothing else needs, as ONNX Runtime's allocation planner
 * decides it: the storage has one use left, this one, and is neither a graph input nor a graph output.
 * https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/framework/allocation_planner.cc (FindReusableInput)
 */
function inplaceStorages(program: Program): Int32Array {
  const { reads, writes, inplace, runs, bytes } = program;
  const uses = new Float64Array(bytes.length);
  for (let i = 0; i < reads.to(runs - 1); i++) uses[reads.at(i)] = (uses[reads.at(i)] ?? 0) + 1;
  // One that the model is given, or gives, is never free.
  for (const list of [program.inputs, program.outputs]) for (const kept of list) uses[kept] = Infinity;
  // Uses still to come of a storage.
  const left = new Float64Array(bytes.length);
  const storage = Int32Array.from(program.storage);
  const open = (tensor: number): void => {
    const root = storage[tensor] ?? tensor;
    left[root] = (left[root] ?? 0) + (uses[tensor] ?? 0);
  };
  program.inputs.forEach(open);
  for (let run = 0; run < runs; run++) {
    for (let i = writes.from(run); i < writes.to(run); i++) {
      const tensor = writes.at(i);
      // What was written over earlier may be what this is another name for.
      if (program.isView(tensor)) storage[tensor] = storage[program.storage[tensor] ?? tensor] ?? tensor;
      else if (i === writes.from(run))
        for (let j = inplace.from(run); j < inplace.to(run); j++) {
          const root = storage[inplace.at(j)] ?? 0;
          if (left[root] !== 1) continue;
          storage[tensor] = root;
          break;
        }
      open(tensor);
    }
    for (let i = reads.from(run); i < reads.to(run); i++) {
      const root = storage[reads.at(i)] ?? 0;
      left[root] = (left[root] ?? 0) - 1;
    }
  }
  return storage;
}

function livesOf(program: Program, storage: ArrayLike<number>): Lives {
  const { bytes, inputs, outputs, runs } = program;
  const end = Math.max(0, runs - 1);
  const births = new Int32Array(bytes.length).fill(-1);
  const lasts = new Int32Array(bytes.length);
  const touch = (tensor: number, run: number): void => {
    const root = storage[tensor] ?? tensor;
    if (births[root] === -1) births[root] = run;
    if ((lasts[root] ?? 0) < run) lasts[root] = run;
  };
  for (const tensor of inputs) {
    touch(tensor, 0);
    touch(tensor, end);
  }
  for (let run = 0; run < runs; run++)
    for (const lists of [program.reads, program.writes])
      for (let i = lists.from(run); i < lists.to(run); i++) touch(lists.at(i), run);
  for (const tensor of outputs) touch(tensor, end);
  return { births, lasts };
}

/** The most bytes alive in one run. */
function peakOf({ bytes, inner, runs }: Program, { births, lasts }: Lives, metric: 'peak' | 'inplace'): Dim {
  const steps = Math.max(1, runs);
  const born = new Array<Dim>(steps).fill(0n);
  const freed = new Array<Dim>(steps).fill(0n);
  const live = (size: Dim, birth: number, last: number): void => {
    born[birth] = add(born[birth] ?? 0n, size);
    freed[last] = add(freed[last] ?? 0n, size);
  };
  bytes.forEach((size, tensor) => {
    const birth = births[tensor] ?? -1;
    if (birth >= 0) live(size, birth, lasts[tensor] ?? birth);
  });
  for (const [run, memory] of inner) live(memory[metric], run, run);
  const ceiling = new Ceiling();
  let alive: Dim = 0n;
  for (let i = 0; i < steps; i++) {
    alive = add(alive, born[i] ?? 0n);
    ceiling.offer(alive);
    alive = sub(alive, freed[i] ?? 0n);
  }
  return ceiling.value();
}

/** The most that one operator's distinct inputs and outputs take: no order of execution needs less. */
function floorOf({ bytes, storage, inner, runs, inputs, outputs, reads, writes }: Program): Dim {
  const ceiling = new Ceiling();
  /** The run in which a storage was last seen. */
  const seenAt = new Int32Array(bytes.length).fill(-1);
  /** What it takes where this run has not counted it yet. */
  const fresh = (tensor: number, run: number): Dim => {
    const root = storage[tensor] ?? tensor;
    if (seenAt[root] === run) return 0n;
    seenAt[root] = run;
    return bytes[root] ?? 0n;
  };
  for (let run = 0; run < runs; run++) {
    let together: Dim = 0n;
    for (const lists of [reads, writes])
      for (let i = lists.from(run); i < lists.to(run); i++) together = add(together, fresh(lists.at(i), run));
    ceiling.offer(together);
  }
  for (const { floor } of inner.values()) ceiling.offer(floor);
  if (runs === 0) ceiling.offer(sum([...inputs, ...outputs].map((tensor) => fresh(tensor, 0))));
  return ceiling.value();
}

function arenaOf({ bytes, inner }: Program, { births, lasts }: Lives): Dim {
  const spans: Span[] = [];
  const open: Dim[] = [];
  const live = (size: Dim, birth: number, last: number): void => {
    if (!isKnown(size)) open.push(size);
    else if (size > 0n) spans.push({ bytes: Number(size), birth, last });
  };
  bytes.forEach((size, tensor) => {
    const birth = births[tensor] ?? -1;
    if (birth >= 0) live(size, birth, lasts[tensor] ?? birth);
  });
  for (const [run, memory] of inner) live(memory.arena, run, run);
  const [first] = open;
  if (first === undefined) return arena(spans);
  const gap = open.find(isUnknown);
  if (gap !== undefined) return gap;
  const names = [...new Set([...new Set(open)].flatMap(symbolsOf))].sort().join(', ');
  return unknown(`sizes decide the layout, and they are symbolic: bind ${names}`);
}

/** Of bodies that exclude one another, the larger in each respect. */
export function larger(a: Memory, b: Memory): Memory {
  return {
    activation: max(a.activation, b.activation),
    peak: max(a.peak, b.peak),
    inplace: max(a.inplace, b.inplace),
    arena: max(a.arena, b.arena),
    floor: max(a.floor, b.floor),
  };
}

/** What a body needs besides storage that is counted already: never less than nothing. */
export function besides(m: Memory, counted: Dim): Memory {
  const less = (d: Dim): Dim => max(sub(d, counted), 0n);
  return { ...m, activation: less(m.activation), peak: less(m.peak), inplace: less(m.inplace), arena: less(m.arena) };
}
