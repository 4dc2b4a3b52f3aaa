/**
 * The vocabulary: a network as every format is lowered to it. Operators bear ONNX names; a format with other words
 * translates them at its border. Everything is plain, read-only data, but for the closures that read stored elements.
 */
import type { Problem } from '../problem.ts';
import type { Dim, Shape } from './dim.ts';
import type { DType } from './dtype.ts';
export interface Model {
    /** Id of the format it was read from, such as `onnx`. */
    readonly format: string;
    /** Size of the model file itself, external data apart. */
    readonly byteSize: number;
    /** Read from a source whose ranges are fetched one by one: its weights are not at hand, though each could be had. */
    readonly sparse?: true;
    /** As the file says it, `pytorch 2.13.0`; empty when it says nothing. */
    readonly producer: string;
    /** Operator set versions by domain; the default domain is the empty string. */
    readonly opsets: ReadonlyMap<string, bigint>;
    readonly metadata: ReadonlyMap<string, string>;
    /** Version of the format the file says it is written in, and of the model itself. */
    readonly irVersion?: bigint;
    readonly modelVersion?: bigint;
    /** Its `inputs` are those a caller must give: an input that is also a stored tensor has its default. */
    readonly graph: Graph;
    /** Local functions by `functionKey`. */
    readonly functions: ReadonlyMap<string, LocalFunction>;
    /** What was odd about the file but did not stop it from being read. */
    readonly problems: readonly Problem[];
}
export interface Graph {
    readonly name: string;
    /** In the file's own order; `analysis/infer.ts` sorts them when that order is not topological. */
    readonly nodes: readonly Node[];
    readonly inputs: readonly ValueInfo[];
    readonly outputs: readonly ValueInfo[];
    /** Stored tensors by name: initializers, dense and sparse. */
    readonly tensors: ReadonlyMap<string, Tensor>;
    /** What the file says of inner tensors. Cross-checked, never trusted. */
    readonly declared: ReadonlyMap<string, ValueInfo>;
    readonly metadata?: ReadonlyMap<string, string>;
}
export interface Node {
    /** Position in the file's node list of its graph. */
    readonly index: number;
    readonly name: string;
    readonly op: string;
    /** Empty for the default domain (`ai.onnx` is folded to it). */
    readonly domain: string;
    readonly overload: string;
    /** Tensor names by position; empty where an optional one is left out. */
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
    readonly attributes: ReadonlyMap<string, Attribute>;
    readonly metadata: ReadonlyMap<string, string>;
}
export type Attribute = {
    readonly kind: 'int';
    readonly value: bigint;
} | {
    readonly kind: 'float';
    readonly value: number;
} | {
    readonly kind: 'string';
    readonly value: string;
} | {
    readonly kind: 'ints';
    readonly value: readonly bigint[];
} | {
    readonly kind: 'floats';
    readonly value: readonly number[];
} | {
    readonly kind: 'strings';
    readonly value: readonly string[];
} | {
    readonly kind: 'tensor';
    readonly value: Tensor;
} | {
    readonly kind: 'tensors';
    readonly value: readonly Tensor[];
} | {
    readonly kind: 'graph';
    readonly value: Graph;
} | {
    readonly kind: 'graphs';
    readonly value: readonly Graph[];
} | {
    readonly kind: 'type';
    readonly value: ValueType;
} | {
    readonly kind: 'types';
    readonly value: readonly ValueType[];
}
/** Inside a local function: takes the value the caller gives its attribute `name`. */
 | {
    readonly kind: 'reference';
    readonly name: string;
};
/** What a value is, `shape` included where it is a tensor. An undeclared extent is `unknown`. */
export type ValueType = {
    readonly kind: 'tensor';
    readonly dtype: DType | null;
    readonly shape: Shape;
    readonly sparse?: true;
} | {
    readonly kind: 'sequence';
    readonly element: ValueType;
} | {
    readonly kind: 'optional';
    readonly element: ValueType;
} | {
    readonly kind: 'map';
    readonly key: DType | null;
    readonly value: ValueType;
} | {
    readonly kind: 'opaque';
};
export interface ValueInfo {
    readonly name: string;
    readonly type: ValueType;
}
/** One element of a known tensor: integers and booleans exact (and possibly symbolic), floats as numbers. */
export type Scalar = Dim | number | string;
/** A stored tensor: its header, and a way to its elements where they are at hand. */
export interface Tensor {
    readonly name: string;
    readonly dtype: DType;
    readonly shape: readonly bigint[];
    readonly elementCount: bigint;
    /** Bytes as stored, `ceil(elementCount × bits / 8)`; what is really stored for a sparse or a string tensor. */
    readonly byteLength: bigint;
    /** `inline` in the model file, `external` in another file, which counting never opens. */
    readonly place: 'inline' | 'external';
    /**
     * Elements `from` (inclusive) to `to` (exclusive) in row-major order, decoded; `undefined` where the data is not
     * there. Ask for few: the infer stage wants small constants whole, the diff a few hundred samples.
     */
    elements(from: number, to: number): readonly Scalar[] | undefined;
}
/** A function defined in the model file. Attribute references in its nodes are bound where it is called. */
export interface LocalFunction {
    readonly domain: string;
    readonly name: string;
    readonly overload: string;
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
    /** Attribute names the caller may give, and those with a default. */
    readonly attributes: readonly string[];
    readonly defaults: ReadonlyMap<string, Attribute>;
    readonly opsets: ReadonlyMap<string, bigint>;
    readonly nodes: readonly Node[];
    readonly declared: ReadonlyMap<string, ValueInfo>;
}
/** Different for different functions, whatever is in their names. */
export declare function functionKey(domain: string, name: string, overload: string): string;
/** How a node is named in a message: its name, or `Op #index`. */
export declare function nodeLabel(node: Pick<Node, 'name' | 'op' | 'index'>): string;
