/**
 * Memory of activations from lifetimes alone: which tensors exist when, which share storage, and how large the whole
 * gets. Knows nothing of operators; `lifetimes.ts` turns an analysed graph into a Program.
 */
import { add, type Dim, isKnown, isUnknown, max, sub, sum, symbolsOf, unknown } from '../model/dim.ts';
import { arena } from './arena.ts';
import { Ceiling } from './ceiling.ts';

/** A tensor that is not constant. */
export interface Buffer {
  readonly bytes: Dim;
  /** Position of an earlier tensor whose storage this one is another name for. */
  readonly viewOf?: number;
}

/** One operator's execution; tensors by their position in `Program.buffers`. */
export interface Run {
  /** One entry for each use: a tensor that is read twice is in it twice. */
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  /** Those of `reads` whose storage the first of `writes` may take over, in order of preference: same bytes, same shape. */
  readonly inplace?: readonly number[];
  /** Storage that the bodies of a control-flow operator need besides its inputs and outputs. */
  readonly inner?: Memory;
}

export interface Program {
  readonly buffers: readonly Buffer[];
  /** Alive from the first run to the last. */
  readonly inputs: readonly number[];
  /** Alive from where they are written to the last run. */
  readonly outputs: readonly number[];
  readonly runs: readonly Run[];
}

/** All in bytes; defined in `docs/counting.md`. */
export interface Memory {
  readonly activation: Dim;
  readonly peak: Dim;
  readonly inplace: Dim;
  readonly arena: Dim;
  readonly floor: Dim;
}

export const noMemory: Memory = { activation: 0n, peak: 0n, inplace: 0n, arena: 0n, floor: 0n };

/** Storage of its own, alive in the runs `birth` to `last`, both included. */
export interface Lifetime {
  readonly bytes: Dim;
  readonly birth: number;
  readonly last: number;
}

export function memoryOf(program: Program): Memory {
  const gap = gapIn(program);
  if (gap !== undefined) return { activation: gap, peak: gap, inplace: gap, arena: gap, floor: gap };
  const own = viewStorages(program);
  const steps = program.runs.length;
  const shared = lifetimes(program, own);
  const merged = lifetimes(program, inplaceStorages(program, own));
  return {
    activation: activationOf(program),
    peak: peakOf([...shared, ...innerLifetimes(program, 'peak')], steps),
    inplace: peakOf([...merged, ...innerLifetimes(program, 'inplace')], steps),
    arena: arenaOf([...shared, ...innerLifetimes(program, 'arena')]),
    floor: floorOf(program, own),
  };
}

/** The first size that is unknown. An unknown arena of a body is no more than that: the other counts stand. */
function gapIn({ buffers, runs }: Program): Dim | undefined {
  for (const { bytes } of buffers) if (isUnknown(bytes)) return bytes;
  for (const { inner } of runs)
    if (inner !== undefined) {
      const gap = [inner.activation, inner.peak, inner.inplace, inner.floor].find(isUnknown);
      if (gap !== undefined) return gap;
    }
  return undefined;
}

function activationOf({ buffers, runs }: Program): Dim {
  const outside = sum(buffers.map((b) => (b.viewOf === undefined ? b.bytes : 0n)));
  return add(outside, sum(runs.map((r) => r.inner?.activation ?? 0n)));
}

/** The storage of each buffer, by the position of the buffer that opened it. */
function viewStorages({ buffers }: Program): readonly number[] {
  const storage: number[] = [];
  buffers.forEach((b, i) => {
    storage.push(b.viewOf === undefined ? i : (storage[b.viewOf] ?? i));
  });
  return storage;
}

/**
 * Storages where an operator may write over an input that nothing else needs, as ONNX Runtime's allocation planner
 * decides it: the storage has one use left, this one, and is neither a graph input nor a graph output.
 * https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/framework/allocation_planner.cc (FindReusableInput)
 */
