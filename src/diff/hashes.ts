/**
 * Structural fingerprints over the data edges: cones (everything a node comes from, everything that comes of it) and
 * Weisfeiler–Lehman colours (its surroundings up to a radius). 53-bit keys, so that a chance collision among 10⁵ nodes is
 * a one-in-10⁶ event; a pair must also agree in class, which makes it harmless.
 */
import type { Net } from './net.ts';

/** Integer hash step (the multipliers are those of MurmurHash3's finaliser, Appleby 2011, public domain). */
function mix(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const second = 0x27d4eb2f;

function key(high: number, low: number): number {
  return high * 0x200000 + (low >>> 11);
}

/** One hash per node in two halves. */
export interface Hashes {
  readonly high: Int32Array;
  readonly low: Int32Array;
}

/** Hashes of some nodes as one number each; of several hashes together where more than one is given. */
export function keysOf(nodes: Int32Array, first: Hashes, other?: Hashes): Float64Array {
  const result = new Float64Array(nodes.length);
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] ?? 0;
    const [high, low] = [first.high[node] ?? 0, first.low[node] ?? 0];
    result[at] =
      other === undefined ? key(high, low) : key(mix(high, other.high[node] ?? 0), mix(low, other.low[node] ?? 0));
  }
  return result;
}

/** Equal hashes: the same label, and the same computation before it down to the graph inputs. */
export function upCones(net: Net, label: Int32Array): Hashes {
  const size = net.layers.length;
  const { start, node, where } = net.inputs;
  const high = new Int32Array(size);
  const low = new Int32Array(size);
  for (let at = 0; at < size; at++) {
    let h = 0;
    let l = 0;
    const end = start[at + 1] ?? 0;
    for (let e = start[at] ?? 0; e < end; e++) {
      const from = node[e] ?? 0;
      const port = where[e] ?? 0;
      // Summed, so that the order of equal ports (operands that may be swapped) does not matter.
      h = (h + mix(from < 0 ? from : (high[from] ?? 0), port)) | 0;
      l = (l + mix(from < 0 ? from ^ second : (low[from] ?? 0), port ^ second)) | 0;
    }
    high[at] = mix(label[at] ?? 0, h);
    low[at] = mix((label[at] ?? 0) ^ second, l);
  }
  return { high, low };
}

/** Equal hashes: the same label, and the same computation after it up to the graph outputs. */
export function downCones(net: Net, label: Int32Array): Hashes {
  const size = net.layers.length;
  const { start, node, where } = net.outputs;
  const { yields } = net;
  const high = new Int32Array(size);
  const low = new Int32Array(size);
  for (let at = size - 1; at >= 0; at--) {
    let h = 0;
    let l = 0;
    const end = start[at + 1] ?? 0;
    for (let e = start[at] ?? 0; e < end; e++) {
      const to = node[e] ?? 0;
      const port = where[e] ?? 0;
      h = (h + mix(high[to] ?? 0, port)) | 0;
      l = (l + mix(low[to] ?? 0, port ^ second)) | 0;
    }
    const last = yields.start[at + 1] ?? 0;
    for (let y = yields.start[at] ?? 0; y < last; y++) {
      const ordinal = yields.ordinal[y] ?? 0;
      h = (h + mix(-ordinal - 1, 77)) | 0;
      l = (l + mix(-ordinal - 1, second)) | 0;
    }
    high[at] = mix(label[at] ?? 0, h);
    low[at] = mix((label[at] ?? 0) ^ second, l);
  }
  return { high, low };
}

/**
 * Colours after each of the given radii, ascending; only those of the `wanted` nodes mean anything. `up`, `down`: which
 * neighbours are looked at.
 */
