/**
 * What an operator is to Flopgate: one declarative entry with its shape rule, its work rule, prose, source and worked
 * examples. The names a rule may use are inferred from the entry's own `inputs`, `outputs` and `attributes`.
 */
import { type Dim, type Shape } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import type { Attribute, Graph, Scalar, Tensor, ValueType } from '../model/model.ts';
/** What the walk knows of one value. */
export type Fact = {
    readonly kind: 'tensor';
    readonly dtype: DType | null;
    readonly shape: Shape;
    /** Row-major elements, when small and known (elements may be symbolic: the value of a Shape is). */
    readonly value?: readonly Scalar[] | undefined;
} | {
    readonly kind: 'sequence';
    /** What holds of every item. */
    readonly element: Fact;
    readonly length?: Dim;
    /** Each item, when the length is known and small. A carried sequence keeps neither length nor items. */
    readonly items?: readonly Fact[];
} | {
    readonly kind: 'optional';
    readonly element: Fact;
    /** Whether it holds one; left out where only the run tells. */
    readonly present?: boolean;
} | {
    readonly kind: 'map';
    readonly key: DType | null;
    readonly value: Fact;
} | {
    readonly kind: 'opaque';
    readonly why: string;
};
/** Thrown by a rule that cannot tell: the outputs become unknown, with this reason. */
export declare class Undetermined extends Error {
    readonly why: string;
    constructor(why: string);
}
/** Thrown by a rule whose inputs contradict one another: a `shape/invalid` problem, and unknown outputs. */
export declare class Mismatch extends Error {
}
/**
 * A value as a rule sees it. Guards one thing: no rule reads a shape or a value that is not known, because asking for
 * it ends the rule.
 */
export declare class Operand {
    /** The tensor's name in the graph; for messages. */
    readonly name: string;
    readonly fact: Fact;
    constructor(name: string, fact: Fact);
    get dtype(): DType | null;
    /** Extents; ends the rule when the rank is unknown. */
    get shape(): readonly Dim[];
    get rank(): number;
    /** The extent at `axis`, negative from the end; ends the rule when there is no such axis. */
    dim(axis: number): Dim;
    /** The elements, when known. */
    get value(): readonly Scalar[] | undefined;
    /** The elements as extents, which may be symbolic; ends the rule when the value is not known. */
    dims(): readonly Dim[];
    /** The elements as plain integers; ends the rule when one is not known. */
    ints(): readonly bigint[];
    /** The elements as floating-point numbers; ends the rule when one is not known. */
    floats(): readonly number[];
    private known;
}
/** Multiply-accumulates, and every other arithmetic operation, counted one per element operation. */
export interface Work {
    readonly macs: Dim;
    readonly other: Dim;
}
/** The operator moves or names data and computes nothing: zero work, on purpose. */
export declare const free = "free";
/**
 * What a stored tensor is when it arrives at this input.
 * - `weight`: trained; its elements are parameters
 * - `statistic`: state that is not trained (batch-norm running mean and variance); buffers
 * - `quantization`: scales and zero points
 * - `constant`: shapes, axes, indices, masks, tables
 * - `carried`: whatever the operator's first output is used as (Transpose, Cast, DequantizeLinear's data …)
 * - `operand`: the default: a weight when it is floating point and has more than one element, else a constant
 */
