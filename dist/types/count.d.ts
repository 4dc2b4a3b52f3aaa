/** The first half of the corridor, bytes → Model → Profile: all that `flopgate count` needs, and each side of the gate. */
import type { InferOptions } from './analysis/infer.ts';
import type { Profile } from './analysis/profile.ts';
import type { Source } from './bytes/source.ts';
import type { Convention } from './conventions/convention.ts';
import type { Model } from './model/model.ts';
/** A model with what it costs; without the model where a saved profile stands in for it. */
export interface Measured {
    readonly profile: Profile;
    readonly model?: Model;
}
/** A file as it was read, once for all the ways it is measured. */
export type Opened = {
    readonly profile: Profile;
} | {
    readonly model: Model;
    readonly convention: Convention | undefined;
};
export interface Reading {
    /** Whether a saved profile may stand in for a model. */
    readonly savedProfiles: boolean;
    readonly convention: Convention | undefined;
}
/** Measures one model, or takes a saved profile as it stands. Throws FlopgateError when the file cannot be read. */
export declare function count(source: Source, path: string, options: InferOptions, convention?: Convention): Measured;
export declare function open(source: Source, path: string, { savedProfiles, convention }: Reading): Opened;
/** `other` is the other side of a comparison, whose inputs may bear the names the options were given for. */
export declare function measure(side: Opened, path: string, options: InferOptions, other?: Opened | null): Measured;
