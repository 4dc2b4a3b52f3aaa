/**
 * A body that runs many times. First a plain walk: carried values to a fixpoint, what changes from trip to trip unknown.
 * Where that leaves something open, closer looks, each a proof and none a guess: one trip as it is; all trips by their
 * number, where a walk with that as a symbol shows that each begins as the one before it ends; or trip by trip.
 */
import { add, type Dim, isKnown, keyOf, symbol } from '../model/dim.ts';
import type { Graph, Node } from '../model/model.ts';
import { atTrip, bounded, type Series, steady, within } from '../model/series.ts';
import type { Fact } from '../operators/operator.ts';
import { walkBody } from './bodies.ts';
import { givenUp, join, same, valueless } from './joined.ts';
import { type Body, type Formal, makeValue, type Scope, unknownFact, type Value, type Walker } from './step.ts';
import { beginning, continues, factAt, factWithin, mapDims, mayCount, onlyWhatContinues, trend } from './trend.ts';
import { alike, openIn, openOf, stepsIn } from './walks.ts';

/** What runs, and what it begins with. */
export interface Repetition {
  readonly graph: Graph;
  readonly node: Node;
  readonly scope: Scope;
  readonly walker: Walker;
  /** Formals before the carried ones; the number of the trip where it is known. */
  readonly head: (trip?: Dim) => readonly Formal[];
  /** Names of the carried values in the body, and what each begins as. */
  readonly names: readonly string[];
  readonly initial: readonly (Value | undefined)[];
  /** Formals after the carried ones. */
  readonly tail: readonly Formal[];
  /** Results before the carried ones. */
  readonly firstResult: number;
}

export interface Outcome {
  readonly bodies: readonly Body[];
  /** What each carried value is in the end. */
  readonly finals: readonly Fact[];
  /** What one trip gives of each result that is stacked. */
  readonly stacked: readonly Fact[];
  readonly trips: Dim;
}

export type Walked = Pick<Body, 'name' | 'steps' | 'formals' | 'results'>;

/** Walks of one body before every carried shape is given up; each nested loop multiplies them. */
const maxPasses = 3;

/** `tripsOf` says how often the body runs, from the plain walk of it. */
export function repeat(r: Repetition, tripsOf: (body: Walked) => Dim): Outcome {
  const body = fixpoint(r);
  const trips = tripsOf(body);
  const plain = plainly(r, body, trips);
  if (trips === 0n || !asksForMore(r, body)) return plain;
  if (trips === 1n) return r.walker.attempt(() => tripByTrip(r, 1n)) ?? plain;
  return closely(r, plain, stepsIn(body.steps));
}

/** One walk of the body with these carried values. */
export function walkWith(r: Repetition, carried: readonly Fact[], trip?: Dim, scope = r.scope): Walked {
  const formals = carried.map((fact, i): Formal => {
    const from = r.initial[i];
    return { value: makeValue(r.names[i] ?? '', fact, false), ...(from !== undefined && { from }) };
  });
  return walkBody(r.graph, 'body', [...r.head(trip), ...formals, ...r.tail], r.node, scope, r.walker);
}

export function initialFacts({ initial, names }: Repetition): readonly Fact[] {
  return initial.map((v, i) => v?.fact ?? unknownFact(`\`${names[i]}\` starts as nothing`));
}

function changing(r: Repetition, i: number): string {
  return `\`${r.names[i]}\` changes from trip to trip`;
}

/** What the body leaves of each carried value. */
export function left(r: Repetition, body: Walked): readonly Fact[] {
  return r.names.map((_, i) => body.results[r.firstResult + i]?.fact ?? unknownFact('the body does not give it'));
}

function given(r: Repetition, body: Walked): readonly Fact[] {
  const results = body.results.slice(r.firstResult + r.names.length);
  return results.map((v) => v?.fact ?? unknownFact('the body does not give it'));
}

// --- the plain walk

/** Walks until the body leaves every carried value as it found it, or what changes has been given up as unknown. */
function fixpoint(r: Repetition): Walked {
  let carried = initialFacts(r).map(valueless);
  for (let pass = 1; ; pass++) {
    const body = walkWith(r, carried);
    const next = left(r, body).map((after, i): Fact => {
      const before = carried[i] ?? after;
      const why = changing(r, i);
      const joined = join(before, after, why);
      return pass < maxPasses || same(joined, before) ? joined : givenUp(joined, why);
    });
    const changed = next.some((fact, i) => !same(fact, carried[i]));
    if (!changed || pass > maxPasses) return body;
    carried = next;
  }
}

