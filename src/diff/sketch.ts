/**
 * Weight content as evidence, from at most 256 elements a tensor. The same elements at the same places mean the same
 * weights; the same signs mean the same weights after training went on, after quantisation, or after a scale was folded in.
 */
import type { DType } from '../model/dtype.ts';
import type { Graph, Model, Tensor } from '../model/model.ts';
import type { Net } from './net.ts';
import { mainWeight } from './weights.ts';

const samples = 256;
const side = 16;
/** Below this it is cheaper to read a tensor in one go than element by element. */
const readWhole = 4096;
/** Smaller tensors agree by chance. */
const fewest = 8;

/**
 * Quantised to numbers without a sign, a weight has it about the middle: there its zero point is, as a rule. In a byte of
 * two packed numbers of 4 bits that is the sign of the upper one.
 */
const middles: ReadonlyMap<DType, number> = new Map([
  ['uint2', 1.5],
  ['uint4', 7.5],
  ['uint8', 127.5],
  ['uint16', 32_767.5],
]);

/** A tensor as a matrix, `[first extent, rest]`, sampled on a grid that its transpose permutes. */
export interface Sketch {
  readonly rows: number;
  readonly columns: number;
  readonly height: number;
  readonly width: number;
  /** Row-major, `height × width`. */
  readonly values: Float64Array;
  /** All sampled elements are one number: says nothing about which tensor it is. */
  readonly constant: boolean;
}

/** Sketches of a model's stored tensors by name, each taken once; `undefined` where the data is not at hand. */
export type Sketches = (name: string) => Sketch | undefined;

/** `undefined` where no weight is at hand: a few hundred reads a tensor are too many for ranges fetched one by one. */
export function sketchesOf(model: Model): Sketches | undefined {
  if (model.sparse) return undefined;
  const tensors = tensorsOf(model);
  const known = new Map<string, Sketch | undefined>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined || known.has(name)) return before;
    const tensor = tensors.has(name) ? tensors.get(name) : model.graph.tensors.get(name);
    const sketch = tensor === undefined ? undefined : sketchOf(tensor);
    known.set(name, sketch);
    return sketch;
  };
}

/**
 * What Constant nodes and bodies store, by name; initializers of the main graph are looked up where they are. A name that
 * bodies use for several tensors says nothing.
 */
function tensorsOf(model: Model): ReadonlyMap<string, Tensor | undefined> {
  const tensors = new Map<string, Tensor | undefined>();
  const put = (name: string, tensor: Tensor): void => {
    const isTaken = tensors.has(name) || model.graph.tensors.has(name);
    tensors.set(name, isTaken ? undefined : tensor);
  };
  const graphs: Graph[] = [model.graph];
  // Bodies come behind the graphs they are in; the list grows as it is read.
  for (const graph of graphs) {
    if (graph !== model.graph) for (const [name, tensor] of graph.tensors) put(name, tensor);
    for (const node of graph.nodes) {
      if (node.op === 'Constant' && node.domain === '') {
        const value = node.attributes.get('value');
        const [name] = node.outputs;
        if (value?.kind === 'tensor' && name !== undefined) put(name, value.value);
      } else
        for (const attribute of node.attributes.values()) {
          if (attribute.kind === 'graph') graphs.push(attribute.value);
          else if (attribute.kind === 'graphs') for (const inner of attribute.value) graphs.push(inner);
        }
    }
  }
  return tensors;
}

/** `undefined` where the data is not at hand or the tensor is empty. */
export function sketchOf(tensor: Tensor): Sketch | undefined {
  const count = Number(tensor.elementCount);
  if (count === 0 || !Number.isSafeInteger(count)) return undefined;
  const rows = Number(tensor.shape[0] ?? 1n);
  const columns = count / rows;
  let height = Math.min(rows, side);
  const width = Math.min(columns, Math.floor(samples / height));
  if (width < side) height = Math.min(rows, Math.floor(samples / width));
  const whole = count <= readWhole ? tensor.elements(0, count) : undefined;
  if (count <= readWhole && whole === undefined) return undefined;
  // Mostly it is the data of all weights that is not at hand, and then of the first element already.
  if (whole === undefined && tensor.elements(0, 1) === undefined) return undefined;
  const middle = middles.get(tensor.dtype) ?? 0;
  const values = new Float64Array(height * width);
  for (let r = 0; r < height; r++)
    for (let c = 0; c < width; c++) {
      const at = place(r, height, rows) * columns + place(c, width, columns);
      const element = whole === undefined ? tensor.elements(at, at + 1)?.[0] : whole[at];
      if (element === undefined || typeof element === 'string' || typeof element === 'object') return undefined;
      values[r * width + c] = Number(element) - middle;
    }
  const [first] = values;
  return { rows, columns, height, width, values, constant: values.every((v) => v === first) };
}

function place(at: number, of: number, extent: number): number {
  return Math.floor(((2 * at + 1) * extent) / (2 * of));
}

/** Signs that agree, as a share of those that are not zero on either side; 0 where too few are left to tell. */
export function agreement(a: Sketch, b: Sketch): number {
  const straight = a.rows === b.rows && a.columns === b.columns ? compareSigns(a, b, false) : 0;
  const turned = a.rows === b.columns && a.columns === b.rows ? compareSigns(a, b, true) : 0;
  return Math.max(straight, turned);
}

