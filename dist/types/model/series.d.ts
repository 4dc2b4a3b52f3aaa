/**
 * Counts that change from trip to trip of a loop: expressions in the number of the trip, `0 … trips − 1`, and what they
 * come to over all trips.
 */
import { type Dim } from './dim.ts';
/** A loop's trips: the symbol that numbers them, and how many there are. */
export interface Series {
    readonly index: string;
    readonly trips: Dim;
}
export declare function dependsOn(d: Dim, { index }: Series): boolean;
/** The expression in one trip. */
export declare function atTrip(d: Dim, { index }: Pick<Series, 'index'>, trip: Dim): Dim;
/** Guards how much is added up trip by trip, and that it is done once for each expression. */
export declare class Totals {
    private readonly known;
    private left;
    /**
     * Σ d over all trips, exact. A polynomial in the number of the trip has a closed form for any number of trips; a floor
     * or a maximum is added up trip by trip, where that is a number and no large one.
     */
    over(d: Dim, series: Series): Dim;
    private addedUp;
}
/** As `Totals.over`, of one expression. */
export declare function total(d: Dim, series: Series): Dim;
/** What the expression is in every trip, where that is the same; unknown where it changes. */
export declare function steady(d: Dim, series: Series, why: string): Dim;
/** What the trips that are still to come are called while an expression is looked at; no other symbol may be. */
export declare function leftOf(index: string): string;
/**
 * The same expression as far as the trips go: the trips are numbered below their count, which decides many a maximum.
 * Needs at least one trip, as whatever is inside a loop does.
 */
export declare function within(d: Dim, { index, trips }: Series): Dim;
/** The expression where there are at least `trip` + 1 trips; only to be compared with others of the same kind. */
export declare function bounded(d: Dim, { index, trips }: Series, trip: bigint): Dim;
/** 1 where the integer is above 0, else 0. */
export declare function positive(d: Dim): Dim;
/** The integer whose sign an expression tells, where it is made by `positive`. */
export declare function signedBy(d: Dim): Dim | undefined;
/**
 * How often a loop runs that goes on after a trip while `goesOn`, a sign of something that shrinks steadily, and starts
 * where `starts` says the same of the trip before the first, or for sure.
 */
export declare function tripsWhile(goesOn: Dim, starts: Dim | true, index: string): Dim | undefined;
/**
 * Trips one of which has the most of whatever is a sum of `dims`: the first and the last where each grows or shrinks
 * steadily, else all of them; `undefined` where that cannot be told.
 */
export declare function extremes(dims: readonly Dim[], series: Series): readonly Dim[] | undefined;
/**
 * Floors over numbers with whole parts taken out term by term, so that ⌊(k² + 3k)/2⌋ is ⌊(k² + k)/2⌋ + k: two ways to
 * write one sum are one.
 */
export declare function withoutWholes(d: Dim): Dim;