function plainly(r: Repetition, body: Walked, trips: Dim): Outcome {
  const before = initialFacts(r);
  const after = left(r, body);
  const finals = before.map((fact, i): Fact => {
    if (trips === 0n) return fact;
    const last = after[i] ?? fact;
    // As the body leaves it, where it ran for sure.
    return isKnown(trips) ? valueless(last) : join(valueless(fact), last, 'it depends on how often the loop runs');
  });
  return { bodies: [{ ...body, trips }], finals, stacked: given(r, body).map(valueless), trips };
}

/** Something is open that a closer look may tell: an extent, a branch, a number that counts, the items of a list. */
function asksForMore(r: Repetition, body: Walked): boolean {
  const begins = initialFacts(r);
  const after = left(r, body);
  if (begins.some((fact) => fact.kind === 'sequence' || mayCount(fact))) return true;
  if (begins.some((fact, i) => !same(valueless(fact), after[i]))) return true;
  return openIn(body.steps, r.walker) > 0;
}

// --- closer looks

/** Trips walked one by one, and steps of all of them together. */
const mostTrips = 64;
const mostSteps = 8192;

function closely(r: Repetition, plain: Outcome, steps: number): Outcome {
  const byNumber = r.walker.attempt(() => inSeries(r, plain.trips));
  if (byNumber !== undefined && openness(byNumber, r) === 0) return byNumber;
  const { trips } = plain;
  const most = Math.min(mostTrips, Math.floor(mostSteps / steps));
  const unrolled = isKnown(trips) ? r.walker.attempt(() => tripByTrip(r, trips, most)) : undefined;
  const choices = [byNumber, plain, unrolled].flatMap((o) => o ?? []);
  return choices.reduce((best, other) => (openness(other, r) < openness(best, r) ? other : best));
}

/** Passes in which what was expected of a carried value is put right; after that it is given up. */
const mostCorrections = 2;
const mostSeriesPasses = 6;

/** Carried values as expressions in the number of the trip, and a walk that shows that they hold in each. */
export function inEachTrip(
  r: Repetition,
  series: Series,
): { readonly body: Walked; readonly carried: readonly Fact[] } | undefined {
  const start = initialFacts(r).map(beginning);
  const around = r.scope.within ?? ((d: Dim): Dim => d);
  const scope: Scope = { ...r.scope, within: (d) => around(within(d, series)) };
  let carried = start;
  for (let pass = 1; pass <= mostSeriesPasses; pass++) {
    const { result: body, met } = r.walker.watched(() => walkWith(r, carried, symbol(series.index), scope));
    const after = left(r, body).map((fact) => factWithin(beginning(fact), series));
    if (carried.every((fact, i) => continues(fact, after[i] ?? fact, series)))
      return holdsIn(r, body, carried, series) ? { body, carried } : undefined;
    carried = carried.map((fact, i) => {
      const found = after[i] ?? fact;
      if (continues(fact, found, series)) return fact;
      if (pass > mostCorrections) return onlyWhatContinues(fact, found, series, changing(r, i));
      return trend(start[i] ?? fact, fact, found, series, met, changing(r, i));
    });
  }
  return undefined;
}

function inSeries(r: Repetition, trips: Dim): Outcome | undefined {
  const series: Series = { index: r.walker.tripIndex(r.node, r.scope), trips };
  const found = inEachTrip(r, series);
  return found && outcomeOf(r, found.body, found.carried, series);
}

function outcomeOf(r: Repetition, body: Walked, carried: readonly Fact[], series: Series): Outcome {
  const { index, trips } = series;
  const stacked = given(r, body).map((fact) =>
    mapDims(valueless(fact), (d) => steady(d, series, 'its extent changes from trip to trip')),
  );
  const after = left(r, body);
  // What the last trip leaves is what one more would begin with, and says more where the first begins otherwise.
  const finals = carried.map((fact, i) =>
    isKnown(trips) ? factAt(beginning(after[i] ?? fact), series, trips - 1n) : factAt(fact, series, trips),
  );
  return { bodies: [{ ...body, trips, index }], finals, stacked, trips };
}

