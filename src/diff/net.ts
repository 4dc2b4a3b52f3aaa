/**
 * A profile as the comparison sees it: the main graph without the nodes that compute nothing of their own (constants,
 * Identity, quantise/dequantise pairs, views that change nothing), which are kept apart and ride with their neighbours.
 */
import type { Layer, Profile, WeightRef } from '../analysis/profile.ts';
import type { Shape } from '../model/dim.ts';
import { isUnknown, keyOf } from '../model/dim.ts';
import { isCommutative, isNeverConstant, isTransparent, mayDoNothing, operatorClass } from './classes.ts';
import { placeOf, reversed, type Wires } from './wires.ts';

export interface Net {
  readonly profile: Profile;
  /** Layers that take part, in a topological order; a net index is a position here. */
  readonly layers: readonly Layer[];
  readonly classes: readonly string[];
  /** Data edges into each node, through the folded ones, in port order. */
  readonly inputs: Wires;
  /** The same edges from the producer's side. */
  readonly outputs: Wires;
  /** Ordinals of the graph outputs node `n` yields, at `start[n]` to `start[n + 1]` of `ordinal`. */
  readonly yields: { readonly start: Int32Array; readonly ordinal: Int32Array };
  /** Main-graph layers left out. */
  readonly folded: readonly Layer[];
  /** Layer of bodies and functions by the main-graph layer that owns them, nested ones included. */
  readonly inner: ReadonlyMap<Layer, readonly Layer[]>;
  /** The main-graph layer that produces a tensor. */
  readonly producerOf: (name: string) => Layer | undefined;
  /** Net index of a layer that takes part, −1 for the others. */
  readonly indexOf: (layer: Layer) => number;
}

/** Throws nothing: a profile with cycles or dangling names, as a damaged document may hold, loses the edges in question. */
export function netOf(profile: Profile): Net {
  const main = profile.layers.filter((l) => l.index !== null);
  const inner = innerLayers(profile);
  const values = valuesOf(profile, main);
  const used = usedValues(main, inner, values);
  const folds = fold(profile, main, used, values);

  const kept: Layer[] = [];
  const folded: Layer[] = [];
  /** Net index by position in `main`. */
  const place = new Int32Array(main.length).fill(-1);
  for (const at of folds.order) {
    const layer = main[at];
    if (layer === undefined) continue;
    if (folds.isFolded[at] === 1) folded.push(layer);
    else place[at] = kept.push(layer) - 1;
  }
  const resolve = (value: number): number => {
    let at = value;
    for (let guard = 0; guard <= folded.length; guard++) {
      if (at < 0) return at;
      const producer = values.producer[at] ?? 0;
      if (folds.isFolded[producer] !== 1) return at;
      at = folds.through[producer] ?? stored;
    }
    return stored;
  };
  const inputs = wiresInto(main, folds.order, place, kept.length, used, values, resolve);
  let indices: ReadonlyMap<Layer, number> | undefined;
  return {
    profile,
    layers: kept,
    classes: kept.map(classOf),
    inputs,
    outputs: reversed(inputs),
    yields: yieldsOf(profile, kept.length, (name) => {
      const producer = values.producer[resolve(values.idOf.get(name) ?? stored)] ?? -1;
      return place[producer] ?? -1;
    }),
    folded,
    inner,
    producerOf: (name) => main[values.producer[values.idOf.get(name) ?? stored] ?? -1],
    indexOf: (layer) => {
      indices ??= new Map(kept.map((l, at) => [l, at]));
      return indices.get(layer) ?? -1;
    },
  };
}

/** Tensors of the main graph as numbers: produced ones from 0, graph inputs as −(ordinal + 1). */
interface Values {
  readonly idOf: ReadonlyMap<string, number>;
  /** By id: position in `main` and which of its outputs. */
  readonly producer: Int32Array;
  readonly output: Int32Array;
}

/** Instead of an id: neither produced nor given, that is, stored in the file. */
const stored = -0x40000000;
/** Instead of an id: an optional input left out. */
const absent = -0x40000001;

function valuesOf(profile: Profile, main: readonly Layer[]): Values {
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
  idOf.set('', absent);
  return { idOf, producer, output };
}

/** What each main-graph layer reads, by id, in input order; those at `start[at]` to `start[at + 1]`. */
interface Used {
  readonly start: Int32Array;
  readonly value: Int32Array;
}

