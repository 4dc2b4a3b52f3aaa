import { type Fact, type Operator } from './operator.ts';
/** What holds of every item: the shared element type, rank and extents; the rest is unknown. */
export declare function common(items: readonly Fact[]): Fact;
export declare const sequences: readonly Operator[];
