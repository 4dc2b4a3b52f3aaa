/**
 * How a count grows with its symbols, and where one that holds symbols is more than another: what stays true of an
 * expression while nobody has bound it.
 */
import { type Dim } from './dim.ts';
/**
 * The power with which `d` grows as one symbol grows and the others stay (each ≥ 1): 0 when it is bounded, 1 when
 * linear. Where terms of the highest power may cancel it is the most it can be. `undefined` when `d` is unknown.
 */
export declare function degreeIn(d: Dim, name: string): number | undefined;
/**
 * What can be said of the sign of a difference over all values of its symbols (integers ≥ 0).
 * - `never-more`, `never-less`: ≤ 0, or ≥ 0, whatever they are
 * - `more-above`, `less-above`: > 0, or < 0, exactly where `symbol` > `above`, as long as the others are not 0
 * - `depends`: none of these, or none that is proved
 */
export type Sign = {
    readonly kind: 'never-more' | 'never-less';
} | {
    readonly kind: 'more-above' | 'less-above';
    readonly symbol: string;
    readonly above: bigint;
} | {
    readonly kind: 'depends';
};
/** `undefined` where there is nothing to say: a number, or an unknown. */
export declare function signOfDifference(d: Dim): Sign | undefined;
