/** Graphs that a node holds, walked in the scope around them. */
import type { Graph, Node } from '../model/model.ts';
import { Mismatch } from '../operators/operator.ts';
import { addTensors, type Body, childScope, type Formal, resolve, type Scope, type Walker } from './step.ts';

export function graphOf(node: Node, name: string): Graph {
  const attribute = node.attributes.get(name);
  if (attribute?.kind !== 'graph') throw new Mismatch(`attribute ${name} is missing`);
  return attribute.value;
}

/** One walk of a body. */
export function walkBody(
  graph: Graph,
  name: string,
  formals: readonly Formal[],
  node: Node,
  scope: Scope,
  walker: Walker,
): Pick<Body, 'name' | 'steps' | 'formals' | 'results'> {
  const inside = childScope(scope, `${node.name === '' ? `${node.op}_${node.index}` : node.name}.${name}`);
  addTensors(inside, graph.tensors);
  for (const { value } of formals) inside.values.set(value.name, value);
  const steps = walker.run(graph.nodes, inside);
  return { name, steps, formals, results: graph.outputs.map((o) => resolve(inside, o.name)) };
}
