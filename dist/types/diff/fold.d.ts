/** Which nodes compute nothing of their own: constants, what hands its input on, and what nothing else reads. */
import type { Layer, Profile } from '../analysis/profile.ts';
import { type Used, type Values } from './values.ts';
export interface Folds {
    /** Positions in `main` in a topological order. */
    readonly order: Int32Array;
    readonly isFolded: Uint8Array;
    /** By position: the value a folded layer hands on; `stored` where it hands on none. */
    readonly through: Int32Array;
}
export declare function fold(profile: Profile, main: readonly Layer[], used: Used, values: Values): Folds;
