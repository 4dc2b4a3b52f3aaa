/** Two profiles side by side: which layer became which, what changed, and what that costs. docs/diff.md tells the whole story. */
import type { Layer } from '../analysis/profile.ts';
import { blockChanges } from './blocks.ts';
import { bodyNets } from './bodies.ts';
import { type ContentDiffers, contentComparer } from './content.ts';
import type { Pairing, Task } from './cost.ts';
import type { BlockChange, Diff, Folded, LayerRecord, Pair, Side } from './diff.ts';
import type { FoldedPairs } from './folded.ts';
import { type Frame, type Frames, framesOf } from './frames.ts';
import { match } from './match.ts';
import { mirrorEvidence, mirrorPairing, order } from './mirror.ts';
import { type Net, netOf } from './net.ts';
import { alignSymbols, type Extent } from './normalise.ts';
import { byWeight, recordsOf } from './records.ts';
import { isRelated } from './related.ts';
import { phases } from './seeds.ts';
import { evidenceOf, type Sketches, sketchesOf } from './sketch.ts';
import { addDeltas, totalDeltas } from './totals.ts';

/** What all graphs of the two models have in common. */
interface Context {
  readonly base: Frames;
  readonly head: Frames;
  readonly ours: Sketches | undefined;
  readonly theirs: Sketches | undefined;
  readonly headExtent: Extent;
  /** The other way round. */
  readonly baseExtent: Extent;
  readonly differs: ContentDiffers;
}

/** Two graphs and a map between them. */
interface Matched {
  readonly task: Task;
  readonly pairing: Pairing;
  /** Of bodies: what runs them. */
  readonly within?: { readonly base: Layer; readonly head: Layer; readonly body: string };
}

/** What a pair of graphs adds to the answer, the bodies inside them included. */
interface Part {
  readonly records: readonly LayerRecord[];
  readonly unchanged: number;
  readonly pairs: readonly Pair[];
  readonly folded: Folded;
  readonly blocks: readonly BlockChange[];
  readonly inlined: { readonly base: number; readonly head: number };
  readonly pathsReplaced: boolean;
}

export function compare(base: Side, head: Side): Diff {
  const ours = base.model && sketchesOf(base.model);
  const theirs = head.model && sketchesOf(head.model);
  const sameProducer = base.profile.model.producer === head.profile.model.producer;
  const context: Context = {
    base: framesOf(base.profile),
    head: framesOf(head.profile),
    ours,
    theirs,
    headExtent: alignSymbols(base.profile, head.profile),
    baseExtent: alignSymbols(head.profile, base.profile),
    differs: contentComparer(ours, theirs, sameProducer),
  };
  const matched = matchNets(netOf(base.profile, context.base.main), netOf(head.profile, context.head.main), context);
  const totals = totalDeltas(base.profile.totals, head.profile.totals, context.headExtent);
  const notes = notesOf(base, head);
  if (!isRelated(matched.task, matched.pairing)) {
    const nothing: Folded = { base: [], head: [], delta: new Map() };
    const why = 'The two are different architectures: few layers have a counterpart, so only totals are compared.';
    return {
      records: [],
      unchanged: 0,
      pairs: [],
      folded: nothing,
      blocks: [],
      totals,
      related: false,
      notes: [...notes, why],
    };
  }
  const part = partOf(matched, context, 0);
  if (part.pathsReplaced)
    notes.push('No module path is the same on both sides; layers were paired by weights and structure.');
  return {
    records: part.records,
    unchanged: part.unchanged,
    pairs: part.pairs.toSorted((a, b) => a.base.id - b.base.id),
    folded: part.folded,
    blocks: part.blocks,
    totals,
    related: true,
    notes: [...notes, ...inlinedNotes(part)],
  };
}

function matchNets(left: Net, right: Net, { ours, theirs, headExtent, baseExtent }: Context): Matched {
  const evidence = evidenceOf(left, right, ours, theirs);
  if (order(left, right, evidence) <= 0) return match(left, right, headExtent, evidence);
  const { task, pairing } = match(right, left, baseExtent, mirrorEvidence(evidence));
  return { task: mirrored(task), pairing: mirrorPairing(pairing) };
}

/** Bodies in bodies that are compared on their own; what is deeper belongs to its owner. */
const deepest = 64;

const emptyFrame: Frame = { layers: [], inner: new Map() };

function partOf({ task, pairing, within }: Matched, context: Context, depth: number): Part {
  const parts: Part[] = [];
  const opened = new Set<Layer>();
  if (depth < deepest && task.base.inner.size > 0)
    for (const [i, owner] of task.base.layers.entries()) {
      const other = task.base.inner.has(owner) ? task.head.layers[pairing.toHead[i] ?? -1] : undefined;
      const bodies = other && bodiesOf({ task, pairing }, owner, other, context);
      if (other === undefined || bodies === undefined) continue;
      opened.add(owner).add(other);
      for (const body of bodies) parts.push(partOf(body, context, depth + 1));
    }
  return joined(ownPart({ task: without(task, opened), pairing, ...(within && { within }) }, context), parts);
}

