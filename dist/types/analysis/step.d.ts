/**
 * The model as it runs: values instead of names, function calls opened, bodies beside their owners. What `infer` makes
 * and everything after it reads.
 */
import { type Dim, type Shape } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import { type Attribute, type Node, type Scalar, type Tensor } from '../model/model.ts';
import { type Fact, Operand, type Operator, type Values, type Work } from '../operators/operator.ts';
/** One tensor (or sequence, optional, map) of the run. */
export declare class Value extends Operand {
    /** The same whatever the model is given: stored, or computed from nothing else. */
    readonly constant: boolean;
    /** Held by the file. */
    readonly stored: Tensor | undefined;
    /** Another name for this value: what a function returned, what it was called with. */
    readonly alias: Value | undefined;
    /** Nothing in the file defines it. */
    readonly dangling: boolean;
    /** In the tables of its run, `ByValue`; they give it. */
    position: number;
    constructor(name: string, fact: Fact, constant: boolean, { stored, alias, dangling }?: {
        stored?: Tensor;
        alias?: Value;
        dangling?: boolean;
    });
}
/** One node of the file, run. */
export interface Step {
    /** Attribute references are bound. */
    readonly node: Node;
    readonly inputs: readonly (Value | undefined)[];
    readonly outputs: readonly (Value | undefined)[];
    readonly does: Deed;
}
/** What an operator's rules make of a node. Nodes that do alike share one (`alike.ts`): there is nothing of a node in it. */
export interface Compute {
    readonly kind: 'compute';
    readonly operator: Operator;
    readonly attributes: Values;
    /** All the entry's outputs, wanted or not. */
    readonly facts: readonly Fact[];
    /** Whether it is that of all nodes whose inputs are of the same types; a node's own otherwise. */
    readonly shared: boolean;
    /** Where it too is the same for all that share this. */
    readonly work?: Work;
    /** Version of the operator's domain that is in force. */
    readonly opset: bigint;
    /** A newer one than Flopgate has read. */
    readonly newer: boolean;
    /** A symbol for a quantity only the data tells, or what it was bound to. */
    readonly symbol: (name: string) => Dim;
}
export type Deed = Compute | {
    readonly kind: 'call' | 'if' | 'loop' | 'scan';
    readonly bodies: readonly Body[];
}
/** No entry, or one whose rules its inputs contradict: nothing is known of the outputs, nor of the cost. */
 | {
    readonly kind: 'unknown';
    readonly why: string;
    readonly fault: 'operator' | 'mismatch' | 'limit';
};
/** A graph run as part of a step. */
export interface Body {
    /** The attribute's name (`then_branch`), or the function's. */
    readonly name: string;
    /** In execution order. */
    readonly steps: readonly Step[];
    /** Values the body is started with, and the owner's input each begins as, if it is one. */
    readonly formals: readonly Formal[];
    readonly results: readonly (Value | undefined)[];
    /** How often it runs, each time the owner does. */
    readonly trips: Dim;
    /**
     * The symbol that numbers the trips from 0, where extents inside are another in each; such extents, costs and trips
     * of loops inside are expressions in it.
     */
    readonly index?: string;
    /** A constant condition rules it out. */
    readonly never?: true;
}
export interface Formal {
    readonly value: Value;
    readonly from?: Value;
    /** What a Scan takes it from, a slice each trip. */
    readonly sliceOf?: Value;
}
/** Names in force: those of a graph, then those of the graphs around it. */
export interface Scope {
    /** `undefined` is a parameter of a function that the caller leaves out. */
    readonly values: Map<string, Value | undefined>;
    readonly parent?: Scope;
    readonly opsets: ReadonlyMap<string, bigint>;
    /** What attribute references in a function's nodes stand for. */
    readonly references: ReadonlyMap<string, Attribute>;
    /** Labels of the owners around, outermost first; tells two runs of the same node apart. */
    readonly path: string;
    readonly depth: number;
    /** Keys of the functions being called. */
    readonly calls: readonly string[];
    /**
     * Its nodes are run as they stand in the file, and each output is the first of its name: `outOfOrder` is thrown where
     * that does not hold. Of the main graph only.
     */
    readonly inFileOrder: boolean;
    /** An extent as far as the trips of the loops around go; absent where they are not numbered. */
    readonly within?: (d: Dim) => Dim;
}
/** Runs nodes in a scope; what control flow and functions need of the walk. */
export interface Walker {
    run(nodes: readonly Node[], scope: Scope): readonly Step[];
    /** A symbol for a count that the file does not tell, or what it was bound to. */
    tripSymbol(node: Node, scope: Scope): Dim;
    /** Whether it holds such a symbol. */
    isOpen(trips: Dim): boolean;
    /** The name of a symbol that numbers the trips of a loop: one that nothing else in the model is called. */
    tripIndex(node: Node, scope: Scope): string;
    /** A walk that may be given up: `undefined` where it would take more steps than such walks may. */
    attempt<T>(run: () => T): T | undefined;
    /** A walk, and the symbols it met of what the data decides; they may be another number in each trip of a loop. */
    watched<T>(run: () => T): {
        readonly result: T;
        readonly met: ReadonlySet<string>;
    };
}
/** Larger constants decide no shape. */
export declare const maxElements = 1024;
/** Nesting past this is no network; bounds the recursion of the walk, which is over nesting only. */
export declare const maxDepth = 32;
export declare function makeValue(name: string, fact: Fact, constant: boolean): Value;
export declare function aliasOf(name: string, value: Value): Value;
export declare function unknownFact(why: string): Fact;
/** Guards that elements are read once, and only where there are few. */
export declare class StoredFact {
    #private;
    readonly kind = "tensor";
    readonly dtype: DType;
    readonly shape: readonly bigint[];
    constructor(tensor: Tensor);
    /** Whether there may be a value. */
    get isSmall(): boolean;
    get value(): readonly Scalar[] | undefined;
}
/** Thrown where a graph is not in the order it has to be run in, or names two things alike. */
export declare class OutOfOrder extends Error {
}
export declare const outOfOrder: OutOfOrder;
export declare function resolve(scope: Scope, name: string): Value | undefined;
export declare function childScope(scope: Scope, label: string): Scope;
/** Adds the stored tensors of a graph to its scope. */
export declare function addTensors(scope: Scope, tensors: ReadonlyMap<string, Tensor>): void;
/** A node of which nothing is known, and why. */
export declare function unknownStep(node: Node, inputs: readonly (Value | undefined)[], why: string, fault: 'operator' | 'mismatch' | 'limit'): Step;
export declare function shapeOf(value: Value): Shape;
