/** What became of one pair of layers. */
import type { Layer } from '../analysis/profile.ts';
import { changesOf } from './changes.ts';
import type { ContentDiffers } from './content.ts';
import type { Pairing, Task } from './cost.ts';
import type { Change, Kind } from './diff.ts';
import { type LayerDeltas, storedMetrics } from './totals.ts';
import { degree, portOf, type Wires } from './wires.ts';

export interface Outcome {
  readonly kind: Kind | 'unchanged';
  readonly changes: readonly Change[];
}

/**
 * The first that holds: properties of its own differ (modified); it looks or costs otherwise because of what comes in
 * (shapeOnly); its numbers differ (weightsOnly); it sits elsewhere (moved); it goes by another path (renamed).
 */
export function outcomeOf(
  task: Task,
  pairing: Pairing,
  i: number,
  j: number,
  deltas: LayerDeltas,
  differs: ContentDiffers,
  paths: boolean,
): Outcome {
  const [a, b] = [task.base.layers[i], task.head.layers[j]];
  if (a === undefined || b === undefined) return { kind: 'unchanged', changes: [] };
  const isEqual = looksEqual(task, i, j);
  const changes = isEqual ? [] : changesOf(task.base, task.head, i, j);
  const path: readonly Change[] = paths && isRenamed(a, b) ? [{ what: 'module', from: a.module, to: b.module }] : [];
  if (changes.length > 0) return { kind: 'modified', changes: [...changes, ...path] };
  if (!isEqual || [...deltas.keys()].some((m) => !storedMetrics.has(m)))
    return { kind: 'shapeOnly', changes: [...branch(a, b), ...path] };
  const wires = rewired(task, pairing, i, j);
  if (differs(a, b)) return { kind: 'weightsOnly', changes: [...wires, ...path] };
  if (wires.length > 0) return { kind: 'moved', changes: [...wires, ...path] };
  return path.length > 0 ? { kind: 'renamed', changes: path } : { kind: 'unchanged', changes: [] };
}

/** Of the branches of an If the dearer one counts: a change in one may be what makes the other count, or no longer. */
function branch(a: Layer, b: Layer): readonly Change[] {
  const word = ({ untaken }: Layer): string => (untaken === true ? 'not counted' : 'counted');
  return a.untaken === b.untaken ? [] : [{ what: 'branch', from: word(a), to: word(b) }];
}

/** Bodies that are compared layer by layer say themselves how they differ. */
function looksEqual({ base, head, labels }: Task, i: number, j: number): boolean {
  if (labels.base.exact[i] === labels.head.exact[j]) return true;
  const [a, b] = [base.layers[i], head.layers[j]];
  if (a === undefined || b === undefined || base.inner.has(a) || head.inner.has(b)) return false;
  const own = labels.base.own.get(i);
  return own !== undefined && own === labels.head.own.get(j);
}

export function isRenamed(a: Layer, b: Layer): boolean {
  return a.module !== '' && b.module !== '' && moduleOf(a) !== moduleOf(b);
}

/** TorchScript calls a module without parameters `relu_1` where it runs a second time; others give it its own name. */
function moduleOf({ module, weights }: Layer): string {
  return weights.some(({ role }) => role === 'parameter') ? module : module.replace(/_\d+$/, '');
}

/** An input that came from one paired layer and now comes from another. */
function rewired(task: Task, pairing: Pairing, i: number, j: number): readonly Change[] {
  const { base, head } = task;
  if (keptInOrder(base.inputs, head.inputs, pairing, i, j)) return [];
  const before = edgesOf(base.inputs, i);
  const after = edgesOf(head.inputs, j);
  const gone = before.filter(
    (e) => isPaired(pairing.toHead, e) && !after.some((f) => f.port === e.port && f.node === across(pairing.toHead, e)),
  );
  const come = after.filter(
    (f) =>
      isPaired(pairing.toBase, f) && !before.some((e) => e.port === f.port && e.node === across(pairing.toBase, f)),
  );
  for (const e of gone) {
    const f = come.find((x) => x.port === e.port);
    if (f !== undefined)
      return [{ what: 'input', from: labelOf(task.base.layers[e.node], e), to: labelOf(task.head.layers[f.node], f) }];
  }
  return [];
}

interface Edge {
  readonly node: number;
  readonly port: number;
}

function edgesOf({ start, node, where }: Wires, at: number): readonly Edge[] {
  const edges: Edge[] = [];
  for (let e = start[at] ?? 0; e < (start[at + 1] ?? 0); e++)
    edges.push({ node: node[e] ?? 0, port: portOf(where[e] ?? 0) });
  return edges;
}

function keptInOrder(ours: Wires, theirs: Wires, { toHead }: Pairing, i: number, j: number): boolean {
  if (degree(ours, i) !== degree(theirs, j)) return false;
  const first = ours.start[i] ?? 0;
  const offset = (theirs.start[j] ?? 0) - first;
  for (let e = first; e < (ours.start[i + 1] ?? 0); e++) {
    const near = ours.node[e] ?? 0;
    if (theirs.node[e + offset] !== (near < 0 ? near : (toHead[near] ?? -1))) return false;
    if (theirs.where[e + offset] !== ours.where[e]) return false;
  }
  return true;
}

function isPaired(partner: Int32Array, e: Edge): boolean {
  return e.node < 0 || (partner[e.node] ?? -1) >= 0;
}

function across(partner: Int32Array, e: Edge): number {
  return e.node < 0 ? e.node : (partner[e.node] ?? -1);
}

function labelOf(layer: Layer | undefined, e: Edge): string {
  if (layer === undefined) return `input ${-e.node}`;
  return layer.name === '' ? `${layer.op} #${layer.index}` : layer.name;
}
