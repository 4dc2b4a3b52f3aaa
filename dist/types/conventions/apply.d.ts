/** What a convention counts of one node. */
import { type Dim } from '../model/dim.ts';
import type { Convention } from './convention.ts';
import type { Node } from './node.ts';
export interface Counted {
    readonly macs: Dim;
    readonly flops: Dim;
    readonly parameters: Dim;
    /** Why, from this node on, the number is only near the tool's. */
    readonly near?: string;
}
/** By the convention's table. What cannot be told is unknown with its reason, as with our own rules. */
export declare function countBy(convention: Convention, node: Node): Counted;
/** A layer the tool does not look into. */
export declare function notSeen(convention: Convention): Counted;
