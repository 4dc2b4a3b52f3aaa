/**
 * A body that runs many times. First a plain walk: carried values to a fixpoint, what changes from trip to trip unknown.
 * Where that leaves something open, closer looks, each a proof and none a guess: one trip as it is; all trips by their
 * number, where a walk with that as a symbol shows that each begins as the one before it ends; or trip by trip.
 */
import { type Dim } from '../model/dim.ts';
import type { Graph, Node } from '../model/model.ts';
import { type Series } from '../model/series.ts';
import type { Fact } from '../operators/operator.ts';
import { type Body, type Formal, type Scope, type Value, type Walker } from './step.ts';
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
/** `tripsOf` says how often the body runs, from the plain walk of it. */
export declare function repeat(r: Repetition, tripsOf: (body: Walked) => Dim): Outcome;
/** One walk of the body with these carried values. */
export declare function walkWith(r: Repetition, carried: readonly Fact[], trip?: Dim, scope?: Scope): Walked;
export declare function initialFacts({ initial, names }: Repetition): readonly Fact[];
/** What the body leaves of each carried value. */
export declare function left(r: Repetition, body: Walked): readonly Fact[];
/** Carried values as expressions in the number of the trip, and a walk that shows that they hold in each. */
export declare function inEachTrip(r: Repetition, series: Series): {
    readonly body: Walked;
    readonly carried: readonly Fact[];
} | undefined;
