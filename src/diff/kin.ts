/**
 * Of which model another one is a later version, whatever the two files are called: a small fingerprint of each, made
 * without the other, so that dozens of models are compared all with all at next to no cost. docs/diff.md has the figures
 * the thresholds come from.
 */
import type { NamedValue } from '../analysis/profile.ts';
import { isUnknown } from '../model/dim.ts';
import { isWeightedClass } from './classes.ts';
import type { Side } from './diff.ts';
import { keysOf, surroundings } from './hashes.ts';
import { type Net, netOf } from './net.ts';
import { contentHash, type Sketches, sketchesOf } from './sketch.ts';
import { mainWeight } from './weights.ts';

/** Bags of hashes, sorted, each as often as it occurs. Plain data: it goes from thread to thread. */
export interface Fingerprint {
  /** Of each layer with weights: its class and the extents of its biggest weight, in no order. */
  readonly weights: Float64Array;
  /** Of each layer: its class and those of the layers around it, without any extent. */
  readonly places: Float64Array;
  /** Of each layer with weights: what its biggest one holds; empty where the data is not at hand. */
  readonly contents: Float64Array;
  /** Kinds and ranks of what the model takes and gives, by position. */
  readonly ports: string;
}

/** Steps from a layer that its surroundings reach. */
const radius = 3;
/** Elements sampled of a weight; fewer agree by chance. */
const fewestSamples = 32;

export function fingerprintOf({ profile, model }: Side): Fingerprint {
  const net = netOf(profile);
  const sketches = model && sketchesOf(model);
  return {
    weights: weightsOf(net),
    places: placesOf(net),
    contents: sketches === undefined ? new Float64Array() : contentsOf(net, sketches),
    ports: `${profile.inputs.map(portText).join()}>${profile.outputs.map(portText).join()}`,
  };
}

function weightsOf({ layers, classes }: Net): Float64Array {
  const keys = layers.flatMap((layer, at) => {
    const name = classes[at] ?? '';
    const weight = isWeightedClass(name) || name === 'embedding' ? mainWeight(layer) : undefined;
    if (weight === undefined) return [];
    // A Gemm may hold what a MatMul held, transposed.
    const extents = [...weight.shape].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return [textHash(`${name} ${extents.join('×')}`)];
  });
  return Float64Array.from(keys).sort();
}

function placesOf(net: Net): Float64Array {
  const classes = new Map<string, number>();
  const labels = Int32Array.from(net.classes, (name) => {
    const label = classes.get(name) ?? textHash(name) | 0;
    classes.set(name, label);
    return label;
  });
  const all = Int32Array.from(labels, (_, at) => at);
  const [colours] = surroundings(net, labels, [radius], all);
  return colours === undefined ? new Float64Array() : keysOf(all, colours).sort();
}

function contentsOf({ layers }: Net, sketches: Sketches): Float64Array {
  const keys = layers.flatMap((layer) => {
    const weight = mainWeight(layer);
    const sketch = weight && sketches(weight.name);
    return sketch === undefined || sketch.constant || sketch.values.length < fewestSamples ? [] : [contentHash(sketch)];
  });
  return Float64Array.from(keys).sort();
}

/** Half precision and quantisation change the element type; what is a number and what an index stays. */
function portText({ dtype, shape, type }: NamedValue): string {
  const kind = type ?? (dtype === null ? '?' : /float|int8|int4/.test(dtype) ? 'number' : dtype);
  return `${kind}${isUnknown(shape) ? '?' : shape.length}`;
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo), in two streams, as one number of 53 bits. */
function textHash(text: string): number {
  let [high, low] = [0x811c9dc5, 0x050c5d1f];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x01000193) ^ (low >>> 15);
  }
  return (high >>> 0) * 0x200000 + (low >>> 11);
}

/** With fewer layers that hold weights, or fewer layers, a likeness says nothing. */
const fewestWeights = 4;
const fewestLayers = 24;
const least = { contents: 0.5, weights: 0.98, places: 0.9, both: 1.3 } as const;

/**
 * How much speaks for one being a version of the other, 0 to 4; 0 where they are none, or too small to tell. Weights that
 * hold the same numbers say most; without them both must take and give the same kinds of tensors.
 */
export function kinship(a: Fingerprint, b: Fingerprint): number {
  const contents = overlap(a.contents, b.contents);
  const weights = overlap(a.weights, b.weights);
  const places = overlap(a.places, b.places);
  const score = 2 * contents + weights + places;
  const isEnough = (one: Float64Array, other: Float64Array, fewest: number): boolean =>
    Math.min(one.length, other.length) >= fewest;
  if (contents >= least.contents && isEnough(a.contents, b.contents, fewestWeights)) return score;
  if (a.ports !== b.ports) return 0;
  const [hasWeights, hasLayers] = [
    isEnough(a.weights, b.weights, fewestWeights),
    isEnough(a.places, b.places, fewestLayers),
  ];
  const isKin =
    (hasWeights && weights >= least.weights) ||
    (hasLayers && places >= least.places) ||
    (hasWeights && hasLayers && weights + places >= least.both);
  return isKin ? score : 0;
}

/** Of two sorted bags: what both hold, as a share of what either does. */
function overlap(a: Float64Array, b: Float64Array): number {
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const either = a.length + b.length - both;
  return either === 0 ? 0 : both / either;
}

export interface KinPairs {
  /** Positions among those that went and those that came. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Those that came and may be versions of several, or of one that may as well be another's: nobody can say. */
  readonly unclear: readonly { readonly came: number; readonly gone: readonly number[] }[];
}

/** What speaks for a pair must exceed what speaks for any other of either by this. */
const margin = 0.15;

/** Each that came with the one that went of which it is a version, where no other is nearly as likely for either. */
export function pairKin(gone: readonly Fingerprint[], came: readonly Fingerprint[]): KinPairs {
  const scores = came.map((b) => gone.map((a) => kinship(a, b)));
  const pairs: (readonly [number, number])[] = [];
  const unclear: { readonly came: number; readonly gone: readonly number[] }[] = [];
  scores.forEach((row, j) => {
    const best = Math.max(0, ...row);
    if (best === 0) return;
    const i = row.indexOf(best);
    const rivals = scores.flatMap((other, at) => (at === j ? [] : [other[i] ?? 0]));
    const near = row.flatMap((score, at) => (score > 0 && best - score < margin ? [at] : []));
    const highest = Math.max(0, ...rivals);
    if (near.length === 1 && best - highest >= margin) pairs.push([i, j]);
    else if (near.length > 1 || Math.abs(best - highest) < margin) unclear.push({ came: j, gone: near });
  });
  return { pairs, unclear };
}
