/** Loops that count for themselves: the condition a body computes, run on numbers until it is false. */
import { type Dim, isKnown, isSymbolic, keyOf, unknown } from '../model/dim.ts';
import type { Graph, Node } from '../model/model.ts';
import { atTrip, tripsWhile } from '../model/series.ts';
import { namesNeeded } from './order.ts';
import { inEachTrip, initialFacts, left, type Repetition, type Walked, walkWith } from './repeated.ts';
import { factAt } from './trend.ts';

/** More trips than this are not run, and no more nodes for all of them. */
const mostTrips = 4096n;
const mostSteps = 16_384;

/**
 * How often a body runs whose condition is `starts` at first and then what the body says; `undefined` where the data
 * decides. Only what the condition is made of is run.
 */
export function tripsOfCondition(r: Repetition, starts: Dim | true, most: Dim | 'endless'): Dim | undefined {
  const limit = most !== 'endless' && isKnown(most) && most < mostTrips ? most : mostTrips;
  const cut = conditionOf(r);
  const known = starts === true ? r.walker.attempt(() => counted(cut, limit, most)) : undefined;
  return known ?? r.walker.attempt(() => solved(cut, starts));
}

/** A condition on symbols: where it is that something is left, of which each trip takes as much. */
function solved(cut: Repetition, starts: Dim | true): Dim | undefined {
  const series = { index: cut.walker.tripIndex(cut.node, cut.scope), trips: unknown('it is asked for') };
  const found = inEachTrip(cut, series);
  if (found === undefined) return undefined;
  const goesOn = truthOf(found.body);
  if (goesOn === undefined || !isSymbolic(goesOn)) return undefined;
  const holds = checked.every((trip) => {
    const carried = found.carried.map((fact) => factAt(fact, series, trip));
    const said = truthOf(walkWith(cut, carried, trip));
    return said !== undefined && keyOf(said) === keyOf(atTrip(goesOn, series, trip));
  });
  return holds ? tripsWhile(goesOn, starts, series.index) : undefined;
}

/** Trips that are walked as numbers: rules take a symbol for one above 0 here and there. */
const checked: readonly bigint[] = [0n, 1n, 2n];

function truthOf({ results }: Walked): Dim | undefined {
  const [goesOn] = results[0]?.value ?? [];
  return typeof goesOn === 'number' || typeof goesOn === 'string' ? undefined : goesOn;
}

function counted(cut: Repetition, limit: bigint, most: Dim | 'endless'): Dim | undefined {
  let carried = initialFacts(cut);
  const steps = Math.max(1, cut.graph.nodes.length);
  for (let trip = 0n; trip < limit && Number(trip) * steps < mostSteps; trip++) {
    const body = walkWith(cut, carried, trip);
    const goesOn = truthOf(body);
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