export type Role = 'weight' | 'statistic' | 'quantization' | 'constant' | 'carried' | 'operand';
/** What a rule may know of the call besides its operands. */
export interface Call {
    /** Version of the operator's domain that is in force. */
    readonly opset: bigint;
    /** Output names by position, empty where one is not wanted. */
    readonly outputs: readonly string[];
    /** For reasons and messages: the node's name, or `Op #index`. */
    readonly label: string;
    /** A symbol for a quantity only the data tells, or what it was bound to. A call on its own leaves all of them open. */
    readonly symbol?: (name: string) => Dim;
}
export interface AttributeSpec<T> {
    readonly kind: Exclude<Attribute['kind'], 'reference'> | 'any';
    readonly required: boolean;
    readonly fallback?: T | undefined;
    /** Carries the type of the attribute's value; never present. */
    readonly type?: T | undefined;
}
type Reader<T> = {
    (): AttributeSpec<T | undefined>;
    (fallback: T): AttributeSpec<T>;
};
export declare const int: Reader<bigint>;
export declare const float: Reader<number>;
export declare const string: Reader<string>;
export declare const ints: Reader<readonly bigint[]>;
export declare const floats: Reader<readonly number[]>;
export declare const strings: Reader<readonly string[]>;
export declare const tensor: Reader<Tensor>;
export declare const graph: Reader<Graph>;
export declare const type: Reader<ValueType>;
/** An attribute without which the node is invalid. */
export declare function required<T>(spec: AttributeSpec<T>): AttributeSpec<Exclude<T, undefined>>;
/** `X` is always there, `B?` may be left out, `...xs` is any number of them (last only). */
type Bare<N extends string> = N extends `...${infer R}` ? R : N extends `${infer B}?` ? B : N;
type InputOperands<I extends readonly string[]> = {
    readonly [N in I[number] as Bare<N>]: N extends `...${string}` ? readonly Operand[] : N extends `${string}?` ? Operand | undefined : Operand;
};
/** Optional outputs are always computed; the walk drops those the node does not name. */
type OutputsOf<O extends readonly string[], T> = {
    readonly [N in O[number] as Bare<N>]: N extends `...${string}` ? readonly T[] : T;
};
type AttributeValues<A> = {
    readonly [K in keyof A]: A[K] extends AttributeSpec<infer T> ? T : never;
};
export interface Entry<I extends readonly string[], O extends readonly string[], A extends Readonly<Record<string, AttributeSpec<unknown>>>> {
    readonly name: string;
    /** Empty for the default domain. */
    readonly domain?: string;
    /** Every `since_version` whose meaning this entry states. A newer one is a notice, never a silent guess. */
    readonly revisions: readonly number[];
    /** Where the rule was read: a specification, with its anchor. */
    readonly source: string;
    /** One or two sentences for `docs/operators.md`. */
    readonly doc: string;
    readonly inputs: I;
    readonly outputs: O;
    readonly attributes?: A;
    /** Element types of the outputs: each the name of an input, a dtype, or by rule. Default: all as the first input. */
    readonly dtype?: {
        readonly [N in Bare<O[number]>]?: Bare<I[number]> | DType;
    } | ((inputs: InputOperands<I>, attributes: AttributeValues<A>, call: Call) => {
        readonly [N in Bare<O[number]>]?: DType | null | readonly (DType | null)[];
    });
    readonly shape: (inputs: InputOperands<I>, attributes: AttributeValues<A>, call: Call) => OutputsOf<O, Shape>;
    /** Elements of small outputs from known inputs; an output left out has none. Called after `shape`. */
    readonly value?: (inputs: InputOperands<I>, attributes: AttributeValues<A>, call: Call) => {
        readonly [N in Bare<O[number]>]?: readonly Scalar[] | undefined | readonly (readonly Scalar[] | undefined)[];
    };
    readonly work: typeof free | ((inputs: InputOperands<I>, outputs: OutputsOf<O, Operand>, attributes: AttributeValues<A>, call: Call) => Work);
    /**
     * How the first output lies in memory: a `view` shares the storage of the first input (Reshape, Squeeze, Unsqueeze,
     * Flatten, Identity), `inplace` may overwrite an input nothing else needs (elementwise). Default: storage of its own.
     */
    readonly memory?: 'view' | 'inplace';
    /** Roles of stored tensors by input; those left out are `operand`. */
    readonly roles?: {
        readonly [N in Bare<I[number]>]?: Role;
    };
    /** Elements really read of an input, where that is fewer than all: Gather reads the rows it gathers. */
    readonly reads?: {
        readonly [N in Bare<I[number]>]?: (inputs: InputOperands<I>, outputs: OutputsOf<O, Operand>, attributes: AttributeValues<A>) => Dim;
    };
    /**
     * For operators whose results are, or may be, something else than tensors (a sequence, an optional, a map). The walk
     * calls it first: a record holds the whole fact of every output, and `shape`, `dtype` and `value` are not called;
     * `undefined` says the results are plain tensors after all, and the other rules tell.
     */
    readonly facts?: (inputs: InputOperands<I>, attributes: AttributeValues<A>, call: Call) => OutputsOf<O, Fact> | undefined;
    /** Logical elements of a stored input that is packed below its shape's element count: int4 weights, two to a byte. */
    readonly logicalElements?: {
        readonly [N in Bare<I[number]>]?: (inputs: InputOperands<I>, attributes: AttributeValues<A>) => Dim;
    };
    /** Inputs broadcast against one another: whole, or the axes before the last two. Extents are taken to agree. */
    readonly broadcasts?: 'whole' | 'batch';
    /** The operator runs graphs it holds as attributes; the walk knows how (`analysis/control.ts`). */
    readonly control?: 'if' | 'loop' | 'scan' | 'map';
    /** Attributes that hold trained numbers, lists or tensors: they are in no weight tensor, and no count has them. */
    readonly trained?: readonly (keyof A)[];
    /** It holds weights where no reader of graphs sees them; why, so that what it stores is unknown, and not nothing. */
    readonly hides?: string;
    /** Worked examples: the operator's unit tests and its section in `docs/operators.md`. */
    readonly examples: readonly Example[];
}
/** Extents may be numbers, or text for symbolic ones (`'batch'`, `'2*seq'`). */
export type ExampleShape = readonly (number | string)[];
export type ExampleOperand = ExampleShape | {
    readonly shape: ExampleShape;
    readonly dtype?: DType;
    readonly value?: readonly (number | bigint | string)[];
}
/** A sequence by the shapes of its items, float32; `optional` holds a tensor. */
 | {
    readonly sequence: readonly ExampleShape[];
} | {
    readonly optional: ExampleShape;
};
export interface Example {
    /** What it shows; a sentence fragment. */
    readonly title?: string;
    /** Inputs by name, float32 unless said. A variadic input is a list under its bare name. */
    readonly given: Readonly<Record<string, ExampleOperand | readonly ExampleOperand[]>>;
    readonly attributes?: Readonly<Record<string, number | string | readonly number[] | readonly string[]>>;
    /** Version of the domain; default: the entry's newest revision. */
    readonly opset?: number;
    /** Expected outputs by name; dtype and value only where given. */
    readonly gives: Readonly<Record<string, ExampleOperand | readonly ExampleOperand[]>>;
    /** Expected work; default 0, written with its arithmetic in a comment where it is not plain. */
    readonly macs?: bigint | string;
    readonly other?: bigint | string;
}
export interface Slot {
    readonly name: string;
    readonly optional: boolean;
    readonly variadic: boolean;
}
/** An entry with its names erased, as the walk calls it. */
export interface Operator {
    readonly name: string;
    readonly domain: string;
    readonly revisions: readonly number[];
    readonly source: string;
    readonly doc: string;
    readonly inputs: readonly Slot[];
    readonly outputs: readonly Slot[];
    readonly attributes: Readonly<Record<string, AttributeSpec<unknown>>>;
    readonly dtype?: Readonly<Record<string, string>> | ((i: Operands, a: Values, c: Call) => Readonly<Record<string, unknown>>);
    readonly shape: (inputs: Operands, attributes: Values, call: Call) => Readonly<Record<string, Shape | readonly Shape[]>>;
    readonly value?: (inputs: Operands, attributes: Values, call: Call) => Readonly<Record<string, unknown>>;
    readonly work: typeof free | ((inputs: Operands, outputs: Operands, attributes: Values, call: Call) => Work);
    readonly memory?: 'view' | 'inplace';
    readonly roles: Readonly<Record<string, Role>>;
    readonly reads: Readonly<Record<string, (inputs: Operands, outputs: Operands, attributes: Values) => Dim>>;
    readonly facts?: (inputs: Operands, attributes: Values, call: Call) => Readonly<Record<string, Fact | readonly Fact[]>> | undefined;
    readonly logicalElements: Readonly<Record<string, (inputs: Operands, attributes: Values) => Dim>>;
    readonly control?: 'if' | 'loop' | 'scan' | 'map';
    readonly trained?: readonly string[];
    readonly hides?: string;
    readonly broadcasts?: 'whole' | 'batch';
    readonly examples: readonly Example[];
}
export type Operands = Readonly<Record<string, Operand | readonly Operand[] | undefined>>;
export type Values = Readonly<Record<string, unknown>>;
/** Declares an operator. */
export declare function operator<const I extends readonly string[], const O extends readonly string[], const A extends Readonly<Record<string, AttributeSpec<unknown>>> = Record<never, never>>(entry: Entry<I, O, A>): Operator;
export {};
