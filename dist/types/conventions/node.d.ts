/** One node of a graph as a convention sees it: operands by position, attributes with their defaults, who made what. */
import { type Dim } from '../model/dim.ts';
import type { Attribute } from '../model/model.ts';
import { type Operand, type Work } from '../operators/operator.ts';
/** A stored tensor as tools count it. */
export interface Stored {
    /** An initializer, not the value of a Constant node. */
    readonly initializer: boolean;
    readonly elements: Dim;
}
export interface NodeFacts {
    /** `Conv`; in another domain than the default one `com.microsoft.FusedConv`. */
    readonly op: string;
    /** Its name, or `Op #index`. */
    readonly label: string;
    readonly inputs: readonly (Operand | undefined)[];
    readonly outputs: readonly (Operand | undefined)[];
    /** Attribute values as the operator's entry reads them, or as the file has them where there is no entry. */
    readonly attribute: (name: string) => unknown;
    /** Whether the input is the same whatever the model is given. */
    readonly isConstant: (input: number) => boolean;
    /** The node whose result the input is. */
    readonly maker: (input: number) => Node | undefined;
    /** Flopgate's own count. Throws Undetermined and Mismatch. */
    readonly work: () => Work;
    /** The entry says the operator only moves or names data. */
    readonly isFree: boolean;
    /** Flopgate has an entry for it. */
    readonly isKnown: boolean;
    /** Weights and constants Flopgate counts at this node, a shared one at its first user. */
    readonly stored: readonly Stored[];
    /** Flopgate's own parameters of this node. */
    readonly parameters: Dim;
}
/** Guards what Operand guards: a rule that asks for what is not known, or not there, ends. */
export declare class Node {
    readonly facts: NodeFacts;
    constructor(facts: NodeFacts);
    get op(): string;
    has(input: number): boolean;
    input(i: number): Operand;
    output(i?: number): Operand;
    /** Elements of an input. */
    size(i?: number): Dim;
    /** Elements of the first output. */
    get out(): Dim;
    int(name: string, fallback: bigint): bigint;
    /** Empty where the attribute is not there. */
    ints(name: string): readonly bigint[];
    text(name: string, fallback: string): string;
    /** The one element of a constant input, as a number. */
    scalar(input: number): number | undefined;
    isConstant(input: number): boolean;
    maker(input: number): Node | undefined;
    /** Multiply-accumulates by Flopgate's own rule. */
    get ownMacs(): Dim;
}
/** Ends a rule: the tool cannot count such a node either. */
export declare function refuse(why: string): never;
/** A plain attribute of a file, as an entry would read it. */
export declare function plainAttribute(attribute: Attribute | undefined): unknown;
