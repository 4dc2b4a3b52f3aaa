/** Expressions as text: how a dimension or a cost is written for people and in JSON, and read back. */
import { type Dim, type Shape, type Term } from './dim.ts';
/** As a reader writes it, and as `parseDim` reads it back: `2*seq + 1`, `(h + 1)//2`, `max(a, b)`; `?` when unknown. */
export declare function formatDim(d: Dim): string;
export interface WrittenTerm {
    readonly negative: boolean;
    readonly magnitude: bigint;
    /** Empty for the constant term. */
    readonly factors: string;
}
/** A term's sign, number and factors as they are written: −3·n·max(−a, −b) is meant as 3·n·min(a, b). */
export declare function writtenTerm({ coefficient, factors }: Term): WrittenTerm;
export declare function formatShape(shape: Shape): string;
/**
 * Reads what `formatDim` writes, and the expressions exporters put in `dim_param` (`2*s0 + 1`, `floor(h/2)`).
 * `undefined` when the text is not such an expression.
 */
export declare function parseDim(text: string): Dim | undefined;
/** A count or an extent in our JSON documents: an integer, text for an expression or past 2^53 − 1, `null` unknown. */
export type DimJson = number | string | null;
export declare function dimToJson(d: Dim): DimJson;
/** Reads what `dimToJson` writes; `undefined` when it is not that. */
export declare function dimFromJson(json: DimJson): Dim | undefined;
