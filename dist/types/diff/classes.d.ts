/** The class of an operator; the operator itself where it stands alone. */
export declare function operatorClass(op: string): string;
/** The operator whose function it is. */
export declare function plainOperator(op: string): string;
export declare function isCommutative(op: string): boolean;
export declare function isWeightedClass(name: string): boolean;
/** Cost of leaving a layer unpaired, in milli-units: 2 for a layer with weights, 1 for computation, ½ for plumbing. */
export declare function unpairedCost(name: string, parameters: boolean): number;
/** Whether an attribute says the same as an input of another operator-set version does. */
export declare function isMovedAttribute(op: string, attribute: string): boolean;
export declare function isTransparent(op: string): boolean;
/** Operators that do nothing where shape and type of input and output are equal. */
export declare function mayDoNothing(op: string): boolean;
export declare function isQuantization(op: string): boolean;
/** A result that its inputs do not decide, or that belongs to a body: never part of a constant. */
export declare function isNeverConstant(op: string): boolean;
