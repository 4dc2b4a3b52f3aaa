/** Weights that several layers share: counted once, so that only a change of sharing is a change. */
import type { Layer } from '../analysis/profile.ts';
import type { Net } from './net.ts';
import { type LayerDeltas } from './totals.ts';
/** A table or mask that one file stores twice is the exporter's doing; a matrix, an embedding or a scale is the author's. */
export declare function holdsWeights(net: Net, layer: Layer): boolean;
export declare function isUntied(deltas: LayerDeltas): boolean;
/** How many layers use each stored tensor. */
export declare function usersOf(net: Net): ReadonlyMap<string, number>;
/** Whether a layer has its weights for itself (`own`) or with others (`shared`). */
export declare function sharing(layer: Layer, users: ReadonlyMap<string, number> | undefined): string;
