import type { Source } from '../../bytes/source.ts';
import { type Problem } from '../../problem.ts';
import type { Sizes } from './sizes.ts';
/** What is odd about a file but does not stop it from being read. One problem for each kind, however often it occurs. */
export interface Findings {
    withoutData(tensor: string): void;
    outside(tensor: string, location: string): void;
    externalLength(tensor: string, expected: bigint, found: string): void;
    duplicate(tensor: string): void;
    note(problem: Problem): void;
    problems(): readonly Problem[];
}
/** What lowering needs besides the message: the file, where to note what is odd, and what was made of it before. */
export interface Lowering {
    readonly source: Source;
    readonly findings: Findings;
    readonly sizes: Sizes;
}
export declare function startFindings(file: string): Findings;
