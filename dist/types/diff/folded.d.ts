/** The nodes left out of the comparison: paired along their neighbours, or given to the layer they serve. */
import type { Layer } from '../analysis/profile.ts';
import type { Pairing } from './cost.ts';
import type { Net } from './net.ts';
export type FoldedPairs = readonly (readonly [Layer, Layer])[];
/**
 * Folded nodes at the same port of paired layers, and those in turn before them. Where an extent is a symbol on one side
 * only, what computes it is needed there and useless here: then one of the two takes part and has no other counterpart.
 */
export declare function pairFolded(base: Net, head: Net, pairing: Pairing): FoldedPairs;
/** The layer each quantise or dequantise node serves: the one that reads its result, or else the one that feeds it. */
export declare function servedBy(net: Net, nodes: readonly Layer[]): ReadonlyMap<Layer, Layer>;
