/** Execution order: the file's own where that is topological, else the nearest to it that is. */
import { type Graph, type Node, nodeLabel } from '../model/model.ts';
import { fail } from '../problem.ts';

/** A message names no more nodes of a cycle than one reads. */
const shownInCycle = 8;

/** Nodes so that each comes after those it needs, otherwise in the file's order. Throws `model/cycle`. */
export function executionOrder(nodes: readonly Node[]): readonly Node[] {
  const producers = new Map<string, number>();
  nodes.forEach((node, i) => {
    for (const name of node.outputs) if (name !== '' && !producers.has(name)) producers.set(name, i);
  });
  const needs = (node: Node): readonly number[] =>
    namesNeeded(node).flatMap((name) => {
      const producer = producers.get(name);
      return producer === undefined ? [] : [producer];
    });
  const inOrder = nodes.every((node, i) => namesNeeded(node).every((name) => (producers.get(name) ?? -1) < i));
  return inOrder ? nodes : sorted(nodes, needs);
}

/** Depth first from each node in turn, with a stack of our own: a graph may be 100,000 nodes deep. */
function sorted(nodes: readonly Node[], needs: (node: Node) => readonly number[]): readonly Node[] {
  const order: Node[] = [];
  const state = new Uint8Array(nodes.length); // 0 new, 1 on the stack, 2 done
  const stack: { readonly at: number; readonly node: Node; readonly open: readonly number[]; next: number }[] = [];
  const enter = (at: number): void => {
    const node = nodes[at];
    if (node === undefined) return;
    state[at] = 1;
    stack.push({ at, node, open: needs(node), next: 0 });
  };
  for (let start = 0; start < nodes.length; start++) {
    if (state[start] === 0) enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const need = top.open[top.next++];
      if (need === undefined) {
        state[top.at] = 2;
        order.push(top.node);
        stack.pop();
      } else if (state[need] === 1) failCycle(stack, need);
      else if (state[need] === 0) enter(need);
    }
  }
  return order;
}

function failCycle(stack: readonly { readonly at: number; readonly node: Node }[], need: number): never {
  const [first = '', ...needed] = stack
    .slice(stack.findIndex((entry) => entry.at === need))
    .map((entry) => nodeLabel(entry.node));
  // The stack goes from a reader to what it reads; the arrows go as the tensors do.
  const cycle = [first, ...needed.toReversed()];
  const shown = cycle.length > shownInCycle ? [...cycle.slice(0, shownInCycle), '…'] : cycle;
  fail('model/cycle', { path: [...shown, first].map((label) => `\`${label}\``).join(' → ') }, { node: first });
}

/** Names of the graph around that a node reads, those its bodies capture included. */
export function namesNeeded(node: Node): readonly string[] {
  let needed = node.inputs;
  if (node.attributes.size === 0) return needed;
  for (const attribute of node.attributes.values())
    if (attribute.kind === 'graph') needed = [...needed, ...captures(attribute.value)];
    else if (attribute.kind === 'graphs') needed = [...needed, ...attribute.value.flatMap(captures)];
  return needed;
}

/** Names a body reads and does not define. Recursion is over nesting, which the reader bounds. */
function captures(graph: Graph): readonly string[] {
  const own = new Set([...graph.tensors.keys(), ...graph.inputs.map((i) => i.name)]);
  for (const node of graph.nodes) for (const name of node.outputs) own.add(name);
  const read = [...graph.nodes.flatMap(namesNeeded), ...graph.outputs.map((o) => o.name)];
  return [...new Set(read)].filter((name) => name !== '' && !own.has(name));
}
