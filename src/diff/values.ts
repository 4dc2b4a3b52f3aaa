/** The tensors of a main graph as numbers, what reads them, and an order in which they can be computed. */
import type { Layer, Profile } from '../analysis/profile.ts';
import { isCall } from './frames.ts';

/** Tensors of the main graph as numbers: produced ones from 0, graph inputs as −(ordinal + 1). */
export interface Values {
  readonly idOf: ReadonlyMap<string, number>;
  /** By id: position in `main` and which of its outputs. */
  readonly producer: Int32Array;
  readonly output: Int32Array;
}

/** Instead of an id: neither produced nor given, that is, stored in the file. */
export const stored = -0x40000000;
/** Instead of an id: an optional input left out. */
export const absent = -0x40000001;

export function valuesOf(profile: Profile, main: readonly Layer[]): Values {
  let count = 0;
  for (const layer of main) count += layer.outputs.length;
  const producer = new Int32Array(count);
  const output = new Int32Array(count);
  const idOf = new Map<string, number>();
  profile.inputs.forEach((v, ordinal) => {
    idOf.set(v.name, -ordinal - 1);
  });
  let id = 0;
  main.forEach((layer, at) => {
    const { outputs } = layer;
    for (let k = 0; k < outputs.length; k++) {
      producer[id] = at;
      output[id] = k;
      const name = outputs[k]?.name ?? '';
      if (name !== '') idOf.set(name, id);
      id++;
    }
  });
  handOnResults(main, idOf);
  idOf.set('', absent);
  return { idOf, producer, output };
}

/** What a call gives is what its function gives, under another name. */
function handOnResults(main: readonly Layer[], idOf: Map<string, number>): void {
  // From the end: the calls inside a function come after its own.
  for (let at = main.length - 1; at >= 0; at--) {
    const layer = main[at];
    if (layer === undefined || !isCall(layer)) continue;
    layer.outputs.forEach(({ name }, k) => {
      idOf.set(name, idOf.get(layer.bodies?.[0]?.outputs[k] ?? '') ?? stored);
    });
  }
}

/** What each main-graph layer reads, by id, in input order; those at `start[at]` to `start[at + 1]`. */
export interface Used {
  readonly start: Int32Array;
  readonly value: Int32Array;
}

/** A body sees the tensors around it: what it takes from the main graph is an input of its owner. */
export function usedValues(
  main: readonly Layer[],
  inner: ReadonlyMap<Layer, readonly Layer[]>,
  { idOf }: Values,
): Used {
  const start = new Int32Array(main.length + 1);
  const value: number[] = [];
  main.forEach((layer, at) => {
    for (const name of layer.inputs) value.push(idOf.get(name) ?? stored);
    const bodies = inner.get(layer);
    if (bodies !== undefined) {
      const known = new Set(layer.inputs);
      for (const body of bodies)
        for (const name of body.inputs) {
          const id = idOf.get(name) ?? stored;
          if (id === stored || known.has(name)) continue;
          known.add(name);
          value.push(id);
        }
    }
    start[at + 1] = value.length;
  });
  return { start, value: Int32Array.from(value) };
}

/** Kahn's order, first come first served, so that file order stays where it is an order already. */
export function topological(size: number, used: Used, { producer }: Values): Int32Array {
  const order = Int32Array.from({ length: size }, (_, at) => at);
  const before = (e: number): number => {
    const value = used.value[e] ?? stored;
    return value < 0 ? -1 : (producer[value] ?? -1);
  };
  let isSorted = true;
  for (let at = 0; isSorted && at < size; at++) {
    const end = used.start[at + 1] ?? 0;
    for (let e = used.start[at] ?? 0; isSorted && e < end; e++) isSorted = before(e) < at;
  }
  if (isSorted) return order;
  const waiting = new Int32Array(size);
  const consumers: number[][] = [];
  for (let at = 0; at < size; at++) {
    const end = used.start[at + 1] ?? 0;
    for (let e = used.start[at] ?? 0; e < end; e++) {
      const p = before(e);
      const list = p < 0 ? undefined : consumers[p];
      if (p < 0 || list?.at(-1) === at) continue;
      waiting[at] = (waiting[at] ?? 0) + 1;
      if (list === undefined) consumers[p] = [at];
      else list.push(at);
    }
  }
  const isPlaced = new Uint8Array(size);
  let count = 0;
  const put = (at: number): void => {
    order[count++] = at;
    isPlaced[at] = 1;
  };
  for (let at = 0; at < size; at++) if (waiting[at] === 0) put(at);
  for (let done = 0; done < count; done++)
    for (const c of consumers[order[done] ?? 0] ?? []) {
      waiting[c] = (waiting[c] ?? 0) - 1;
      if (waiting[c] === 0) put(c);
    }
  for (let at = 0; at < size; at++) if (isPlaced[at] === 0) put(at);
  return order;
}
