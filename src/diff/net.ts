/**
 * A graph of a profile as the comparison sees it: without the nodes that compute nothing of their own (constants,
 * Identity, quantise/dequantise pairs, views that change nothing), which are kept apart and ride with their neighbours.
 */
import type { Layer, Profile, WeightRef } from '../analysis/profile.ts';
import { isCommutative, operatorClass } from './classes.ts';
import { fold } from './fold.ts';
import { type Frame, framesOf } from './frames.ts';
import { absent, stored, type Used, usedValues, type Values, valuesOf } from './values.ts';
import { looksUp } from './weights.ts';
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
  /** Layers of this graph left out. */
  readonly folded: readonly Layer[];
  /** Layers of bodies by the layer of this graph that owns them, nested ones included. */
  readonly inner: ReadonlyMap<Layer, readonly Layer[]>;
  /** The layer of this graph that produces a tensor. */
  readonly producerOf: (name: string) => Layer | undefined;
  /** Where a tensor comes from, through folded nodes; `undefined` where it is stored. */
  readonly sourceOf: (name: string) => Source | undefined;
  /** Net index of a layer that takes part, −1 for the others. */
  readonly indexOf: (layer: Layer) => number;
}

/** An output of a net index, or −(ordinal + 1) of an input of the graph. */
export interface Source {
  readonly node: number;
  readonly output: number;
}

/** Throws nothing: a profile with cycles or dangling names, as a damaged document may hold, loses the edges in question. */
export function netOf(profile: Profile, { layers: main, inner }: Frame = framesOf(profile).main): Net {
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
    sourceOf: (name) => {
      const value = resolve(values.idOf.get(name) ?? stored);
      if (value === stored || value === absent) return undefined;
      if (value < 0) return { node: value, output: 0 };
      const node = place[values.producer[value] ?? -1] ?? -1;
      return node < 0 ? undefined : { node, output: values.output[value] ?? 0 };
    },
    indexOf: (layer) => {
      indices ??= new Map(kept.map((l, at) => [l, at]));
      return indices.get(layer) ?? -1;
    },
  };
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
    const scales =
      main[at]?.weights.some(isQuantization) === true ? main[at]?.weights.filter(isQuantization) : undefined;
    for (let e = begin; e < end; e++) {
      const value = resolve(used.value[e] ?? stored);
      if (value === stored || value === absent) continue;
      const producer = value < 0 ? -1 : (place[values.producer[value] ?? -1] ?? -1);
      // An edge that points forward is part of a cycle.
      if (value >= 0 && (producer < 0 || producer >= consumer)) continue;
      node[next] = value < 0 ? value : producer;
      where[next++] = placeOf(swap ? 0 : portAt(e - begin, scales), value < 0 ? 0 : (values.output[value] ?? 0));
    }
    start[++consumer] = next;
  }
  return { start, node: node.subarray(0, next), where: where.subarray(0, next) };
}

function isQuantization({ role }: WeightRef): boolean {
  return role === 'quantization';
}

/** A QLinearConcat has two scales for each tensor that a Concat has: those between do not count. */
function portAt(input: number, scales: readonly WeightRef[] = []): number {
  let port = input;
  for (const scale of scales) if (scale.input < input) port--;
  return port;
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

function classOf(layer: Layer): string {
  const name = operatorClass(layer.op);
  // Products of two activations and lookups in activations are other layers than those with weights of their own.
  if (name === 'matmul' && layer.weights.every((w) => w.role === 'quantization')) return 'product';
  return name === 'gather' && looksUp(layer) ? 'embedding' : name;
}
