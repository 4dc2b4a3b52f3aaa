import type { Node } from '../model/model.ts';
import { type Operator } from '../operators/operator.ts';
import type { Compute, Value } from './step.ts';
/** What a node asks of its operator, besides its inputs. */
export interface Asking {
    readonly operator: Operator;
    readonly node: Node;
    readonly opset: bigint;
    /** A newer version of the operator set than Flopgate has read. */
    readonly newer: boolean;
}
export declare class Alike {
    private readonly settings;
    private readonly types;
    private readonly symbol;
    private left;
    constructor(symbol: Compute['symbol']);
    /** What this node does, on its own. Where the rules cannot tell a shape, the reason, and element types all the same. */
    alone({ operator, node, opset, newer }: Asking, inputs: readonly (Value | undefined)[]): Compute;
    /** What this node does as others do; `undefined` where each is on its own. Throws Mismatch for a wrong attribute. */
    find(asking: Asking, inputs: readonly (Value | undefined)[]): Compute | undefined;
    private step;
    private byValue;
    private attempt;
    /** Throws Undetermined where something about it is unknown, for whoever reads it wants to know which node's. */
    private settled;
}
