/** Loops that count for themselves: the condition a body computes, run on numbers until it is false. */
import { type Dim } from '../model/dim.ts';
import { type Repetition } from './repeated.ts';
/**
 * How often a body runs whose condition is `starts` at first and then what the body says; `undefined` where the data
 * decides. Only what the condition is made of is run.
 */
export declare function tripsOfCondition(r: Repetition, starts: Dim | true, most: Dim | 'endless'): Dim | undefined;
