/**
 * Pairs the layers of two networks. Several ways of finding first pairs are tried, each completed by alignment and local
 * search; the map that costs least (cost.ts) is the answer. Deterministic and symmetric: the two sides are put into an
 * order of their own before anything else. docs/diff.md explains the steps.
 */
import { alignGaps, type Colours, type Context, contextOf, gaps } from './align.ts';
import {
  aloneCosts,
  copyPairing,
  edgeLoss,
  emptyPairing,
  impossible,
  lookCosts,
  type Pairing,
  pair,
  type Task,
  totalCost,
  unpair,
} from './cost.ts';
import { type Hashes, keysOf, number, surroundings } from './hashes.ts';
import { type Labelled, type Level, labelsOf } from './labels.ts';
import type { Net } from './net.ts';
import type { Extent } from './normalise.ts';
import { inverse, readingOrder } from './order.ts';
import { propagate, repair } from './repair.ts';
import { complete, numberTexts, type Open, openNodes, pairByKey, phase, trim } from './seeds.ts';
import { type Evidence, isSame, share, sketchPairs } from './sketch.ts';
import { slide } from './slide.ts';

/** A way to find first pairs. */
interface Strategy {
  readonly names: boolean;
  readonly levels: readonly Level[];
  /** Only equal layers pair in a gap: whole blocks were added and removed rather than changed. */
  readonly strict: boolean;
}

const strategies: readonly Omit<Strategy, 'names'>[] = [
  { levels: ['exact'], strict: false },
  { levels: ['exact', 'style', 'kind'], strict: false },
  { levels: ['exact', 'style'], strict: false },
  { levels: [], strict: false },
  { levels: ['exact'], strict: true },
];
/** Beyond this many nodes one strategy is enough to wait for: the others are for small, heavily edited networks. */
const largeNet = 4000;
/** Of two partners that cost the same, the one of the same name. */
const otherName = 1;
/** Up to this size whole maps are costed over and over. */
const smallNet = 1500;
/** Gaps of more cells get anchors first. */
const anchorCells = 40_000;
const anchorRadii = [12, 6, 3] as const;

export interface Matching {
  readonly pairing: Pairing;
  readonly task: Task;
  readonly cost: number;
}

export function match(base: Net, head: Net, headExtent: Extent, evidence: Evidence | undefined): Matching {
  const labels = labelsOf(base, head, headExtent);
  const task = taskOf(base, head, labels, evidence);
  const hasPaths = commonPaths(base, head);
  const colours = coloursFor(task);
  let best: Matching | undefined;
  for (const names of hasPaths ? [true, false] : [false])
    for (const strategy of isLarge(task) ? strategies.slice(1, 2) : strategies) {
      const pairing = attempt(task, { ...strategy, names }, evidence, colours);
      const cost = totalCost(task, pairing);
      if (best === undefined || cost < best.cost) best = { pairing, task, cost };
      if (isPerfect(task, pairing)) return best;
    }
  return best ?? { pairing: emptyPairing(0, 0), task, cost: 0 };
}

function isLarge({ base, head }: Pick<Task, 'base' | 'head'>): boolean {
  return Math.max(base.layers.length, head.layers.length) > largeNet;
}

function taskOf(base: Net, head: Net, labels: Labelled, evidence: Evidence | undefined): Task {
  const paths = commonPaths(base, head);
  const baseOrder = readingOrder(base, labels.base.style);
  const headOrder = readingOrder(head, labels.head.style);
  return {
    base,
    head,
    labels,
    baseOrder,
    headOrder,
    baseAt: inverse(baseOrder),
    headAt: inverse(headOrder),
    baseAlone: aloneCosts(base),
    headAlone: aloneCosts(head),
    looks: lookCosts(labels),
    content: contentCost(evidence, head.layers.length),
    path: (i, j) => {
      if (!paths) return 0;
      const [a, b] = [base.layers[i], head.layers[j]];
      const [from, to] = [a?.module ?? '', b?.module ?? ''];
      if (from !== to) return from !== '' && to !== '' ? 450 : 20;
      return a?.name === b?.name ? 0 : otherName;
    },
  };
}

/** Whether any module path is on both sides: if not, paths were renamed wholesale and say nothing. */
function commonPaths(base: Net, head: Net): boolean {
  const known = new Set(base.layers.map((l) => l.module));
  return head.layers.some((l) => l.module !== '' && known.has(l.module));
}

function contentCost(evidence: Evidence | undefined, width: number): (i: number, j: number) => number {
  if (evidence === undefined) return () => 0;
  const known = new Map<number, number>();
  return (i, j) => {
    const [a, b] = [evidence.base[i], evidence.head[j]];
    if (a === undefined || b === undefined || a.constant || b.constant) return 0;
    const content = evidence.baseContent[i] ?? -1;
    if (content >= 0 && content === evidence.headContent[j]) return -1000;
    const at = i * width + j;
    let cost = known.get(at);
    if (cost === undefined) {
      cost = isSame(share(evidence, i, j), a) ? -900 : 0;
      known.set(at, cost);
    }
    return cost;
  };
}

