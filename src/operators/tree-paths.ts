/**
 * The most that a row takes in an ensemble of decision trees: along the longest way down each tree, from what the
 * nodes say of one another. What they say is a file's word: pointers to nowhere, cycles and lists of unequal length
 * end in Mismatch, and a node that many point at is looked at once.
 */
import { Mismatch } from './operator.ts';

/** Nodes by position: what each costs, and where it leads. A leaf leads nowhere. */
export interface Trees {
  /** Comparisons at a branch, additions at a leaf. */
  readonly costs: readonly bigint[];
  /** Positions of the two nodes below, of a branch. */
  readonly below: readonly (readonly [number, number] | undefined)[];
}

/**
 * What the longest way down from each node costs, itself included: a post-order walk without recursion, as trees may be
 * as deep as they have nodes. Throws Mismatch on a cycle.
 */
function longestWays({ costs, below }: Trees): readonly bigint[] {
  const ways: (bigint | 'open' | undefined)[] = costs.map(() => undefined);
  for (let start = 0; start < costs.length; start++) {
    const stack = [start];
    for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
      if (typeof ways[at] === 'bigint') {
        stack.pop();
        continue;
      }
      const waiting: number[] = [];
      let longest = 0n;
      for (const next of below[at] ?? []) {
        const way = ways[next];
        if (typeof way !== 'bigint') waiting.push(next);
        else if (way > longest) longest = way;
      }
      if (waiting.length === 0) {
        ways[at] = (costs[at] ?? 0n) + longest;
        stack.pop();
      } else if (ways[at] === 'open') throw new Mismatch('a tree leads back to a node it came from');
      else {
        ways[at] = 'open';
        stack.push(...waiting);
      }
    }
  }
  return ways.map((way) => (typeof way === 'bigint' ? way : 0n));
}

/** The attributes of versions 1 to 3: nodes and leaves in one list, told apart by their mode. */
export interface NodeLists {
  readonly nodes_treeids?: readonly bigint[] | undefined;
  readonly nodes_nodeids?: readonly bigint[] | undefined;
  readonly nodes_modes?: readonly string[] | undefined;
  readonly nodes_truenodeids?: readonly bigint[] | undefined;
  readonly nodes_falsenodeids?: readonly bigint[] | undefined;
}

/** To which tree and node the weights belong, one after another. */
export interface WeightPlaces {
  readonly treeIds: readonly bigint[] | undefined;
  readonly nodeIds: readonly bigint[] | undefined;
}

/** The most comparisons and additions of weights in one row. */
export function operationsOfLists(lists: NodeLists, weights: WeightPlaces): bigint {
  const { nodes_nodeids: ids = [], nodes_truenodeids: yes = [], nodes_falsenodeids: no = [] } = lists;
  const { nodes_treeids: trees = [], nodes_modes: modes = [] } = lists;
  sameLength('nodes_nodeids', ids.length, {
    nodes_treeids: trees.length,
    nodes_modes: modes.length,
    nodes_truenodeids: yes.length,
    nodes_falsenodeids: no.length,
  });
  const places = placesOf(trees, ids);
  const place = (tree: bigint, id: bigint): number => {
    const found = places.get(tree)?.get(id);
    if (found === undefined) throw new Mismatch(`tree ${tree} has no node ${id}`);
    return found;
  };
  const costs = modes.map((mode) => (mode === 'LEAF' ? 0n : 1n));
  addWeights(costs, modes, weights, place);
  const below = modes.map((mode, i): readonly [number, number] | undefined => {
    const tree = trees[i] ?? 0n;
    return mode === 'LEAF' ? undefined : [place(tree, yes[i] ?? 0n), place(tree, no[i] ?? 0n)];
  });
  return longestOfEach(longestWays({ costs, below }), trees);
}

function placesOf(trees: readonly bigint[], ids: readonly bigint[]): ReadonlyMap<bigint, ReadonlyMap<bigint, number>> {
  const places = new Map<bigint, Map<bigint, number>>();
  trees.forEach((tree, i) => {
    const id = ids[i] ?? 0n;
    const nodes = places.get(tree);
    if (nodes === undefined) places.set(tree, new Map([[id, i]]));
    else if (nodes.has(id)) throw new Mismatch(`tree ${tree} has two nodes ${id}`);
    else nodes.set(id, i);
  });
  return places;
}

function addWeights(
  costs: bigint[],
  modes: readonly string[],
  { treeIds = [], nodeIds = [] }: WeightPlaces,
  place: (tree: bigint, id: bigint) => number,
): void {
  sameLength('the node of each weight', nodeIds.length, { 'the tree of each weight': treeIds.length });
  treeIds.forEach((tree, i) => {
    const at = place(tree, nodeIds[i] ?? 0n);
    // The weights of a branch are never taken.
    if (modes[at] === 'LEAF') costs[at] = (costs[at] ?? 0n) + 1n;
  });
}

/** A root lies above all nodes of its tree: its way is the longest. */
function longestOfEach(ways: readonly bigint[], trees: readonly bigint[]): bigint {
  const longest = new Map<bigint, bigint>();
  ways.forEach((way, i) => {
    const tree = trees[i] ?? 0n;
    if (way > (longest.get(tree) ?? -1n)) longest.set(tree, way);
  });
  return total(longest.values());
}

/** The attributes of version 5: branches in one list, leaves in another, and flags that say which a pointer means. */
export interface SplitLists {
  readonly nodes_truenodeids?: readonly bigint[] | undefined;
  readonly nodes_falsenodeids?: readonly bigint[] | undefined;
  readonly nodes_trueleafs?: readonly bigint[] | undefined;
  readonly nodes_falseleafs?: readonly bigint[] | undefined;
  readonly tree_roots?: readonly bigint[] | undefined;
}

/** `comparisons` of each branch; every leaf adds one weight. The most in one row. */
export function operationsOfSplits(lists: SplitLists, comparisons: readonly bigint[], leaves: number): bigint {
  const { nodes_truenodeids: yes = [], nodes_falsenodeids: no = [], tree_roots: roots = [] } = lists;
  const { nodes_trueleafs: yesLeaf = [], nodes_falseleafs: noLeaf = [] } = lists;
  const count = comparisons.length;
  sameLength('nodes_modes', count, {
    nodes_truenodeids: yes.length,
    nodes_falsenodeids: no.length,
    nodes_trueleafs: yesLeaf.length,
    nodes_falseleafs: noLeaf.length,
  });
  const place = (id: bigint, isLeaf: boolean): number => {
    const most = isLeaf ? leaves : count;
    if (id < 0n || id >= BigInt(most)) throw new Mismatch(`there is no ${isLeaf ? 'leaf' : 'node'} ${id} of ${most}`);
    return Number(id) + (isLeaf ? count : 0);
  };
  const costs = [...comparisons, ...Array.from({ length: leaves }, () => 1n)];
  const below = comparisons.map((_, i): readonly [number, number] => [
    place(yes[i] ?? 0n, yesLeaf[i] !== 0n),
    place(no[i] ?? 0n, noLeaf[i] !== 0n),
  ]);
  const ways = longestWays({ costs, below });
  return total(roots.map((root) => ways[place(root, false)] ?? 0n));
}

function sameLength(what: string, length: number, others: Readonly<Record<string, number>>): void {
  for (const [name, other] of Object.entries(others))
    if (other !== length) throw new Mismatch(`${name} has ${other} entries; ${length} expected, as ${what} has`);
}

function total(counts: Iterable<bigint>): bigint {
  let all = 0n;
  for (const n of counts) all += n;
  return all;
}
