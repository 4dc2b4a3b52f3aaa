/** Loops that count for themselves: the condition a body computes, run on numbers until it is false. */
import { type Dim, isKnown } from '../model/dim.ts';
import type { Graph, Node } from '../model/model.ts';
import { namesNeeded } from './order.ts';
import { initialFacts, left, type Repetition, walkWith } from './repeated.ts';

/** More trips than this are not run, and no more nodes for all of them. */
const mostTrips = 4096n;
const mostSteps = 16_384;

/**
 * How often a body runs whose condition is true at first and then what the body says; `undefined` where the data
 * decides. Only what the condition is made of is run.
 */
export function tripsOfCondition(r: Repetition, most: Dim | 'endless'): Dim | undefined {
  const limit = most !== 'endless' && isKnown(most) && most < mostTrips ? most : mostTrips;
  const cut = conditionOf(r);
  return r.walker.attempt(() => counted(cut, limit, most));
}

function counted(cut: Repetition, limit: bigint, most: Dim | 'endless'): Dim | undefined {
  let carried = initialFacts(cut);
  const steps = Math.max(1, cut.graph.nodes.length);
  for (let trip = 0n; trip < limit && Number(trip) * steps < mostSteps; trip++) {
    const body = walkWith(cut, carried, trip);
    const [goesOn] = body.results[0]?.value ?? [];
    if (goesOn === 0n) return trip + 1n;
    if (goesOn !== 1n) return undefined;
    carried = left(cut, body);
  }
  return limit === most ? limit : undefined;
}

/** The part of the body that the condition depends on, with the carried values it reads. */
function conditionOf(r: Repetition): Repetition {
  const { graph, names, initial } = r;
  const [condition, ...results] = graph.outputs;
  const makers = new Map<string, Node>();
  for (const node of graph.nodes) for (const name of node.outputs) makers.set(name, node);
  const needed = new Set<string>();
  const open = condition === undefined ? [] : [condition.name];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    const maker = makers.get(name);
    if (maker !== undefined) open.push(...namesNeeded(maker));
    const state = results[names.indexOf(name)];
    if (state !== undefined && names.includes(name)) open.push(state.name);
  }
  const kept = names.flatMap((name, i) => (needed.has(name) ? [i] : []));
  const outputs = kept.flatMap((i) => results[i] ?? []);
  const part: Graph = {
    ...graph,
    nodes: graph.nodes.filter((node) => node.outputs.some((name) => needed.has(name))),
    outputs: condition === undefined ? [] : [condition, ...outputs],
  };
  return {
    ...r,
    graph: part,
    names: kept.map((i) => names[i] ?? ''),
    initial: kept.map((i) => initial[i]),
  };
}
