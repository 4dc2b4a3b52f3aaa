/**
 * Regions of layers without a counterpart that stand for one another: a decomposed GELU for a Gelu, five nodes for one.
 * A region is connected; two regions belong together when they sit between the same paired layers.
 */

import { isWeightedClass } from './classes.ts';
import type { Pairing } from './cost.ts';
import type { Net } from './net.ts';
import { neighbours } from './wires.ts';

export interface Region {
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/**
 * Connected sets of unpaired nodes and of pairs of two different operators (`isSoft`), with nodes on both sides and more
 * than one on one of them. Regions with weighted layers on one side only are no replacement but an addition or a removal.
 */
export function regionsOf(
  base: Net,
  head: Net,
  pairing: Pairing,
  isSoft: (base: number, head: number) => boolean,
): readonly Region[] {
  const offset = base.layers.length;
  const sets = new Sets(offset + head.layers.length);
  const isMemberOfBase = (i: number): boolean => {
    const j = pairing.toHead[i] ?? -1;
    return j < 0 || isSoft(i, j);
  };
  const isMemberOfHead = (j: number): boolean => {
    const i = pairing.toBase[j] ?? -1;
    return i < 0 || isSoft(i, j);
  };
  const members: number[] = [];
  base.layers.forEach((_, i) => {
    if (!isMemberOfBase(i)) return;
    members.push(i);
    const j = pairing.toHead[i] ?? -1;
    if (j >= 0) sets.join(i, offset + j);
    for (const from of neighbours(base.inputs, i)) if (from >= 0 && isMemberOfBase(from)) sets.join(i, from);
  });
  head.layers.forEach((_, j) => {
    if (!isMemberOfHead(j)) return;
    members.push(offset + j);
    for (const from of neighbours(head.inputs, j))
      if (from >= 0 && isMemberOfHead(from)) sets.join(offset + j, offset + from);
  });
  joinByBoundary(base, head, pairing, sets, members);

  const regions = new Map<number, { readonly base: number[]; readonly head: number[] }>();
  for (const m of members) {
    const root = sets.root(m);
    const region = regions.get(root) ?? { base: [], head: [] };
    regions.set(root, region);
    if (m < offset) region.base.push(m);
    else region.head.push(m - offset);
  }
  return [...regions.values()].filter((r) => {
    if (r.base.length === 0 || r.head.length === 0) return false;
    if (r.base.length === 1 && r.head.length === 1 && pairing.toHead[r.base[0] ?? 0] === r.head[0]) return false;
    const weighted = (net: Net, nodes: readonly number[]): boolean =>
      nodes.some((n) => isWeightedClass(net.classes[n] ?? ''));
    return weighted(base, r.base) === weighted(head, r.head);
  });
}

/** Joins sets of either side whose paired neighbours before and after are the same. */
function joinByBoundary(base: Net, head: Net, pairing: Pairing, sets: Sets, members: readonly number[]): void {
  const offset = base.layers.length;
  const boundaries = new Map<number, { readonly before: Set<number>; readonly after: Set<number> }>();
  const isMember = new Set(members);
  for (const m of members) {
    const root = sets.root(m);
    const boundary = boundaries.get(root) ?? { before: new Set<number>(), after: new Set<number>() };
    boundaries.set(root, boundary);
    const onBase = m < offset;
    const net = onBase ? base : head;
    const node = onBase ? m : m - offset;
    // Neighbours by their index in base; graph inputs are their own ordinal, −1, −2, …
    const common = (n: number): number | undefined => {
      if (n < 0) return n;
      if (isMember.has(onBase ? n : offset + n)) return undefined;
      return onBase ? n : (pairing.toBase[n] ?? undefined);
    };
    for (const from of neighbours(net.inputs, node)) {
      const at = common(from);
      if (at !== undefined) boundary.before.add(at);
    }
    for (const to of neighbours(net.outputs, node)) {
      const at = common(to);
      if (at !== undefined) boundary.after.add(at);
    }
    for (const ordinal of net.yields.ordinal.subarray(net.yields.start[node], net.yields.start[node + 1]))
      boundary.after.add(-ordinal - 1);
  }
  const bySignature = new Map<string, number>();
  for (const [root, { before, after }] of boundaries) {
    if (before.size === 0 || after.size === 0) continue;
    const signature = `${[...before].sort((a, b) => a - b).join()}>${[...after].sort((a, b) => a - b).join()}`;
    const other = bySignature.get(signature);
    if (other === undefined) bySignature.set(signature, root);
    else sets.join(root, other);
  }
}

/** Disjoint sets with path halving. */
class Sets {
  private readonly parent: Int32Array;
  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, at) => at);
  }

  root(node: number): number {
    let at = node;
    for (;;) {
      const up = this.parent[at] ?? at;
      if (up === at) return at;
      const next = this.parent[up] ?? up;
      this.parent[at] = next;
      at = next;
    }
  }

  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x !== y) this.parent[Math.max(x, y)] = Math.min(x, y);
  }
}