function attempt(
  task: Task,
  strategy: Strategy,
  evidence: Evidence | undefined,
  colours: (pairing: Pairing) => Colours,
): Pairing {
  const pairing = emptyPairing(task.base.layers.length, task.head.layers.length);
  if (evidence !== undefined) byWeights(task, pairing, evidence);
  if (strategy.names) byPaths(task, pairing);
  for (const level of strategy.levels) {
    if (!complete(pairing)) trim(task, pairing, level);
    // What is found at once here need not be looked for at the blinder levels, of which each goes through the whole network.
    if (isLarge(task)) {
      propagate(task, pairing);
      anchor(task, pairing);
    }
  }
  if (complete(pairing) && isPerfect(task, pairing)) return pairing;
  propagate(task, pairing);
  anchor(task, pairing);
  let context: Context = contextOf(task, pairing, colours);
  if (strategy.strict) alignGaps({ ...task, looks: strictly(task) }, pairing, context);
  else {
    alignGaps(task, pairing, context);
    propagate(task, pairing);
  }
  repair(task, pairing);
  let best = pairing;
  let cost = totalCost(task, pairing);
  for (let round = 0; round < 2; round++) {
    const next = copyPairing(best);
    if (!loosen(task, next)) break;
    context = contextOf(task, next, colours);
    alignGaps(task, next, context);
    propagate(task, next);
    repair(task, next);
    const nextCost = totalCost(task, next);
    if (nextCost >= cost) break;
    [best, cost] = [next, nextCost];
  }
  if (Math.max(task.base.layers.length, task.head.layers.length) <= smallNet) slide(task, best);
  return best;
}

function strictly(task: Task): Task['looks'] {
  return (i, j) => (task.labels.base.exact[i] === task.labels.head.exact[j] ? 0 : impossible);
}

function byWeights(task: Task, pairing: Pairing, evidence: Evidence): void {
  const open = openNodes(task, pairing);
  const { baseContent, headContent, contents } = evidence;
  const keys = {
    base: open.base.map((i) => baseContent[i] ?? -1),
    head: open.head.map((j) => headContent[j] ?? -1),
    count: contents,
  };
  pairByKey(task, pairing, open, keys, phase.weights, 1);
  const free = (taken: Int32Array): number[] => [...taken.keys()].filter((at) => taken[at] === -1);
  for (const [i, j] of sketchPairs(evidence, free(pairing.toHead), free(pairing.toBase)))
    if (pairing.toBase[j] === -1 && task.labels.base.kind[i] === task.labels.head.kind[j])
      pair(pairing, i, j, phase.sketch);
}

/** Layers of one class in one module, where it has equally many of them on both sides. */
function byPaths(task: Task, pairing: Pairing): void {
  const keys = (net: Net, nodes: Int32Array): readonly (string | undefined)[] =>
    Array.from(nodes, (at) => {
      const module = net.layers[at]?.module ?? '';
      return module === '' ? undefined : `${net.classes[at]} ${module}`;
    });
  const open = openNodes(task, pairing);
  const numbered = numberTexts(keys(task.base, open.base), keys(task.head, open.head));
  pairByKey(task, pairing, open, numbered, phase.name);
}

/** In gaps too large to align as they are, pairs nodes whose surroundings occur once on each side of the gap. */
function anchor(task: Task, pairing: Pairing): void {
  for (const radius of anchorRadii)
    for (const level of ['exact', 'style'] as const) {
      const large = gaps(task, pairing).filter((g) => g.base.length * g.head.length > anchorCells);
      if (large.length === 0) return;
      const colours = (net: Net, label: Int32Array, nodes: readonly number[]): Hashes | undefined =>
        surroundings(net, label, [radius], Int32Array.from(nodes))[0];
      const left = colours(
        task.base,
        task.labels.base[level],
        large.flatMap((g) => g.base),
      );
      const right = colours(
        task.head,
        task.labels.head[level],
        large.flatMap((g) => g.head),
      );
      if (left === undefined || right === undefined) return;
      for (const gap of large) {
        const open = { base: Int32Array.from(gap.base), head: Int32Array.from(gap.head) };
        const keys = number(keysOf(open.base, left), keysOf(open.head, right));
        pairByKey(task, pairing, open, keys, phase.surroundings, 1);
      }
      propagate(task, pairing);
    }
}

/** Of a small network those of all nodes, once for all attempts; of a large one those of the open nodes. */
function coloursFor(task: Task): (pairing: Pairing) => Colours {
  if (isLarge(task)) return (pairing) => coloursOf(task, openNodes(task, pairing));
  let known: Colours | undefined;
  return () => {
    known ??= coloursOf(task, { base: task.baseAt, head: task.headAt });
    return known;
  };
}

function coloursOf(task: Task, open: Open): Colours {
  const result: (readonly [Int32Array, Int32Array])[] = [];
  const ways = [
    [true, false],
    [false, true],
  ] as const;
  const radii = isLarge(task) ? [2] : [1, 2, 4];
  for (const level of ['style', 'kind'] as const)
    for (const [up, down] of ways) {
      const left = surroundings(task.base, task.labels.base[level], radii, open.base, up, down);
      const right = surroundings(task.head, task.labels.head[level], radii, open.head, up, down);
      left.forEach((colours, at) => {
        const other = right[at];
        if (other !== undefined) result.push([colours.high, other.high]);
      });
    }
  return result;
}

/** Parts pairs whose neighbours mostly contradict them, if nothing but structure made them. */
function loosen(task: Task, pairing: Pairing): boolean {
  const doubtful: number[] = [];
  for (let i = 0; i < pairing.toHead.length; i++) {
    const j = pairing.toHead[i] ?? -1;
    if (j < 0 || (pairing.phase[i] ?? 0) <= phase.sketch) continue;
    if (edgeLoss(task, pairing, i, j) >= 200) doubtful.push(i);
  }
  for (const i of doubtful) unpair(pairing, i);
  return doubtful.length > 0;
}

function isPerfect(task: Task, pairing: Pairing): boolean {
  if (pairing.toHead.includes(-1) || pairing.toBase.includes(-1)) return false;
  for (let i = 0; i < pairing.toHead.length; i++) {
    const j = pairing.toHead[i] ?? -1;
    if (task.looks(i, j) !== 0 || task.path(i, j) > otherName || edgeLoss(task, pairing, i, j) !== 0) return false;
  }
  return true;
}
