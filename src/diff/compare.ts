/** Two profiles side by side: which layer became which, what changed, and what that costs. docs/diff.md tells the whole story. */
import { blockChanges } from './blocks.ts';
import { contentComparer } from './content.ts';
import type { Pairing, Task } from './cost.ts';
import type { Diff, Folded, Pair, Side } from './diff.ts';
import type { FoldedPairs } from './folded.ts';
import { match } from './match.ts';
import { mirrorEvidence, mirrorPairing, order } from './mirror.ts';
import { netOf } from './net.ts';
import { alignSymbols } from './normalise.ts';
import { recordsOf } from './records.ts';
import { isRelated } from './related.ts';
import { phases } from './seeds.ts';
import { evidenceOf, sketchesOf } from './sketch.ts';
import { totalDeltas } from './totals.ts';

export function compare(base: Side, head: Side): Diff {
  const [left, right] = [netOf(base.profile), netOf(head.profile)];
  const headExtent = alignSymbols(base.profile, head.profile);
  const ours = base.model && sketchesOf(base.model);
  const theirs = head.model && sketchesOf(head.model);
  const evidence = evidenceOf(left, right, ours, theirs);
  const isSwapped = order(left, right, evidence) > 0;
  const found = isSwapped
    ? match(right, left, alignSymbols(head.profile, base.profile), mirrorEvidence(evidence))
    : match(left, right, headExtent, evidence);
  const pairing = isSwapped ? mirrorPairing(found.pairing) : found.pairing;
  const task = isSwapped ? mirrored(found.task) : found.task;
  const totals = totalDeltas(base.profile.totals, head.profile.totals, headExtent);
  const notes = notesOf(base, head);
  if (!isRelated(task, pairing)) {
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
  const sameProducer = base.profile.model.producer === head.profile.model.producer;
  const recorded = recordsOf(task, pairing, headExtent, contentComparer(ours, theirs, sameProducer));
  if (recorded.pathsReplaced)
    notes.push('No module path is the same on both sides; layers were paired by weights and structure.');
  return {
    records: recorded.records,
    unchanged: recorded.unchanged,
    pairs: pairsOf(task, pairing, recorded.foldedPairs),
    folded: recorded.folded,
    blocks: blockChanges(task, pairing),
    totals,
    related: true,
    notes,
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
  return pairs.sort((a, b) => a.base.id - b.base.id);
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
