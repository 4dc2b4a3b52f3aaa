/** Every operator Flopgate knows, and how a node finds its own. */
import type { Operator } from './operator.ts';
/** Every entry there is. */
export declare function everyOperator(): readonly Operator[];
/** The newest operator set of the default domain whose operators were read. */
export declare const newestOpset = 28n;
export interface Found {
    readonly operator: Operator;
    /** The operator's version in force: the largest `since_version` not above the operator set's. */
    readonly revision: number;
    /** The file's operator set is newer than any read here: what the operator means there was not checked. */
    readonly newer: boolean;
}
/** The entry for an operator as of a version of its domain; `undefined` when there is none. */
/** The version of its operator set that an operator came with; `undefined` where there is no entry for it at all. */
export declare function sinceVersion(domain: string, op: string): number | undefined;
export declare function lookup(domain: string, op: string, version: bigint): Found | undefined;
