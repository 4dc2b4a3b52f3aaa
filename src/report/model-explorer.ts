/**
 * The pairs of a diff as google-ai-edge/model-explorer's sync navigation reads them: a file for "Upload mapping from
 * computer" (src/ui/src/components/visualizer/common/sync_navigation.ts there, commit c0f8dba). Node ids are those that the
 * adapter model-explorer-onnx 0.4.2 gives (src/model_explorer_onnx/main.py and _passes.py there).
 */
import type { Layer, Profile } from '../analysis/profile.ts';
import type { Diff } from '../diff/diff.ts';

interface Entry {
  readonly leftNodeIds: readonly string[];
  readonly rightNodeIds: readonly string[];
}

/** Base is the left pane, head the right one. */
export function modelExplorerMap(base: Profile, head: Profile, diff: Diff): string {
  const [left, right] = [nodeIds(base), nodeIds(head)];
  const entries: Entry[] = [];
  const [usedLeft, usedRight] = [new Set<string>(), new Set<string>()];
  const put = (leftNodeIds: readonly string[], rightNodeIds: readonly string[]): void => {
    // The tool takes for granted that an id is in one entry.
    const ours = leftNodeIds.filter((id) => !usedLeft.has(id));
    const theirs = rightNodeIds.filter((id) => !usedRight.has(id));
    if (ours.length === 0 || theirs.length === 0) return;
    for (const id of ours) usedLeft.add(id);
    for (const id of theirs) usedRight.add(id);
    entries.push({ leftNodeIds: ours, rightNodeIds: theirs });
  };
  const ids = (layers: readonly Layer[], known: ReadonlyMap<Layer, string>) =>
    layers.flatMap((l) => known.get(l) ?? []);
  // Several layers for one, or with what quantises their operands; those of a renamed container are pairs.
  for (const { kind, base: ours, head: theirs } of diff.records)
    if (kind !== 'renamed' && (ours.length > 1 || theirs.length > 1)) put(ids(ours, left), ids(theirs, right));
  for (const pair of diff.pairs) put(ids([pair.base], left), ids([pair.head], right));
  for (const [i, { name }] of base.inputs.entries()) putValue(put, name, head.inputs[i]?.name);
  for (const [i, { name }] of base.outputs.entries()) putValue(put, name, head.outputs[i]?.name);
  const [madeLeft, madeRight] = [madeBy(base), madeBy(head)];
  // What a body stores is no node of the main graph; what a function takes is its call's.
  for (const pair of diff.pairs)
    for (const { input, name } of pair.base.owner === undefined ? pair.base.weights : []) {
      const other = pair.head.weights.find((w) => w.input === input)?.name;
      if (!madeLeft.has(name) && other !== undefined && !madeRight.has(other)) putValue(put, name, other);
    }
  for (const { id, none } of unlike(left, right, usedLeft)) entries.push({ leftNodeIds: [id], rightNodeIds: [none] });
  for (const { id, none } of unlike(right, left, usedRight)) entries.push({ leftNodeIds: [none], rightNodeIds: [id] });
  return `${JSON.stringify({ type: 'sync_navigation', mappingEntries: entries, showDiffHighlights: true }, null, 1)}\n`;
}

/** Graph inputs, outputs and initializers are nodes of their own there. */
function putValue(put: (ours: string[], theirs: string[]) => void, name: string, other: string | undefined): void {
  if (name !== '' && other !== undefined && other !== '') put([`[value] ${name}`], [`[value] ${other}`]);
}

function madeBy({ layers }: Profile): ReadonlySet<string> {
  return new Set(layers.flatMap(({ outputs }) => outputs.map(({ name }) => name)));
}

/**
 * Where an id has no entry, the tool takes the node of the same id on the other side. For containers that is right; for
 * a layer without a counterpart whose name another layer bears there it is not, so it gets a counterpart that is nowhere.
 */
function unlike(
  own: ReadonlyMap<Layer, string>,
  other: ReadonlyMap<Layer, string>,
  used: ReadonlySet<string>,
): readonly { readonly id: string; readonly none: string }[] {
  const taken = new Set(other.values());
  return [...new Set(own.values())]
    .filter((id) => !used.has(id) && taken.has(id))
    .map((id) => ({ id, none: `[no counterpart] ${id}` }));
}

const ownersOfBodies: ReadonlySet<string> = new Set(['If', 'Loop', 'Scan', 'SequenceMap']);

/**
 * A node's name, made unique as onnx_ir's NameFixPass does: `node` for none, then `_1`, `_2` …; one scope for each graph, one
 * count for all. Ids of the main graph's nodes; nodes of bodies only take part in counting, inlined functions do not.
 */
export function nodeIds({ layers }: Profile): ReadonlyMap<Layer, string> {
  const ids = new Map<Layer, string>();
  const scopes = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const inFunction = new Set<number>();
  for (const layer of layers) {
    const owner = layer.owner === undefined ? undefined : layers[layer.owner];
    if (owner !== undefined && (inFunction.has(owner.id) || !ownersOfBodies.has(owner.op))) {
      inFunction.add(layer.id);
      continue;
    }
    const scope = `${layer.owner ?? ''}/${layer.body ?? ''}`;
    const used = scopes.get(scope) ?? new Set<string>();
    scopes.set(scope, used);
    const id = uniqueName(layer.name === '' ? 'node' : layer.name, used, counts);
    if (layer.owner === undefined) ids.set(layer, id);
  }
  return ids;
}

function uniqueName(preferred: string, used: Set<string>, counts: Map<string, number>): string {
  let name = preferred;
  while (used.has(name)) {
    const count = (counts.get(preferred) ?? 0) + 1;
    counts.set(preferred, count);
    name = `${preferred}_${count}`;
  }
  used.add(name);
  return name;
}
