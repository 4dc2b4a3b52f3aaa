/** Axes counted from the front. Throws Mismatch when one is named twice or is none of the tensor's. */
export declare function axesOf(axes: readonly bigint[], rank: number): readonly number[];
/** More axes than any tensor has; bounds what a hostile shape can make us build. */
export declare const maxRank = 1024;
