/** Sides of a comparison for tests: from short descriptions, from files, and with every name replaced. */
import { readFileSync } from 'node:fs';
import { profileModel } from '../../src/analysis/measure.ts';
import { memorySource } from '../../src/bytes/source.ts';
import type { Diff, LayerMetric, Side } from '../../src/diff/diff.ts';
import { readModel } from '../../src/formats/index.ts';
import type { Attribute, Graph, Model, Node, Tensor, ValueInfo } from '../../src/model/model.ts';
import { onnx } from '../build.ts';

type Spec = Parameters<typeof onnx>[0];

export type { Spec };

const asGiven = { inputs: new Map(), bind: new Map() };

export function side(spec: Spec): Side {
  return measured(readModel(memorySource('test.onnx', onnx(spec))));
}

export function sideOfFile(path: string): Side {
  return measured(readModel(memorySource(path, readFileSync(path))));
}

export function measured(model: Model): Side {
  return { model, profile: profileModel(model, 'test.onnx', asGiven) };
}

/** The same network with another name for every node and tensor, and without metadata. */
export function renamed(model: Model): Model {
  const names = new Map<string, string>();
  const name = (old: string): string => {
    if (old === '') return '';
    const known = names.get(old) ?? `t${(names.size * 7919 + 13).toString(36)}`;
    names.set(old, known);
    return known;
  };
  return { ...model, metadata: new Map(), graph: renamedGraph(model.graph, name) };
}

function renamedGraph(graph: Graph, name: (old: string) => string): Graph {
  const value = (v: ValueInfo): ValueInfo => ({ ...v, name: name(v.name) });
  const tensor = (t: Tensor): Tensor => ({ ...t, name: name(t.name), elements: (from, to) => t.elements(from, to) });
  const attribute = (a: Attribute): Attribute => {
    if (a.kind === 'graph') return { kind: 'graph', value: renamedGraph(a.value, name) };
    if (a.kind === 'graphs') return { kind: 'graphs', value: a.value.map((g) => renamedGraph(g, name)) };
    return a;
  };
  const node = (n: Node): Node => ({
    ...n,
    name: n.name === '' ? '' : name(`node ${n.name}`),
    inputs: n.inputs.map(name),
    outputs: n.outputs.map(name),
    attributes: new Map([...n.attributes].map(([k, a]) => [k, attribute(a)])),
    metadata: new Map(),
  });
  return {
    ...graph,
    nodes: graph.nodes.map(node),
    inputs: graph.inputs.map(value),
    outputs: graph.outputs.map(value),
    tensors: new Map([...graph.tensors].map(([k, t]) => [name(k), tensor(t)])),
    declared: new Map([...graph.declared].map(([k, v]) => [name(k), value(v)])),
  };
}

export interface Line {
  readonly kind: string;
  readonly base: readonly string[];
  readonly head: readonly string[];
  readonly changes: readonly string[];
}

/** Records as one reads them: operators, and changes as `what from → to`. */
export function lines(diff: Diff): readonly Line[] {
  return diff.records.map((r) => ({
    kind: r.kind,
    base: r.base.map((l) => l.op),
    head: r.head.map((l) => l.op),
    changes: r.changes.map((c) => `${c.what} ${c.from} → ${c.to}`),
  }));
}

export const additive: readonly LayerMetric[] = [
  'parameters',
  'buffers',
  'macs',
  'flops',
  'weightBytes',
  'quantBytes',
  'constantBytes',
  'readBytes',
  'writeBytes',
];

/** Metrics whose total does not differ by the sum of all records and what is folded. */
export function unexplained(diff: Diff): readonly string[] {
  return additive.filter((metric) => {
    const total = diff.totals.get(metric)?.by;
    if (typeof total !== 'bigint') return false;
    let sum = 0n;
    for (const { delta } of [...diff.records, diff.folded]) {
      const by = delta.get(metric)?.by ?? 0n;
      if (typeof by === 'bigint') sum += by;
    }
    return sum !== total;
  });
}

/**
 * Layers of either side that are not in exactly one of: a record, an unchanged pair, the folded. What is in the body of a
 * layer may be with the layer.
 */
export function misplaced(diff: Diff, base: Side, head: Side): readonly string[] {
  const wrong: string[] = [];
  for (const [name, one] of [
    ['base', base],
    ['head', head],
  ] as const) {
    const recorded = new Map<number, number>();
    const alone = new Set<number>();
    const enter = (id: number): void => void recorded.set(id, (recorded.get(id) ?? 0) + 1);
    for (const r of diff.records) for (const l of r[name]) enter(l.id);
    for (const l of diff.folded[name]) enter(l.id);
    for (const p of diff.pairs) if (!recorded.has(p[name].id)) enter(p[name].id);
    const { layers } = one.profile;
    const isOpen = new Set(layers.flatMap((l) => (l.owner !== undefined && recorded.has(l.id) ? [l.owner] : [])));
    for (const l of layers) {
      const times = recorded.get(l.id) ?? 0;
      const isWithOwner = times === 0 && l.owner !== undefined && !isOpen.has(l.owner) && alone.has(l.owner);
      if (isWithOwner) alone.add(l.id);
      else if (times !== 1) wrong.push(`${name} ${l.op} #${l.index}: ${times} places`);
      else if (!isOpen.has(l.id)) alone.add(l.id);
    }
  }
  return wrong;
}