/** A body sees the tensors around it: what it takes from the main graph is an input of its owner. */
function usedValues(main: readonly Layer[], inner: ReadonlyMap<Layer, readonly Layer[]>, { idOf }: Values): Used {
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

interface Folds {
  /** Positions in `main` in a topological order. */
  readonly order: Int32Array;
  readonly isFolded: Uint8Array;
  /** By position: the value a folded layer hands on; `stored` where it hands on none. */
  readonly through: Int32Array;
}

function fold(profile: Profile, main: readonly Layer[], used: Used, values: Values): Folds {
  const order = topological(main.length, used, values);
  const isFolded = new Uint8Array(main.length);
  const through = new Int32Array(main.length).fill(stored);
  const isConstant = new Uint8Array(values.producer.length);
  const isResult = new Uint8Array(main.length);
  for (const { name } of profile.outputs) {
    const producer = values.producer[values.idOf.get(name) ?? stored];
    if (producer !== undefined) isResult[producer] = 1;
  }
  /** First value of each layer. */
  const first = new Int32Array(main.length);
  for (let at = 1; at < main.length; at++) first[at] = (first[at - 1] ?? 0) + (main[at - 1]?.outputs.length ?? 0);
  for (const at of order) {
    const layer = main[at];
    if (layer === undefined) continue;
    let isFixed = !isNeverConstant(layer.op);
    const end = used.start[at + 1] ?? 0;
    for (let e = used.start[at] ?? 0; isFixed && e < end; e++) {
      const value = used.value[e] ?? stored;
      isFixed = value < 0 ? value === absent || value === stored : isConstant[value] === 1;
    }
    const from = first[at] ?? 0;
    if (isFixed) isConstant.fill(1, from, from + layer.outputs.length);
    if (isResult[at] === 1) continue;
    if (isFixed && layer.macs === 0n && holdsNothing(layer)) isFolded[at] = 1;
    else if (mayHandOn(layer.op)) {
      const value = values.idOf.get(layer.inputs[0] ?? '') ?? stored;
      const fact =
        value >= 0
          ? main[values.producer[value] ?? -1]?.outputs[values.output[value] ?? 0]
          : profile.inputs[-value - 1];
      if (!handsOn(layer, fact ?? layer.weights.find((w) => w.input === 0))) continue;
      isFolded[at] = 1;
      through[at] = value;
    }
  }
  foldUseless(main, order, used, values, isFolded, isResult, through);
  return { order, isFolded, through };
}

/**
 * Folds in turn what nothing but folded layers read, and these not to hand it on: the extents computed for an Expand that
 * expands nothing. Kept, such layers would be told apart by nothing that comes after them.
 */
function foldUseless(
  main: readonly Layer[],
  order: Int32Array,
  used: Used,
  values: Values,
  isFolded: Uint8Array,
  isResult: Uint8Array,
  through: Int32Array,
): void {
  const isRead = new Uint8Array(main.length);
  const isNeeded = Uint8Array.from(isResult);
  for (let slot = order.length - 1; slot >= 0; slot--) {
    const at = order[slot] ?? 0;
    const layer = main[at];
    if (layer === undefined) continue;
    if (isFolded[at] === 0) {
      const isUseless = isRead[at] === 1 && isNeeded[at] === 0 && layer.dead !== true;
      if (isUseless && layer.macs === 0n && holdsNothing(layer)) isFolded[at] = 1;
      else isNeeded[at] = 1;
    }
    for (let e = used.start[at] ?? 0; e < (used.start[at + 1] ?? 0); e++) {
      const value = used.value[e] ?? stored;
      if (value < 0) continue;
      const producer = values.producer[value] ?? 0;
      isRead[producer] = 1;
      if (isNeeded[at] === 1 && (isFolded[at] === 0 || through[at] === value)) isNeeded[producer] = 1;
    }
  }
}

function wiresInto(
  main: readonly Layer[],
  order: Int32Array,
  place: Int32Array,
  size: number,
  used: Used,
  values: Values,
  resolve: (value: number) => number,
): Wires {
  const start = new Int32Array(size + 1);
  const node = new Int32Array(used.value.length);
  const where = new Int32Array(used.value.length);
  let next = 0;
  let consumer = 0;
  for (const at of order) {
    if ((place[at] ?? -1) < 0) continue;
    const swap = isCommutative(main[at]?.op ?? '');
    const begin = used.start[at] ?? 0;
    const end = used.start[at + 1] ?? 0;
    for (let e = begin; e < end; e++) {
      const value = resolve(used.value[e] ?? stored);
      if (value === stored || value === absent) continue;
      const producer = value < 0 ? -1 : (place[values.producer[value] ?? -1] ?? -1);
      // An edge that points forward is part of a cycle.
      if (value >= 0 && (producer < 0 || producer >= consumer)) continue;
      node[next] = value < 0 ? value : producer;
      where[next++] = placeOf(swap ? 0 : e - begin, value < 0 ? 0 : (values.output[value] ?? 0));
    }
    start[++consumer] = next;
  }
  return { start, node: node.subarray(0, next), where: where.subarray(0, next) };
}

function yieldsOf(profile: Profile, size: number, nodeOf: (name: string) => number): Net['yields'] {
  const producers = profile.outputs.map((o) => nodeOf(o.name));
  const start = new Int32Array(size + 1);
  for (const node of producers) if (node >= 0) start[node + 1] = (start[node + 1] ?? 0) + 1;
  for (let at = 0; at < size; at++) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  const next = start.slice();
  const ordinal = new Int32Array(start[size] ?? 0);
  producers.forEach((node, at) => {
    if (node < 0) return;
    ordinal[next[node] ?? 0] = at;
    next[node] = (next[node] ?? 0) + 1;
  });
  return { start, ordinal };
}

/** Whether a layer multiplies or looks up stored parameters. */
export function mainWeight(layer: Layer): WeightRef | undefined {
  let best: WeightRef | undefined;
  let size = -1n;
  for (const w of layer.weights) {
    if (w.role !== 'parameter') continue;
    if (best === undefined) {
      best = w;
      continue;
    }
    if (size < 0n) size = best.shape.reduce((n, d) => n * d, 1n);
    const count = w.shape.reduce((n, d) => n * d, 1n);
    if (count > size) [best, size] = [w, count];
  }
  return best;
}

function classOf(layer: Layer): string {
  const name = operatorClass(layer.op);
  // Products of two activations and lookups in activations are other layers than those with weights of their own.
  if (name === 'matmul' && mainWeight(layer) === undefined && layer.weights.length === 0) return 'product';
  if (name === 'gather' && mainWeight(layer) !== undefined) return 'embedding';
  return name;
}

function innerLayers(profile: Profile): Map<Layer, Layer[]> {
  const byId = new Map(profile.layers.map((l) => [l.id, l]));
  const result = new Map<Layer, Layer[]>();
  for (const layer of profile.layers) {
    if (layer.owner === undefined) continue;
    let top: Layer | undefined = layer;
    for (let depth = 0; top?.owner !== undefined && depth < 1000; depth++) top = byId.get(top.owner);
    if (top === undefined || top.index === null) continue;
    const list = result.get(top);
    if (list === undefined) result.set(top, [layer]);
    else list.push(layer);
  }
  return result;
}

/** Kahn's order, first come first served, so that file order stays where it is an order already. */
function topological(size: number, used: Used, { producer }: Values): Int32Array {
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

interface Fact {
  readonly dtype: string | null;
  readonly shape: Shape;
}

/** A lookup in a stored table is a layer, even where its result is a constant; weights are only handed on by the others. */
function holdsNothing(layer: Layer): boolean {
  return isTransparent(layer.op) || mayDoNothing(layer.op) || layer.weights.every((w) => w.role !== 'parameter');
}

function mayHandOn(op: string): boolean {
  return isTransparent(op) || mayDoNothing(op);
}

/** Whether the layer's first output is its first input. */
function handsOn(layer: Layer, from: Fact | undefined): boolean {
  if (from === undefined) return false;
  if (isTransparent(layer.op)) return true;
  const [to] = layer.outputs;
  if (to === undefined || to.dtype === null || to.dtype !== from.dtype) return false;
  if (layer.op === 'Transpose' && !isIdentityPermutation(layer)) return false;
  if (isUnknown(to.shape) || isUnknown(from.shape) || to.shape.length !== from.shape.length) return false;
  const before = from.shape;
  return to.shape.every((d, axis) => {
    const other = before[axis];
    return other !== undefined && !isUnknown(d) && keyOf(d) === keyOf(other);
  });
}

function isIdentityPermutation(layer: Layer): boolean {
  const perm = layer.attributes.get('perm');
  return perm?.kind === 'ints' && perm.value.every((axis, at) => axis === BigInt(at));
}
