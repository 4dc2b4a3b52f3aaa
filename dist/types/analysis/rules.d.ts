import { type Node } from '../model/model.ts';
import { type Call, type Fact, Operand, type Operands, type Operator, type Values, type Work } from '../operators/operator.ts';
import { type Compute, type Step } from './step.ts';
/** Of the entry's outputs, wanted or not, in order. Throws Undetermined and Mismatch. */
export declare function factsBy(operator: Operator, operands: Operands, attributes: Values, call: Call): readonly Fact[];
/** As `factsBy`; where the rules cannot tell a shape, the reason, and the element types all the same. */
export declare function factsOrReason(operator: Operator, operands: Operands, attributes: Values, call: Call): readonly Fact[];
/** Throws Undetermined and Mismatch. */
export declare function workBy(operator: Operator, operands: Operands, results: readonly Operand[], attributes: Values, call: Call): Work;
export declare function operandsOf({ inputs }: Step, { operator }: Compute): Operands;
/** All the entry's outputs: one the node does not want is there for the work rule, under its entry's name. */
export declare function resultsOf({ outputs }: Step, { operator, facts }: Compute): readonly Operand[];
export declare function callOf(node: Node, opset: bigint, symbol: Compute['symbol']): Call;
