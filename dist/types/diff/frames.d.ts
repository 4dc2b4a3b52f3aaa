/**
 * The layers of a profile by the graph they stand in. What a function does stands in the graph that calls it: there it is
 * compared as if it were written out, so that neither its name nor inlining it hides a layer. The body of an If, a Loop or a
 * Scan is a graph of its own.
 */
import type { Layer, Profile } from '../analysis/profile.ts';
/** The layers of one graph, and all that is in the bodies of each. */
export interface Frame {
    readonly layers: readonly Layer[];
    /** Layers of bodies, nested ones included, by the layer of this frame that owns them. */
    readonly inner: ReadonlyMap<Layer, readonly Layer[]>;
}
export interface Frames {
    readonly main: Frame;
    /** Bodies of a layer by name, in their order. */
    bodiesOf(owner: Layer): ReadonlyMap<string, Frame>;
}
/** Layers whose owner is missing, as a damaged document may have them, are left out. */
export declare function framesOf({ layers }: Profile): Frames;
/** Whether what the layer does stands in its place. */
export declare function isCall({ bodies }: Layer): boolean;
