import type { Change } from './diff.ts';
import type { Net } from './net.ts';
/**
 * Own properties that differ. Of layers that hold weights in a class of their own (convolution, matrix product, recurrent,
 * embedding) that includes the weights' extents and type; of all others these follow from what comes in.
 */
export declare function changesOf(base: Net, head: Net, i: number, j: number): readonly Change[];
