/** From a finished map to the records a reader sees: every layer of either side in one of them, or unchanged. */
import type { Layer } from '../analysis/profile.ts';
import { type CallPairs, pairCalls } from './calls.ts';
import { changesOf } from './changes.ts';
import { isWeightedClass } from './classes.ts';
import { outcomeOf } from './classify.ts';
import type { ContentDiffers } from './content.ts';
import type { Pairing, Task } from './cost.ts';
import type { Folded, Kind, LayerRecord } from './diff.ts';
import { noDrafts } from './drafts.ts';
import { type FoldedPairs, pairFolded } from './folded.ts';
import type { Extent } from './normalise.ts';
import { foldedNorms } from './norms.ts';
import { attachQuantization } from './quantization.ts';
import { regionsOf } from './regions.ts';
import { holdsWeights, isUntied, sharing, usersOf } from './sharing.ts';
import { deltasOf, type LayerDeltas, magnitude, pairDeltas } from './totals.ts';

export interface Recorded {
  readonly records: readonly LayerRecord[];
  readonly unchanged: number;
  readonly folded: Folded;
  readonly foldedPairs: FoldedPairs;
  /** Calls that the other side writes out. */
  readonly inlined: CallPairs['inlined'];
  /** Module paths are on both sides, but no pair of layers shares one. */
  readonly pathsReplaced: boolean;
}

interface PlainPair {
  readonly a: Layer;
  readonly b: Layer;
  readonly deltas: LayerDeltas;
}

export function recordsOf(task: Task, pairing: Pairing, headExtent: Extent, differs: ContentDiffers): Recorded {
  const { base, head } = task;
  const paths = sharesPaths(task, pairing);
  const drafts = noDrafts();
  const { ofBase, ofHead, add: draft } = drafts;
  const deltas = (ours: readonly Layer[], theirs: readonly Layer[]): LayerDeltas =>
    deltasOf(base, head, ours, theirs, headExtent);

  const plainFolded = pairFolded(base, head, pairing);
  const besideFolded = new Set(plainFolded.flat());
  for (const region of regionsOf(base, head, pairing, (i, j) => isReplaced(task, i, j))) {
    const ours = region.base.flatMap((i) => base.layers[i] ?? []).filter((l) => !besideFolded.has(l));
    const theirs = region.head.flatMap((j) => head.layers[j] ?? []).filter((l) => !besideFolded.has(l));
    if (ours.length === 0 || theirs.length === 0) continue;
    const what = { what: 'op', from: opsOf(ours), to: opsOf(theirs) };
    draft(
      theirs.length === 1 && ours.length > 1 ? 'fused' : ours.length === 1 && theirs.length > 1 ? 'split' : 'rewritten',
      ours,
      theirs,
      [what],
    );
  }
  for (const { conv, norm, counterpart, isHead } of foldedNorms(task, pairing, differs)) {
    const [i, j] = isHead ? [counterpart, conv] : [conv, counterpart];
    const changes = changesOf(base, head, i, j);
    const [ours, theirs] = isHead ? [[i], [j, norm]] : [[i, norm], [j]];
    const [left, right] = [ours.flatMap((n) => base.layers[n] ?? []), theirs.flatMap((n) => head.layers[n] ?? [])];
    if (!left.some((l) => ofBase.has(l)) && !right.some((l) => ofHead.has(l)))
      draft(isHead ? 'split' : 'fused', left, right, changes);
  }

  const plain: PlainPair[] = [];
  const retrained: PlainPair[] = [];
  const renamed = new Map<string, (readonly [Layer, Layer])[]>();
  base.layers.forEach((a, i) => {
    const b = head.layers[pairing.toHead[i] ?? -1];
    if (b === undefined) {
      if (!ofBase.has(a) && !besideFolded.has(a)) draft('removed', [a], [], []);
      return;
    }
    if (ofBase.has(a) || ofHead.has(b)) return;
    const difference = pairDeltas(base, head, a, b, headExtent);
    const outcome = outcomeOf(task, pairing, i, pairing.toHead[i] ?? -1, difference, differs, paths);
    if (outcome.kind === 'unchanged') plain.push({ a, b, deltas: difference });
    else if (outcome.kind === 'renamed') {
      plain.push({ a, b, deltas: difference });
      const key = containers(a.module, b.module).join('\0');
      renamed.set(key, [...(renamed.get(key) ?? []), [a, b]]);
    } else {
      draft(outcome.kind, [a], [b], outcome.changes);
      if (outcome.kind === 'weightsOnly') retrained.push({ a, b, deltas: difference });
    }
  });
  head.layers.forEach((b, j) => {
    if ((pairing.toBase[j] ?? -1) < 0 && !ofHead.has(b) && !besideFolded.has(b)) draft('added', [], [b], []);
  });

  const serve = attachQuantization(task, pairing, plainFolded, drafts);
  const calls = pairCalls(task, pairing, plainFolded);
  for (const [from, to, pairs] of otherFunctions(calls.pairs))
    draft(
      'renamed',
      pairs.map(([a]) => a),
      pairs.map(([, b]) => b),
      [{ what: 'function', from, to }],
    );
  const foldedPairs = [...plainFolded, ...calls.pairs];
  const untied = [...plain.filter((p) => !ofBase.has(p.a)), ...retrained].filter(
    (p) => isUntied(p.deltas) && holdsWeights(base, p.a),
  );
  // A shared weight is counted at one of its layers: only where their number became one, or was, did sharing change.
  const [before, after] = untied.length === 0 ? [] : [usersOf(base), usersOf(head)];
  for (const { a, b } of untied) {
    const [from, to] = [sharing(a, before), sharing(b, after)];
    if (from === to) continue;
    const change = { what: 'weights', from, to };
    const record = ofBase.get(a);
    if (record === undefined) draft('modified', [a], [b], [change]);
    else record.changes.push(change);
  }
  for (const [key, pairs] of renamed) {
    const [from = '', to = ''] = key.split('\0');
    const free = pairs.filter(([a]) => !ofBase.has(a));
    if (free.length > 0)
      draft(
        'renamed',
        free.map(([a]) => a),
        free.map(([, b]) => b),
        [{ what: 'module', from, to }],
      );
  }

  const records = drafts.all.map(
    (d): LayerRecord => ({
      kind: d.kind,
      base: inOrder(d.base),
      head: inOrder(d.head),
      changes: d.changes,
      delta: deltas(d.base, d.head),
    }),
  );
  const silent = plain.filter((p) => !ofBase.has(p.a));
  const pairedBase = new Set(foldedPairs.map(([a]) => a));
  const pairedHead = new Set(foldedPairs.map(([, b]) => b));
  const folded: Folded = {
    base: base.folded.filter((l) => !pairedBase.has(l) && !serve.has(l)),
    head: head.folded.filter((l) => !pairedHead.has(l) && !serve.has(l)),
    delta: residue(task, headExtent, records),
  };
  return {
    records: records.sort(byWeight),
    unchanged: silent.length + foldedPairs.filter(([a]) => !ofBase.has(a)).length,
    folded,
    inlined: calls.inlined,
    foldedPairs,
    pathsReplaced: !paths && bothHavePaths(task),
  };
}

