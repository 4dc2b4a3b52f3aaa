/** Layers that are the same to the letter, found without writing them down: in a large network most are. */
import type { Layer, WeightRef } from '../analysis/profile.ts';
import { isSymbolic, isUnknown, keyOf, type Shape } from '../model/dim.ts';
import type { Attribute } from '../model/model.ts';
import type { Net } from './net.ts';

/** Layers of one hash looked at. A file may make thousands that differ in what the hash does not see. */
const mostProbes = 32;

/** For each node, asked in ascending order, an earlier one of the same description, or −1: −1 also where it is not found soon. */
export function twins(net: Net): (node: number) => number {
  let capacity = 16;
  while (capacity < 2 * net.layers.length) capacity *= 2;
  const slots = new Int32Array(capacity).fill(-1);
  return (node) => {
    const layer = net.layers[node];
    if (layer === undefined || net.inner.has(layer) || !isComparable(layer)) return -1;
    let slot = hashOf(layer) & (capacity - 1);
    for (let probe = 0; probe < mostProbes; probe++) {
      const other = slots[slot] ?? -1;
      if (other < 0) {
        slots[slot] = node;
        return -1;
      }
      const twin = net.layers[other];
      if (twin !== undefined && net.classes[node] === net.classes[other] && isTwin(layer, twin)) return other;
      slot = (slot + 1) & (capacity - 1);
    }
    return -1;
  };
}

/** Unknown extents are equal to nothing; tensors and graphs are not looked into. */
function isComparable({ outputs, attributes }: Layer): boolean {
  for (const { shape } of outputs) if (isUnknown(shape) || shape.some(isUnknown)) return false;
  for (const { kind } of attributes.values()) if (!comparable.has(kind)) return false;
  return true;
}

const comparable: ReadonlySet<Attribute['kind']> = new Set(['int', 'ints', 'float', 'floats', 'string', 'strings']);

function step(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193) ^ (hash >>> 15);
}

function hashOf(layer: Layer): number {
  let hash = step(layer.op.length, layer.op.charCodeAt(0));
  hash = step(hash, layer.op.charCodeAt(layer.op.length - 1));
  for (const w of layer.weights) for (const d of w.shape) hash = step(hash, Number(d));
  for (const o of layer.outputs)
    if (!isUnknown(o.shape))
      for (const d of o.shape) hash = step(hash, typeof d === 'bigint' ? Number(d) : -keyOf(d).length);
  for (const a of layer.attributes.values()) {
    if (a.kind === 'int') hash = step(hash, Number(a.value));
    else if (a.kind === 'ints') for (const v of a.value) hash = step(hash, Number(v));
    else if (a.kind === 'float') hash = step(hash, a.value * 1000);
  }
  return hash;
}

function isTwin(a: Layer, b: Layer): boolean {
  return (
    a.op === b.op &&
    a.domain === b.domain &&
    a.outputs.length === b.outputs.length &&
    a.weights.length === b.weights.length &&
    a.attributes.size === b.attributes.size &&
    a.outputs.every((o, at) => o.dtype === b.outputs[at]?.dtype && sameShape(o.shape, b.outputs[at]?.shape)) &&
    a.weights.every((w, at) => sameWeight(w, b.weights[at])) &&
    sameAttributes(a.attributes, b.attributes)
  );
}

function sameShape(a: Shape, b: Shape | undefined): boolean {
  if (b === undefined || isUnknown(a) || isUnknown(b) || a.length !== b.length) return false;
  return a.every((d, axis) => d === b[axis] || (isSymbolic(d) && d.key === keyOf(b[axis] ?? 0n)));
}

function sameWeight(a: WeightRef, b: WeightRef | undefined): boolean {
  return (
    b !== undefined && a.input === b.input && a.role === b.role && a.dtype === b.dtype && sameList(a.shape, b.shape)
  );
}

function sameList<T extends bigint | string | number>(a: readonly T[], b: readonly T[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** By name, whatever their order. */
function sameAttributes(a: ReadonlyMap<string, Attribute>, b: ReadonlyMap<string, Attribute>): boolean {
  if (a === b) return true;
  for (const [name, value] of a) {
    const other = b.get(name);
    if (other === undefined || !sameAttribute(value, other)) return false;
  }
  return true;
}

function sameAttribute(a: Attribute, b: Attribute): boolean {
  if (a.kind === 'int' || a.kind === 'float' || a.kind === 'string') return a.kind === b.kind && a.value === b.value;
  if (a.kind === 'ints') return b.kind === 'ints' && sameList(a.value, b.value);
  if (a.kind === 'floats') return b.kind === 'floats' && sameList(a.value, b.value);
  if (a.kind === 'strings') return b.kind === 'strings' && sameList(a.value, b.value);
  return false;
}
