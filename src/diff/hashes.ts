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

/** Equal keys: the same label, and the same computation before it down to the graph inputs. */
export function upCones(net: Net, label: Int32Array): Float64Array {
  const size = net.layers.length;
  const high = new Int32Array(size);
  const low = new Int32Array(size);
  for (let at = 0; at < size; at++) {
    let h = 0;
    let l = 0;
    for (const e of net.inputs[at] ?? []) {
      const where = e.port * 64 + e.output;
      // Summed, so that the order of equal ports (operands that may be swapped) does not matter.
      h += e.node < 0 ? mix(e.node, where) : mix(high[e.node] ?? 0, where);
      l += e.node < 0 ? mix(e.node ^ second, where) : mix(low[e.node] ?? 0, where ^ second);
    }
    high[at] = mix(label[at] ?? 0, h | 0);
    low[at] = mix((label[at] ?? 0) ^ second, l | 0);
  }
  return keys(high, low);
}

/** Equal keys: the same label, and the same computation after it up to the graph outputs. */
export function downCones(net: Net, label: Int32Array): Float64Array {
  const size = net.layers.length;
  const high = new Int32Array(size);
  const low = new Int32Array(size);
  for (let at = size - 1; at >= 0; at--) {
    let h = 0;
    let l = 0;
    for (const e of net.outputs[at] ?? []) {
      const where = e.port * 64 + e.output;
      h += mix(high[e.node] ?? 0, where);
      l += mix(low[e.node] ?? 0, where ^ second);
    }
    for (const ordinal of net.yields[at] ?? []) {
      h += mix(-ordinal - 1, 77);
      l += mix(-ordinal - 1, second);
    }
    high[at] = mix(label[at] ?? 0, h | 0);
    low[at] = mix((label[at] ?? 0) ^ second, l | 0);
  }
  return keys(high, low);
}

export function joint(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, at) => {
    const y = b[at] ?? 0;
    return key(mix(x | 0, y | 0), mix((x / 0x200000) | 0, (y / 0x200000) | 0));
  });
}

/** Colours after each of the given radii, ascending. `up`, `down`: which neighbours are looked at. */
export function surroundings(
  net: Net,
  label: Int32Array,
  radii: readonly number[],
  up = true,
  down = true,
): Float64Array[] {
  const size = net.layers.length;
  let high = Int32Array.from(label, (v) => mix(v, 1));
  let low = Int32Array.from(label, (v) => mix(v, second));
  const result: Float64Array[] = [];
  const last = radii.at(-1) ?? 0;
  for (let radius = 1; radius <= last; radius++) {
    const nextHigh = new Int32Array(size);
    const nextLow = new Int32Array(size);
    for (let at = 0; at < size; at++) {
      let h = 0;
      let l = 0;
      if (up)
        for (const e of net.inputs[at] ?? []) {
          const where = e.port * 64 + e.output;
          h += e.node < 0 ? mix(-7, where) : mix(high[e.node] ?? 0, where);
          l += e.node < 0 ? mix(-9, where) : mix(low[e.node] ?? 0, where ^ second);
        }
      if (down) {
        for (const e of net.outputs[at] ?? []) {
          const where = e.port * 64 + e.output + 0x10000;
          h += mix(high[e.node] ?? 0, where);
          l += mix(low[e.node] ?? 0, where ^ second);
        }
        for (const _ of net.yields[at] ?? []) {
          h += mix(-11, 5);
          l += mix(-13, 5);
        }
      }
      nextHigh[at] = mix(high[at] ?? 0, h | 0);
      nextLow[at] = mix(low[at] ?? 0, l | 0);
    }
    high = nextHigh;
    low = nextLow;
    if (radii.includes(radius)) result.push(keys(high, low));
  }
  return result;
}

function keys(high: Int32Array, low: Int32Array): Float64Array {
  return Float64Array.from(high, (h, at) => key(h, low[at] ?? 0));
}
