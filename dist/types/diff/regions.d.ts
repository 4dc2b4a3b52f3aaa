/**
 * Regions of layers without a counterpart that stand for one another: a decomposed GELU for a Gelu, five nodes for one.
 * A region is connected; two regions belong together when they sit between the same paired layers.
 */
import type { Pairing } from './cost.ts';
import type { Net } from './net.ts';
export interface Region {
    readonly base: readonly number[];
    readonly head: readonly number[];
}
/**
 * Connected sets of unpaired nodes and of pairs of two different operators (`isSoft`), with nodes on both sides and more
 * than one on one of them. Regions with weighted layers on one side only are no replacement but an addition or a removal.
 */
export declare function regionsOf(base: Net, head: Net, pairing: Pairing, isSoft: (base: number, head: number) => boolean): readonly Region[];
