/** The nodes left out of the comparison: paired along their neighbours, or given to the layer they serve. */
import type { Layer } from '../analysis/profile.ts';
import { isUnknown, type Shape } from '../model/dim.ts';
import { isCommutative, isQuantization } from './classes.ts';
import type { Pairing } from './cost.ts';
import { mirrorPairing, order } from './mirror.ts';
import type { Net } from './net.ts';
import { attributesOf } from './normalise.ts';

export type FoldedPairs = readonly (readonly [Layer, Layer])[];

/**
 * Folded nodes at the same port of paired layers, and those in turn before them. Where an extent is a symbol on one side
 * only, what computes it is needed there and useless here: then one of the two takes part and has no other counterpart.
 */
export function pairFolded(base: Net, head: Net, pairing: Pairing): FoldedPairs {
  if (base.folded.length === 0 && head.folded.length === 0) return [];
  // First come, first served: the same side must always come first.
  if (order(base, head, undefined) <= 0) return pairInOrder(base, head, pairing);
  return pairInOrder(head, base, mirrorPairing(pairing)).map(([a, b]) => [b, a] as const);
}

function pairInOrder(base: Net, head: Net, pairing: Pairing): FoldedPairs {
  const [inBase, inHead] = [new Set(base.folded), new Set(head.folded)];
  const left = new Set([...base.folded, ...singles(base, pairing.toHead)]);
  const right = new Set([...head.folded, ...singles(head, pairing.toBase)]);
  const pairs: (readonly [Layer, Layer])[] = [];
  const queue: (readonly [Layer, Layer])[] = [];
  base.layers.forEach((layer, i) => {
    const other = head.layers[pairing.toHead[i] ?? -1];
    if (other !== undefined) queue.push([layer, other]);
  });
  const before = (net: Net, layer: Layer, free: ReadonlySet<Layer>): (Layer | undefined)[] =>
    layer.inputs.map((name) => {
      const producer = net.producerOf(name);
      return producer !== undefined && free.has(producer) ? producer : undefined;
    });
  const feeder = (net: Net, layer: Layer, folded: ReadonlySet<Layer>): number => {
    const found = follow(layer, folded, (l) => net.producerOf(l.inputs[0] ?? ''));
    return found === undefined ? -1 : net.indexOf(found);
  };
  /** Of operands that may be swapped, those belong together that come from the same pair of layers. */
  const contradicts = (x: Layer, y: Layer): boolean => {
    const [i, j] = [feeder(base, x, inBase), feeder(head, y, inHead)];
    if (i < 0 || j < 0) return i !== j;
    return pairing.toHead[i] !== j && (pairing.toHead[i] !== -1 || pairing.toBase[j] !== -1);
  };
  for (let at = 0; at < queue.length; at++) {
    const [a, b] = queue[at] ?? [];
    if (a === undefined || b === undefined) break;
    const theirs = before(head, b, right);
    before(base, a, left).forEach((x, port) => {
      if (x === undefined || !left.has(x)) return;
      const isFree = isCommutative(a.op);
      const ports = isFree ? theirs.keys() : [port];
      for (const p of ports) {
        const y = theirs[p];
        if (y === undefined || !right.has(y) || y.op !== x.op) continue;
        if (isFree && contradicts(x, y)) continue;
        const isFolded = inBase.has(x) && inHead.has(y);
        if (!isFolded && ((!inBase.has(x) && !inHead.has(y)) || !differsBySymbols(base, head, x, y))) continue;
        left.delete(x);
        right.delete(y);
        pairs.push([x, y]);
        queue.push([x, y]);
        break;
      }
    });
  }
  return pairs;
}

function singles({ layers }: Net, partner: Int32Array): readonly Layer[] {
  return layers.filter((_, at) => partner[at] === -1);
}

/** The same but for extents that one side leaves open. */
function differsBySymbols(base: Net, head: Net, x: Layer, y: Layer): boolean {
  const [ours, theirs] = [attributesOf(x, opsetOf(base)), attributesOf(y, opsetOf(head))];
  if (ours.size !== theirs.size || [...ours].some(([name, value]) => theirs.get(name) !== value)) return false;
  return x.outputs.every(({ shape }, at) => mayEqual(shape, y.outputs[at]?.shape));
}

function opsetOf({ profile }: Net): bigint {
  return profile.model.opsets.get('') ?? 0n;
}

function mayEqual(a: Shape, b: Shape | undefined): boolean {
  if (b === undefined || isUnknown(a) || isUnknown(b)) return b !== undefined;
  return (
    a.length === b.length &&
    a.every((d, axis) => {
      const other = b[axis];
      return typeof d !== 'bigint' || typeof other !== 'bigint' || d === other;
    })
  );
}

/** The layer each quantise or dequantise node serves: the one that reads its result, or else the one that feeds it. */
export function servedBy(net: Net, nodes: readonly Layer[]): ReadonlyMap<Layer, Layer> {
  const result = new Map<Layer, Layer>();
  const wanted = nodes.filter((l) => isQuantization(l.op));
  if (wanted.length === 0) return result;
  const readerOf = new Map<string, Layer>();
  const folded = new Set(net.folded);
  for (const layer of [...net.layers, ...net.folded])
    for (const name of layer.inputs) if (!readerOf.has(name)) readerOf.set(name, layer);
  for (const layer of wanted) {
    const found =
      follow(layer, folded, (l) => readerOf.get(l.outputs[0]?.name ?? '')) ??
      follow(layer, folded, (l) => net.producerOf(l.inputs[0] ?? ''));
    if (found !== undefined) result.set(layer, found);
  }
  return result;
}

function follow(from: Layer, folded: ReadonlySet<Layer>, next: (layer: Layer) => Layer | undefined): Layer | undefined {
  let at = next(from);
  for (let guard = 0; at !== undefined && folded.has(at); guard++) {
    if (guard > folded.size) return undefined;
    at = next(at);
  }
  return at;
}