/** Calls whose function goes by another name now, together where the names are the same. */
function otherFunctions(pairs: FoldedPairs): readonly (readonly [string, string, FoldedPairs])[] {
  const groups = new Map<string, (readonly [Layer, Layer])[]>();
  for (const [a, b] of pairs) {
    if (a.op === b.op) continue;
    const key = `${a.op}\0${b.op}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [[a, b]]);
    else group.push([a, b]);
  }
  return [...groups.values()].map((group) => [group[0]?.[0].op ?? '', group[0]?.[1].op ?? '', group]);
}

/** An operator of another name in a class without weights: what it was may need several operators now. */
function isReplaced(task: Task, i: number, j: number): boolean {
  return !isWeightedClass(task.base.classes[i] ?? '') && task.base.layers[i]?.op !== task.head.layers[j]?.op;
}

function opsOf(layers: readonly Layer[]): string {
  return inOrder(layers)
    .map((l) => l.op)
    .join(' + ');
}

/** What the additive totals differ by beyond all records. */
function residue(task: Task, headExtent: Extent, records: readonly LayerRecord[]): LayerDeltas {
  const inBase = new Set(records.flatMap((r) => r.base));
  const inHead = new Set(records.flatMap((r) => r.head));
  const rest = (all: readonly Layer[], taken: ReadonlySet<Layer>): readonly Layer[] => all.filter((l) => !taken.has(l));
  const ours = rest([...task.base.layers, ...task.base.folded], inBase);
  const theirs = rest([...task.head.layers, ...task.head.folded], inHead);
  return deltasOf(task.base, task.head, ours, theirs, headExtent);
}

function sharesPaths(task: Task, pairing: Pairing): boolean {
  return task.base.layers.some((a, i) => {
    const b = task.head.layers[pairing.toHead[i] ?? -1];
    return b !== undefined && a.module !== '' && a.module === b.module;
  });
}

function bothHavePaths({ base, head }: Task): boolean {
  return base.layers.some((l) => l.module !== '') && head.layers.some((l) => l.module !== '');
}

/** Two paths without the steps they end with in common: the containers that bear other names. */
function containers(a: string, b: string): readonly [string, string] {
  const [x, y] = [a.split('.'), b.split('.')];
  while (x.length > 1 && y.length > 1 && x.at(-1) === y.at(-1)) {
    x.pop();
    y.pop();
  }
  return [x.join('.'), y.join('.')];
}

function inOrder(layers: readonly Layer[]): readonly Layer[] {
  return [...layers].sort((a, b) => a.id - b.id);
}

const consequences: ReadonlySet<Kind> = new Set(['shapeOnly', 'renamed']);

/** Causes before consequences, heaviest first, then in the order of the files. */
export function byWeight(x: LayerRecord, y: LayerRecord): number {
  const rank = Number(consequences.has(x.kind)) - Number(consequences.has(y.kind));
  if (rank !== 0) return rank;
  for (const metric of ['macs', 'parameters', 'flops', 'weightBytes'] as const) {
    const [a, b] = [x.delta.get(metric), y.delta.get(metric)].map((d) => (d === undefined ? 0n : magnitude(d.by)));
    if (a !== undefined && b !== undefined && a !== b) return a > b ? -1 : 1;
  }
  const first = (r: LayerRecord): number => r.head[0]?.id ?? Infinity;
  const old = (r: LayerRecord): number => r.base[0]?.id ?? Infinity;
  return first(x) - first(y) || old(x) - old(y) || 0;
}
