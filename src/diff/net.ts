/**
 * A profile as the comparison sees it: the main graph without the nodes that compute nothing of their own (constants,
 * Identity, quantise/dequantise pairs, views that change nothing), which are kept apart and ride with their neighbours.
 */
import type { Layer, Profile, WeightRef } from '../analysis/profile.ts';
import type { Shape } from '../model/dim.ts';
import { isUnknown, keyOf } from '../model/dim.ts';
import { isCommutative, isNeverConstant, isTransparent, mayDoNothing, operatorClass } from './classes.ts';

export interface Edge {
  /** Net index of the other node; −(ordinal + 1) where it is a graph input. */
  readonly node: number;
  /** Port of the consumer: the input's position; 0 for all where operands may be swapped. */
  readonly port: number;
  /** Which output of the producer. */
  readonly output: number;
}

/** Edges as flat arrays: those of node `n` are at `start[n]` to `start[n + 1]`; `where` is port × 64 + output. */
export interface Wires {
  readonly start: Int32Array;
  readonly node: Int32Array;
  readonly where: Int32Array;
}

export interface Net {
  readonly profile: Profile;
  /** Layers that take part, in a topological order; a net index is a position here. */
  readonly layers: readonly Layer[];
  readonly classes: readonly string[];
  /** Data edges into each node, through the folded ones, in port order. */
  readonly inputs: readonly (readonly Edge[])[];
  /** `Edge.node` is the consumer. */
  readonly outputs: readonly (readonly Edge[])[];
  readonly wires: { readonly inputs: Wires; readonly outputs: Wires };
  /** Ordinals of the graph outputs a node yields. */
  readonly yields: readonly (readonly number[])[];
  /** Main-graph layers left out. */
  readonly folded: readonly Layer[];
  /** Layer of bodies and functions by the main-graph layer that owns them, nested ones included. */
  readonly inner: ReadonlyMap<Layer, readonly Layer[]>;
  /** The main-graph layer that produces a tensor. */
  readonly producerOf: ReadonlyMap<string, Layer>;
  /** Net index of a layer that takes part. */
  readonly indexOf: ReadonlyMap<Layer, number>;
}

/** Throws nothing: a profile with cycles or dangling names, as a damaged document may hold, loses the edges in question. */
export function netOf(profile: Profile): Net {
  const main = profile.layers.filter((l) => l.index !== null);
  const inner = innerLayers(profile);
  const producerOf = new Map<string, Layer>();
  const outputAt = new Map<string, number>();
  for (const layer of main)
    layer.outputs.forEach((o, at) => {
      if (o.name === '') return;
      producerOf.set(o.name, layer);
      outputAt.set(o.name, at);
    });
  const inputOrdinal = new Map(profile.inputs.map((v, at) => [v.name, at]));
  const used = new Map(main.map((l) => [l, inner.has(l) ? captured(l, inner, producerOf, inputOrdinal) : l.inputs]));
  const sorted = topological(main, used, producerOf);
  const facts = factsOf(profile, main);
  const results = new Set(profile.outputs.map((o) => o.name));

  const through = new Map<Layer, string>();
  const constant = new Set<string>();
  const kept: Layer[] = [];
  const folded: Layer[] = [];
  for (const layer of sorted) {
    const names = used.get(layer) ?? [];
    const isResult = layer.outputs.some((o) => results.has(o.name));
    const fixed =
      !isNeverConstant(layer.op) &&
      names.every((n) => n === '' || constant.has(n) || !(producerOf.has(n) || inputOrdinal.has(n)));
    if (fixed) for (const o of layer.outputs) constant.add(o.name);
    if (fixed && !isResult && layer.macs === 0n && holdsNothing(layer)) folded.push(layer);
    else if (!isResult && handsOn(layer, facts)) {
      folded.push(layer);
      through.set(layer, layer.inputs[0] ?? '');
    } else kept.push(layer);
  }

  const indexOf = new Map(kept.map((l, at) => [l, at]));
  const foldedSet = new Set(folded);
  const inputs: Edge[][] = kept.map(() => []);
  const outputs: Edge[][] = kept.map(() => []);
  const yields: number[][] = kept.map(() => []);
  const resolve = (name: string): string => {
    let at = name;
    for (let guard = 0; guard <= folded.length; guard++) {
      const producer = producerOf.get(at);
      if (producer === undefined || !foldedSet.has(producer)) return at;
      at = through.get(producer) ?? '';
    }
    return '';
  };
  kept.forEach((layer, node) => {
    const swap = isCommutative(layer.op);
    (used.get(layer) ?? []).forEach((name, position) => {
      if (name === '') return;
      const from = resolve(name);
      const port = swap ? 0 : position;
      const producer = producerOf.get(from);
      const at = producer === undefined ? undefined : indexOf.get(producer);
      const ordinal = inputOrdinal.get(from);
      if (at !== undefined && at < node) {
        const output = outputAt.get(from) ?? 0;
        inputs[node]?.push({ node: at, port, output });
        outputs[at]?.push({ node, port, output });
      } else if (ordinal !== undefined) inputs[node]?.push({ node: -ordinal - 1, port, output: 0 });
    });
  });
  profile.outputs.forEach((o, ordinal) => {
    const producer = producerOf.get(resolve(o.name));
    const at = producer === undefined ? undefined : indexOf.get(producer);
    if (at !== undefined) yields[at]?.push(ordinal);
  });
  return {
    profile,
    layers: kept,
    classes: kept.map(classOf),
    inputs,
    outputs,
    wires: { inputs: wiresOf(inputs), outputs: wiresOf(outputs) },
    yields,
    folded,
    inner,
    producerOf,
    indexOf,
  };
}

