/** From a node of a file to what an operator's rules take: inputs and attributes by name, outputs as facts. */
import { type DType } from '../model/dtype.ts';
import type { Attribute } from '../model/model.ts';
import { type Call, type Fact, type Operand, type Operands, type Operator, type Values, type Work } from './operator.ts';
/** Operands by the names the entry gives them. Throws Mismatch when a required one is missing, or one too many. */
export declare function bindInputs(operator: Operator, operands: readonly (Operand | undefined)[]): Operands;
/** Outputs by name. One the node does not want is still there for the work rule, under its entry's name. */
export declare function bindOutputs(operator: Operator, operands: readonly (Operand | undefined)[]): Operands;
/**
 * Attribute values by name, defaults filled in, those the entry does not name left out. Throws Mismatch on a wrong
 * kind or a missing required one.
 */
export declare function readAttributes(operator: Operator, node: {
    readonly attributes: ReadonlyMap<string, Attribute>;
}): Values;
/**
 * The outputs of a node by the operator's rules, one fact for each of the entry's outputs in order; of a variadic
 * output as many as `call.outputs` names. Throws Undetermined or Mismatch as the rules do.
 */
export declare function inferOutputs(operator: Operator, inputs: Operands, attributes: Values, call: Call): readonly Fact[];
/** Element types alone, in the order of `inferOutputs`: they are often known where the shapes are not. */
export declare function inferDTypes(operator: Operator, inputs: Operands, attributes: Values, call: Call): readonly (DType | null)[];
/** Work by the operator's rule; zero when it is declared free. */
export declare function workOf(operator: Operator, inputs: Operands, outputs: Operands, attributes: Values, call: Call): Work;
