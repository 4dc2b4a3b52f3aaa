/** How a carried value changes from trip to trip: facts whose extents and integers are expressions in the trip's number. */
import { type Dim } from '../model/dim.ts';
import { type Series } from '../model/series.ts';
import type { Fact } from '../operators/operator.ts';
import { type Step } from './step.ts';
/** A value as a loop begins with it: integers that may count are kept, and of a sequence its length. */
export declare function beginning(fact: Fact): Fact;
/** Whether its elements are few integers, and known. */
export declare function mayCount(fact: Fact): boolean;
/** The fact in one trip. */
export declare function factAt(fact: Fact, series: Pick<Series, 'index'>, trip: Dim): Fact;
/** Its expressions as far as the trips go. */
export declare function factWithin(fact: Fact, series: Series): Fact;
/** A step inside a loop whose trips are numbered. */
export declare function stepWithin(step: Step, within: (d: Dim) => Dim): Step;
/**
 * The value at the start of every trip, if each trip adds to it what one makes of `during`: whoever asks must find out
 * whether it does (`continues`). `met` are symbols that may be another number in each trip.
 */
export declare function trend(start: Fact, during: Fact, after: Fact, series: Series, met: ReadonlySet<string>, why: string): Fact;
/** Whether a trip that begins with the value ends with what the next one is said to begin with. Unknown parts say nothing. */
export declare function continues(value: Fact, after: Fact, series: Series): boolean;
/** Where the two differ, nothing is said any more. */
export declare function onlyWhatContinues(value: Fact, after: Fact, series: Series, why: string): Fact;
/** Recursion is over the nesting of types, which the reader bounds. */
export declare function mapDims(fact: Fact, change: (d: Dim) => Dim): Fact;