function wiresOf(edges: readonly (readonly Edge[])[]): Wires {
  const start = new Int32Array(edges.length + 1);
  edges.forEach((list, at) => {
    start[at + 1] = (start[at] ?? 0) + list.length;
  });
  const count = start[edges.length] ?? 0;
  const node = new Int32Array(count);
  const where = new Int32Array(count);
  let next = 0;
  for (const list of edges)
    for (const e of list) {
      node[next] = e.node;
      where[next++] = e.port * 64 + e.output;
    }
  return { start, node, where };
}

/** Whether a layer multiplies or looks up stored parameters. */
export function mainWeight(layer: Layer): WeightRef | undefined {
  let best: WeightRef | undefined;
  let size = 0n;
  for (const w of layer.weights) {
    if (w.role !== 'parameter') continue;
    const count = w.shape.reduce((n, d) => n * d, 1n);
    if (best === undefined || count > size) [best, size] = [w, count];
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

/** A body sees the tensors around it: what it takes from the main graph is an input of its owner. */
function captured(
  layer: Layer,
  inner: ReadonlyMap<Layer, readonly Layer[]>,
  producerOf: ReadonlyMap<string, Layer>,
  inputOrdinal: ReadonlyMap<string, number>,
): readonly string[] {
  const names = new Set(layer.inputs);
  const extra: string[] = [];
  for (const body of inner.get(layer) ?? [])
    for (const name of body.inputs)
      if (!names.has(name) && (producerOf.has(name) || inputOrdinal.has(name))) {
        names.add(name);
        extra.push(name);
      }
  return extra.length === 0 ? layer.inputs : [...layer.inputs, ...extra];
}

/** Kahn's order, first come first served, so that file order stays where it is an order already. */
function topological(
  main: readonly Layer[],
  used: ReadonlyMap<Layer, readonly string[]>,
  producerOf: ReadonlyMap<string, Layer>,
): readonly Layer[] {
  const seen = new Set<Layer>();
  const isSorted = main.every((layer) => {
    const ready = (used.get(layer) ?? []).every((n) => {
      const p = producerOf.get(n);
      return p === undefined || seen.has(p);
    });
    seen.add(layer);
    return ready;
  });
  if (isSorted) return main;
  const waiting = new Map<Layer, number>();
  const consumers = new Map<Layer, Layer[]>();
  for (const layer of main) {
    const producers = new Set((used.get(layer) ?? []).flatMap((n) => producerOf.get(n) ?? []));
    waiting.set(layer, producers.size);
    for (const p of producers) {
      const list = consumers.get(p);
      if (list === undefined) consumers.set(p, [layer]);
      else list.push(layer);
    }
  }
  const order = main.filter((l) => waiting.get(l) === 0);
  for (let at = 0; at < order.length; at++) {
    const layer = order[at];
    if (layer === undefined) break;
    for (const c of consumers.get(layer) ?? []) {
      const left = (waiting.get(c) ?? 0) - 1;
      waiting.set(c, left);
      if (left === 0) order.push(c);
    }
  }
  if (order.length === main.length) return order;
  const placed = new Set(order);
  return [...order, ...main.filter((l) => !placed.has(l))];
}

interface Fact {
  readonly dtype: string | null;
  readonly shape: Shape;
}

function factsOf(profile: Profile, main: readonly Layer[]): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>(profile.inputs.map((v) => [v.name, v]));
  for (const layer of main) for (const o of layer.outputs) facts.set(o.name, o);
  return facts;
}

/** A lookup in a stored table is a layer, even where its result is a constant; weights are only handed on by the others. */
function holdsNothing(layer: Layer): boolean {
  return isTransparent(layer.op) || mayDoNothing(layer.op) || layer.weights.every((w) => w.role !== 'parameter');
}

/** Whether the layer's first output is its first input. */
function handsOn(layer: Layer, facts: ReadonlyMap<string, Fact>): boolean {
  const from = facts.get(layer.inputs[0] ?? '') ?? layer.weights.find((w) => w.input === 0);
  if (from === undefined) return false;
  if (isTransparent(layer.op)) return true;
  if (!mayDoNothing(layer.op)) return false;
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