/** `undefined` where the bodies of one are others' altogether: then they belong to their owners. */
function bodiesOf(
  { task, pairing }: Matched,
  ours: Layer,
  theirs: Layer,
  context: Context,
): readonly Matched[] | undefined {
  const [left, right] = [context.base.bodiesOf(ours), context.head.bodiesOf(theirs)];
  const bodies: Matched[] = [];
  for (const body of new Set([...left.keys(), ...right.keys()])) {
    const base = { net: task.base, owner: ours, body, frame: left.get(body) ?? emptyFrame };
    const head = { net: task.head, owner: theirs, body, frame: right.get(body) ?? emptyFrame };
    const matched = matchNets(...bodyNets(base, head, pairing), context);
    if (!isRelated(matched.task, matched.pairing)) return undefined;
    bodies.push({ ...matched, within: { base: ours, head: theirs, body } });
  }
  return bodies;
}

/** The layers in the bodies of these are no longer part of them. */
function without(task: Task, opened: ReadonlySet<Layer>): Task {
  if (opened.size === 0) return task;
  const closed = (net: Net): Net => {
    const inner = new Map<Layer, readonly Layer[]>();
    for (const layer of [...net.layers, ...net.folded]) {
      const layers = opened.has(layer) ? undefined : net.inner.get(layer);
      if (layers !== undefined) inner.set(layer, layers);
    }
    return { ...net, inner };
  };
  return { ...task, base: closed(task.base), head: closed(task.head) };
}

function ownPart({ task, pairing, within }: Matched, { headExtent, differs }: Context): Part {
  const { foldedPairs, ...recorded } = recordsOf(task, pairing, headExtent, differs);
  const blocks = blockChanges(task, pairing).map((block): BlockChange => {
    if (within === undefined) return block;
    return { ...block, within: { owner: block.to > block.from ? within.head : within.base, body: within.body } };
  });
  return { ...recorded, blocks, pairs: pairsOf(task, pairing, foldedPairs) };
}

function joined(own: Part, parts: readonly Part[]): Part {
  if (parts.length === 0) return own;
  const all = [own, ...parts];
  return {
    records: all.flatMap(({ records }) => records).sort(byWeight),
    blocks: all.flatMap(({ blocks }) => blocks),
    unchanged: all.reduce((n, { unchanged }) => n + unchanged, 0),
    pairs: all.flatMap(({ pairs }) => pairs),
    folded: {
      base: all.flatMap(({ folded }) => folded.base),
      head: all.flatMap(({ folded }) => folded.head),
      delta: addDeltas(all.map(({ folded }) => folded.delta)),
    },
    inlined: {
      base: all.reduce((n, { inlined }) => n + inlined.base, 0),
      head: all.reduce((n, { inlined }) => n + inlined.head, 0),
    },
    pathsReplaced: own.pathsReplaced,
  };
}

function mirrored(task: Task): Task {
  return {
    base: task.head,
    head: task.base,
    labels: { base: task.labels.head, head: task.labels.base, looks: task.labels.looks },
    baseOrder: task.headOrder,
    headOrder: task.baseOrder,
    baseAt: task.headAt,
    headAt: task.baseAt,
    baseAlone: task.headAlone,
    headAlone: task.baseAlone,
    looks: (i, j) => task.looks(j, i),
    content: (i, j) => task.content(j, i),
    path: (i, j) => task.path(j, i),
  };
}

function pairsOf(task: Task, pairing: Pairing, folded: FoldedPairs): readonly Pair[] {
  const pairs: Pair[] = [];
  task.base.layers.forEach((base, i) => {
    const head = task.head.layers[pairing.toHead[i] ?? -1];
    const found = phases[pairing.phase[i] ?? 0];
    if (head !== undefined && found !== undefined)
      pairs.push({ base, head, phase: found.name, confidence: found.confidence });
  });
  for (const [base, head] of folded) pairs.push({ base, head, phase: 'folded', confidence: 0.9 });
  return pairs;
}

/** A function written out where it was called is another spelling of the same network. */
function inlinedNotes({ inlined }: Part): readonly string[] {
  const { base, head } = inlined;
  if (base === 0 && head === 0) return [];
  const calls = (n: number): string => (n === 1 ? '1 call' : `${n} calls`);
  const said = [
    ...(base > 0
      ? [`${calls(base)} of a local function in the base ${base === 1 ? 'is' : 'are'} written out in the head`]
      : []),
    ...(head > 0
      ? [`${calls(head)} of a local function in the head ${head === 1 ? 'is' : 'are'} written out in the base`]
      : []),
  ];
  return [`${said.join('; ')}: the exporter's spelling, which costs nothing of its own.`];
}

function notesOf(base: Side, head: Side): string[] {
  const notes: string[] = [];
  const [before, after] = [base.profile.model, head.profile.model];
  if (before.producer !== after.producer)
    notes.push(`Another exporter: ${before.producer || 'unnamed'} → ${after.producer || 'unnamed'}.`);
  const [from, to] = [before.opsets.get(''), after.opsets.get('')];
  if (from !== undefined && to !== undefined && from !== to) notes.push(`Another operator set: ${from} → ${to}.`);
  const without = [base, head].filter((s) => s.model === undefined || !hasData(s));
  if (without.length > 0)
    notes.push(
      'Weight values are not at hand on both sides: layers were paired without them, and retrained weights do not show.',
    );
  return notes;
}

/** Whether any stored float tensor of some size can be read. */
function hasData({ model, profile }: Side): boolean {
  if (model === undefined || model.sparse) return false;
  for (const layer of profile.layers)
    for (const w of layer.weights) {
      if (w.role !== 'parameter') continue;
      const tensor = model.graph.tensors.get(w.name);
      if (tensor !== undefined && tensor.elementCount > 1n) return tensor.elements(0, 1) !== undefined;
    }
  return true;
}