/**
 * Rules take an extent that is a symbol for one above 0 here and there, and the first trip is number 0: what they made of
 * the symbol is compared with what they make of the numbers, at both ends.
 */
function holdsIn(r: Repetition, body: Walked, carried: readonly Fact[], series: Series): boolean {
  const { trips } = series;
  const ends = [0n, 1n, ...(isKnown(trips) ? [trips - 1n] : [2n, 7n])];
  const numbers = ends.filter((t, i) => ends.indexOf(t) === i && (!isKnown(trips) || t < trips));
  return numbers.every((trip) => {
    const one = walkWith(
      r,
      carried.map((fact) => factAt(fact, series, trip)),
      trip,
    );
    // Any number of trips, so that this one is among them.
    const enough = (d: Dim): string => keyOf(bounded(d, series, trip));
    return alike(body.steps, one.steps, (d, other) => enough(atTrip(d, series, trip)) === enough(other));
  });
}

/**
 * Until nothing changes any more: then the rest of the trips, walked without their numbers, are all the same.
 * `undefined` where that takes too many.
 */
function tripByTrip(r: Repetition, trips: bigint, most = mostTrips): Outcome | undefined {
  let carried = initialFacts(r);
  const walks: Body[] = [];
  for (let trip = 0n; trip < trips; trip++) {
    if (trip >= most) return undefined;
    const body = walkWith(r, carried, trip);
    const after = left(r, body);
    const rest = trips - trip;
    const isSteady = rest > 2n && carried.every((fact, i) => unchanged(fact, after[i] ?? fact));
    const all = isSteady ? walkWith(r, carried) : undefined;
    if (all !== undefined && alike(all.steps, body.steps) && openIn(all.steps, r.walker) === 0) {
      const ends = left(r, all);
      if (carried.every((fact, i) => unchanged(fact, ends[i] ?? fact))) {
        walks.push({ ...all, formals: formalsOf(all, trip), name: `body_${trip}`, trips: rest });
        return outcomeOfWalks(r, walks, ends, trips);
      }
    }
    walks.push({ ...body, formals: formalsOf(body, trip), name: `body_${trip}`, trips: 1n });
    carried = after;
  }
  return outcomeOfWalks(r, walks, carried, trips);
}

/** What a trip begins with, but the first, is no input of the loop. */
function formalsOf({ formals }: Walked, trip: bigint): readonly Formal[] {
  return trip === 0n
    ? formals
    : formals.map(({ value, sliceOf }) => (sliceOf === undefined ? { value } : { value, sliceOf }));
}

/** Where numbers that are known are the same too. */
function unchanged(before: Fact, after: Fact): boolean {
  if (before.kind === 'tensor' && after.kind === 'tensor' && (before.value ?? after.value) !== undefined) {
    const [a, b] = [before.value, after.value];
    if (a === undefined || b === undefined || a.length !== b.length || a.some((x, i) => x !== b[i])) return false;
  }
  return before.kind !== 'sequence' && openOf(before) === 0 && same(before, after);
}

function outcomeOfWalks(r: Repetition, walks: readonly Body[], finals: readonly Fact[], trips: bigint): Outcome {
  const perTrip = walks.map((body) => given(r, body).map(valueless));
  const stacked = (perTrip[0] ?? []).map((fact, i) =>
    perTrip.reduce((all, one) => join(all, one[i] ?? all, 'its extent changes from trip to trip'), fact),
  );
  const bodies: Body[] = [];
  for (const body of walks) {
    const last = bodies.at(-1);
    if (last !== undefined && alike(last.steps, body.steps))
      bodies.splice(-1, 1, { ...last, trips: add(last.trips, body.trips) });
    else bodies.push(body);
  }
  const [only, ...more] = bodies;
  return {
    bodies: only !== undefined && more.length === 0 ? [{ ...only, name: 'body' }] : bodies,
    finals,
    stacked,
    trips,
  };
}

function openness({ bodies, finals, stacked }: Outcome, r: Repetition): number {
  const inside = bodies.map((body) => openIn(body.steps, r.walker));
  const begins = initialFacts(r);
  const uncounted = finals.filter((fact, i) => {
    const begin = begins[i];
    return begin !== undefined && mayCount(begin) && !mayCount(fact);
  });
  return [...finals, ...stacked].reduce((n, fact) => n + openOf(fact), Math.max(0, ...inside)) + uncounted.length;
}