function compareSigns(a: Sketch, b: Sketch, turned: boolean): number {
  const other = (r: number, c: number): number => (turned ? b.values[c * b.width + r] : b.values[r * b.width + c]) ?? 0;
  let [same, usable, sameStep, usableSteps] = [0, 0, 0, 0];
  for (let r = 0; r < a.height; r++) {
    let before = 0;
    for (let c = 0; c < a.width; c++) {
      const x = a.values[r * a.width + c] ?? 0;
      const sign = x * other(r, c);
      if (sign !== 0 && Number.isFinite(sign)) {
        usable++;
        if (sign > 0) same++;
        // A scale of any sign folded into the output channel leaves the product of two neighbours in it alone.
        if (before !== 0) {
          usableSteps++;
          if (sign > 0 === before > 0) sameStep++;
        }
      }
      before = Number.isFinite(sign) ? sign : 0;
    }
  }
  return Math.max(usable < 32 ? 0 : same / usable, usableSteps < 64 ? 0 : sameStep / usableSteps);
}

/** Unrelated tensors agree in .50 ± .03 of 256 signs, in at most .64 of any pair measured; fewer signs need more. */
export function isSame(share: number, a: Sketch): boolean {
  const usable = a.height * a.width;
  return share >= (usable >= 200 ? 0.72 : usable >= 64 ? 0.8 : 0.92);
}

export interface Evidence {
  /** By net index; `undefined` without weights or without their data. */
  readonly base: readonly (Sketch | undefined)[];
  readonly head: readonly (Sketch | undefined)[];
  /** By net index: equal exactly where the samples are; −1 without evidence. */
  readonly baseContent: Int32Array;
  readonly headContent: Int32Array;
  /** How many different contents there are. */
  readonly contents: number;
}

export function evidenceOf(
  base: Net,
  head: Net,
  ours: Sketches | undefined,
  theirs: Sketches | undefined,
): Evidence | undefined {
  if (ours === undefined || theirs === undefined) return undefined;
  const contents = new Map<number, { readonly sketch: Sketch; readonly id: number }[]>();
  let count = 0;
  const one = (net: Net, known: Sketches): readonly [(Sketch | undefined)[], Int32Array] => {
    const sketches = net.layers.map((layer) => {
      const weight = mainWeight(layer);
      return weight === undefined ? undefined : known(weight.name);
    });
    const content = Int32Array.from(sketches, (s) => {
      if (s === undefined || s.constant || s.values.length < fewest) return -1;
      const key = contentHash(s);
      const alike = contents.get(key);
      const same = alike?.find((o) => isSameContent(o.sketch, s));
      if (same !== undefined) return same.id;
      const entry = { sketch: s, id: count++ };
      if (alike === undefined) contents.set(key, [entry]);
      else alike.push(entry);
      return entry.id;
    });
    return [sketches, content];
  };
  const [baseSketches, baseContent] = one(base, ours);
  const [headSketches, headContent] = one(head, theirs);
  return { base: baseSketches, head: headSketches, baseContent, headContent, contents: count };
}

export function contentHash({ values, rows, columns }: Sketch): number {
  let hash = Math.imul(rows, 31) ^ columns;
  for (const word of new Int32Array(values.buffer, values.byteOffset, 2 * values.length))
    hash = Math.imul(hash ^ word, 0x01000193) ^ (hash >>> 15);
  return hash;
}

function isSameContent(a: Sketch, b: Sketch): boolean {
  if (a.rows !== b.rows || a.columns !== b.columns || a.values.length !== b.values.length) return false;
  for (let at = 0; at < a.values.length; at++) if (!Object.is(a.values[at], b.values[at])) return false;
  return true;
}

/** Pairs of nodes whose signs agree and agree with no other nearly as well. */
export function sketchPairs(
  evidence: Evidence,
  freeBase: readonly number[],
  freeHead: readonly number[],
): readonly (readonly [number, number])[] {
  const byShape = new Map<string, { readonly base: number[]; readonly head: number[] }>();
  const enter = (which: 'base' | 'head', nodes: readonly number[]): void => {
    for (const node of nodes) {
      const s = evidence[which][node];
      if (s === undefined || s.constant || s.values.length < 32) continue;
      const name = s.rows < s.columns ? `${s.rows}×${s.columns}` : `${s.columns}×${s.rows}`;
      const group = byShape.get(name) ?? { base: [], head: [] };
      byShape.set(name, group);
      group[which].push(node);
    }
  };
  enter('base', freeBase);
  enter('head', freeHead);
  const result: (readonly [number, number])[] = [];
  for (const { base, head } of byShape.values()) {
    if (base.length === 0 || head.length === 0 || base.length * head.length > 250_000) continue;
    const table = base.map((i) => head.map((j) => share(evidence, i, j)));
    base.forEach((i, x) => {
      const row = table[x] ?? [];
      const best = Math.max(...row);
      const y = row.indexOf(best);
      const j = head[y];
      const s = evidence.base[i];
      if (j === undefined || s === undefined || !isSame(best, s)) return;
      const runnerUp = Math.max(
        0,
        ...row.filter((_, at) => at !== y),
        ...table.filter((_, at) => at !== x).map((r) => r[y] ?? 0),
      );
      if (best - runnerUp >= 0.1) result.push([i, j]);
    });
  }
  return result;
}

export function share(evidence: Evidence, i: number, j: number): number {
  const [a, b] = [evidence.base[i], evidence.head[j]];
  return a === undefined || b === undefined || a.constant || b.constant ? 0 : agreement(a, b);
}