function inplaceStorages(program: Program, views: readonly number[]): readonly number[] {
  const reads = program.buffers.map(() => 0);
  for (const run of program.runs) for (const r of run.reads) reads[r] = (reads[r] ?? 0) + 1;
  const kept = new Set([...program.inputs, ...program.outputs]);
  // Uses still to come of a storage; a kept one never runs out.
  const left = program.buffers.map(() => 0);
  const storage = [...views];
  const open = (buffer: number): void => {
    const root = storage[buffer] ?? buffer;
    left[root] = (left[root] ?? 0) + (reads[buffer] ?? 0) + (kept.has(buffer) ? Infinity : 0);
  };
  program.inputs.forEach(open);
  for (const run of program.runs) {
    const [first] = run.writes;
    for (const w of run.writes) {
      const { viewOf } = program.buffers[w] ?? {};
      if (viewOf !== undefined) storage[w] = storage[viewOf] ?? viewOf;
      else if (w === first) {
        const taken = run.inplace?.find((r) => left[storage[r] ?? r] === 1);
        if (taken !== undefined) storage[w] = storage[taken] ?? taken;
      }
      open(w);
    }
    for (const r of run.reads) {
      const root = storage[r] ?? r;
      left[root] = (left[root] ?? 0) - 1;
    }
  }
  return storage;
}

function lifetimes({ buffers, inputs, outputs, runs }: Program, storage: readonly number[]): readonly Lifetime[] {
  const end = Math.max(0, runs.length - 1);
  const birth = new Int32Array(buffers.length).fill(-1);
  const last = new Int32Array(buffers.length);
  const touch = (buffer: number, at: number): void => {
    const root = storage[buffer] ?? buffer;
    if (birth[root] === -1) birth[root] = at;
    last[root] = Math.max(last[root] ?? 0, at);
  };
  for (const i of inputs) {
    touch(i, 0);
    touch(i, end);
  }
  runs.forEach((run, at) => {
    for (const r of run.reads) touch(r, at);
    for (const w of run.writes) touch(w, at);
  });
  for (const o of outputs) touch(o, end);
  const lives: Lifetime[] = [];
  buffers.forEach(({ bytes }, root) => {
    const from = birth[root] ?? -1;
    if (from >= 0) lives.push({ bytes, birth: from, last: last[root] ?? from });
  });
  return lives;
}

function innerLifetimes({ runs }: Program, metric: 'peak' | 'inplace' | 'arena'): readonly Lifetime[] {
  const lives: Lifetime[] = [];
  runs.forEach(({ inner }, at) => {
    if (inner !== undefined) lives.push({ bytes: inner[metric], birth: at, last: at });
  });
  return lives;
}

/** The most bytes alive in one run. */
export function peakOf(lives: readonly Lifetime[], runs: number): Dim {
  const steps = Math.max(1, runs);
  const born = new Array<Dim>(steps).fill(0n);
  const freed = new Array<Dim>(steps).fill(0n);
  for (const { bytes, birth, last } of lives) {
    born[birth] = add(born[birth] ?? 0n, bytes);
    freed[last] = add(freed[last] ?? 0n, bytes);
  }
  const ceiling = new Ceiling();
  let live: Dim = 0n;
  for (let i = 0; i < steps; i++) {
    live = add(live, born[i] ?? 0n);
    ceiling.offer(live);
    live = sub(live, freed[i] ?? 0n);
  }
  return ceiling.value();
}

/** The most that one operator's distinct inputs and outputs take: no order of execution needs less. */
function floorOf({ buffers, runs, inputs, outputs }: Program, storage: readonly number[]): Dim {
  const ceiling = new Ceiling();
  /** The run in which a storage was last seen. */
  const seenAt = new Int32Array(buffers.length).fill(-1);
  const offer = (at: number, reads: readonly number[], writes: readonly number[]): void => {
    let together: Dim = 0n;
    for (const list of [reads, writes])
      for (const buffer of list) {
        const root = storage[buffer] ?? buffer;
        if (seenAt[root] === at) continue;
        seenAt[root] = at;
        together = add(together, buffers[root]?.bytes ?? 0n);
      }
    ceiling.offer(together);
  };
  runs.forEach((run, at) => {
    offer(at, run.reads, run.writes);
    if (run.inner !== undefined) ceiling.offer(run.inner.floor);
  });
  if (runs.length === 0) offer(0, inputs, outputs);
  return ceiling.value();
}

function arenaOf(lives: readonly Lifetime[]): Dim {
  const open = lives.find((l) => !isKnown(l.bytes));
  if (open === undefined)
    return arena(lives.map(({ bytes, birth, last }) => ({ bytes: isKnown(bytes) ? bytes : 0n, birth, last })));
  const gap = lives.find((l) => isUnknown(l.bytes));
  if (gap !== undefined) return gap.bytes;
  const sizes = [...new Set(lives.map((l) => l.bytes))];
  const names = [...new Set(sizes.flatMap(symbolsOf))].sort().join(', ');
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
