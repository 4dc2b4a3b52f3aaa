/**
 * Stored tensors: which class each belongs to, which layer it is counted at, and which layers read it. A weight that
 * the graph makes out of nothing (ConstantOfShape, in files whose weights were taken out) stands for a stored one.
 */
import { type Dim } from '../model/dim.ts';
import { type DType } from '../model/dtype.ts';
import { type Numbering, type ReadonlyByValue } from './by-value.ts';
import type { Entry } from './entries.ts';
import type { WeightRef } from './profile.ts';
import { type Use } from './roles.ts';
import type { Step, Value } from './step.ts';
/** A tensor the file holds, or makes of constants alone. */
export interface Weight {
    readonly value: Value;
    readonly dtype: DType;
    readonly shape: readonly bigint[];
    /** Logical elements: those of a packed tensor, not its bytes. */
    readonly elements: Dim;
    /** As stored. */
    readonly bytes: Dim;
    readonly role: WeightRef['role'];
}
export interface Weights {
    /** Those counted at each layer: a tied one at its first user only. */
    readonly countedAt: ReadonlyMap<Entry, readonly Weight[]>;
    /** Those each input of each layer reads, behind what merely carries them. */
    refs(step: Step): readonly WeightRef[];
}
export declare function weightsOf(entries: readonly Entry[], steps: readonly Step[], uses: ReadonlyByValue<Use>, nameOf: (v: Value) => string, numbering: Numbering): Weights;
