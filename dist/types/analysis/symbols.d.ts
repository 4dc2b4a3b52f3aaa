/** Names for counts that no shape tells: trips of loops, lengths that come as data, and the number of a trip. */
import { type Dim } from '../model/dim.ts';
import { type Graph, type Node } from '../model/model.ts';
import type { InferOptions } from './inputs.ts';
import type { Scope, Step } from './step.ts';
/** Guards that a name means one count. */
export declare class Symbols {
    /** Trip counts by symbol, and the node each stands for. */
    readonly trips: Map<string, string>;
    /** Lengths that come as inputs of operators, whose values the data decides. */
    readonly lengths: Set<string>;
    /** By the place of a loop: the symbol that numbers its trips. */
    private readonly indices;
    private readonly bound;
    private readonly namesGiven;
    private readonly namesOfInputs;
    private ofInputs;
    private watching;
    constructor(bound: ReadonlyMap<string, Dim>, namesGiven: () => ReadonlySet<string>, namesOfInputs: () => ReadonlySet<string>);
    trip(node: Node, scope: Scope): Dim;
    /** Whether it holds the symbol of a trip count. */
    isOpen(trips: Dim): boolean;
    length(input: string): Dim;
    /** A name that nothing else is called: it must not be bound, nor be added up as something else. */
    index(node: Node, scope: Scope): string;
    /** What a walk gives, and the symbols it met. */
    watched<T>(run: () => T): {
        readonly result: T;
        readonly met: ReadonlySet<string>;
    };
    /** Trip counts that the run still holds: others were told by a closer look. */
    openTrips(steps: readonly Step[]): ReadonlyMap<string, string>;
    private met;
    private numbersTrips;
}
/** Symbols that the file, or the caller, names. */
export declare function namesIn(graph: Graph, options: InferOptions): ReadonlySet<string>;
/** Those that extents of the inputs are called: what a body makes of them holds them too. */
export declare function namesInInputs(graph: Graph, options: InferOptions): ReadonlySet<string>;
