/**
 * Attention in the default domain. Scores and their use are counted over the full length, causal or not: MACs
 * B·heads·S·T·(dk + dv); other, per score: a product with the scale and the 5 operations of Softmax, one more for each
 * mask or bias added.
 */
import { type Dim } from '../model/dim.ts';
import { type Call, type Operand, type Operator, type Work } from './operator.ts';
/** Sizes of one attention: S queries on T keys, each head with keys of dk and values of dv. */
export interface AttentionSizes {
    readonly batch: Dim;
    readonly heads: Dim;
    readonly queries: Dim;
    readonly keys: Dim;
    readonly keySize: Dim;
    readonly valueSize: Dim;
}
/** Elements of the scores QKᵀ. */
export declare function scores(s: AttentionSizes): Dim;
/** QKᵀ, softmax, and its product with V; `extra` operations a score besides scale and softmax. */
export declare function attentionWork(s: AttentionSizes, extra: bigint): Work;
/** How many of these are there: each adds one operation a score. */
export declare function present(...xs: readonly unknown[]): bigint;
/** A length that comes as an input: its value, and where that is not known a symbol of its name, which may be bound. */
export declare function lengthOf(length: Operand, call: Call): Dim;
/** `[B, heads, L, d]` from that, or from `[B, L, heads·d]` and the number of heads. */
export declare function perHead(x: Operand, heads: bigint | undefined, what: string): readonly Dim[];
export declare const attention: readonly Operator[];