export function surroundings(
  net: Net,
  label: Int32Array,
  radii: readonly number[],
  wanted: Int32Array,
  up = true,
  down = true,
): Hashes[] {
  const last = radii.at(-1) ?? 0;
  const { inputs, outputs, yields } = net;
  const reach = reaching(net, wanted, last, up, down);
  let [high, low] = [Int32Array.from(label), Int32Array.from(label)];
  let [nextHigh, nextLow] = [high.slice(), low.slice()];
  const result: Hashes[] = [];
  for (let radius = 1; radius <= last; radius++) {
    // What is farther from a wanted node than the radii to come is no longer asked for.
    const count = reach.until[last - radius] ?? 0;
    for (let slot = 0; slot < count; slot++) {
      const at = reach.nodes[slot] ?? 0;
      let h = 0;
      let l = 0;
      if (up) {
        const end = inputs.start[at + 1] ?? 0;
        for (let e = inputs.start[at] ?? 0; e < end; e++) {
          const from = inputs.node[e] ?? 0;
          const port = inputs.where[e] ?? 0;
          h = (h + mix(from < 0 ? -7 : (high[from] ?? 0), port)) | 0;
          l = (l + mix(from < 0 ? -9 : (low[from] ?? 0), port ^ second)) | 0;
        }
      }
      if (down) {
        const end = outputs.start[at + 1] ?? 0;
        for (let e = outputs.start[at] ?? 0; e < end; e++) {
          const to = outputs.node[e] ?? 0;
          const port = ~(outputs.where[e] ?? 0);
          h = (h + mix(high[to] ?? 0, port)) | 0;
          l = (l + mix(low[to] ?? 0, port ^ second)) | 0;
        }
        const results = (yields.start[at + 1] ?? 0) - (yields.start[at] ?? 0);
        if (results > 0) {
          h = (h + mix(-11, results)) | 0;
          l = (l + mix(-13, results)) | 0;
        }
      }
      nextHigh[at] = mix(high[at] ?? 0, h);
      nextLow[at] = mix((low[at] ?? 0) ^ second, l);
    }
    [high, nextHigh] = [nextHigh, high];
    [low, nextLow] = [nextLow, low];
    if (radii.includes(radius)) result.push(radius === last ? { high, low } : { high: high.slice(), low: low.slice() });
  }
  return result;
}

/** Nodes by distance from the wanted ones: those within `n` steps are the first `until[n]`. */
function reaching(
  net: Net,
  wanted: Int32Array,
  most: number,
  up: boolean,
  down: boolean,
): { readonly nodes: Int32Array; readonly until: Int32Array } {
  const size = net.layers.length;
  const until = new Int32Array(most + 1).fill(size);
  if (wanted.length === size) return { nodes: wanted, until };
  const isReached = new Uint8Array(size);
  const nodes = new Int32Array(size);
  let count = 0;
  const enter = (node: number): void => {
    if (isReached[node] === 1) return;
    isReached[node] = 1;
    nodes[count++] = node;
  };
  for (const node of wanted) enter(node);
  until[0] = count;
  for (let step = 1, from = 0; step <= most; step++) {
    const to = count;
    for (; from < to; from++) {
      const at = nodes[from] ?? 0;
      if (up)
        for (let e = net.inputs.start[at] ?? 0; e < (net.inputs.start[at + 1] ?? 0); e++) {
          const other = net.inputs.node[e] ?? -1;
          if (other >= 0) enter(other);
        }
      if (down)
        for (let e = net.outputs.start[at] ?? 0; e < (net.outputs.start[at + 1] ?? 0); e++)
          enter(net.outputs.node[e] ?? 0);
    }
    until[step] = count;
  }
  return { nodes, until };
}

/** Keys of both sides as small integers, equal exactly where the keys are. */
export interface Numbered {
  readonly base: Int32Array;
  readonly head: Int32Array;
  readonly count: number;
}

/** By open addressing: a Map of doubles costs ten times as much. */
export function number(base: Float64Array, head: Float64Array): Numbered {
  let capacity = 16;
  while (capacity < 2 * (base.length + head.length)) capacity *= 2;
  const slots = new Int32Array(capacity).fill(-1);
  const known = new Float64Array(base.length + head.length);
  let count = 0;
  const one = (list: Float64Array): Int32Array => {
    const ids = new Int32Array(list.length);
    for (let at = 0; at < list.length; at++) {
      const wanted = list[at] ?? 0;
      let slot = mix(wanted | 0, (wanted / 0x200000) | 0) & (capacity - 1);
      for (;;) {
        const id = slots[slot] ?? -1;
        if (id < 0) {
          slots[slot] = count;
          known[count] = wanted;
          ids[at] = count++;
          break;
        }
        if (known[id] === wanted) {
          ids[at] = id;
          break;
        }
        slot = (slot + 1) & (capacity - 1);
      }
    }
    return ids;
  };
  return { base: one(base), head: one(head), count };
}
