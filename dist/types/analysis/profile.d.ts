/**
 * The cost of one model, layer by layer: what the analysis makes of a Model, and all the diff, the budgets and the
 * report need of it. Plain data with exact counts; `profileToJson` and `profileFromJson` (profile-json.ts) write and
 * read the `flopgate.profile/1` document, so a saved profile may stand in for a model.
 */
import type { ConventionLabel } from '../conventions/convention.ts';
import type { Dim, Shape } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import type { Attribute, ValueType } from '../model/model.ts';
import type { Problem } from '../problem.ts';
export interface Profile {
    readonly model: ModelHeader;
    readonly inputs: readonly NamedValue[];
    readonly outputs: readonly NamedValue[];
    readonly totals: Totals;
    /** Main graph in file order; the nodes of a body or an inlined function follow their owner. */
    readonly layers: readonly Layer[];
    readonly coverage: Coverage;
    /** The way the model is used that was counted, where it was asked for by name. */
    readonly scenario?: string;
    /** Which symbols were bound and which shapes were given: `batch = 1`, `x = [1, 3, 224, 224]`. */
    readonly assumptions: readonly string[];
    /** How MACs, FLOPs and parameters are counted; the other numbers are the same under every convention. */
    readonly convention: ConventionLabel;
    readonly problems: readonly Problem[];
}
export interface ModelHeader {
    readonly path: string;
    readonly format: string;
    readonly byteSize: number;
    readonly producer: string;
    readonly opsets: ReadonlyMap<string, bigint>;
}
export interface NamedValue {
    readonly name: string;
    /** `null` when it is not a tensor or its element type is unknown. */
    readonly dtype: DType | null;
    readonly shape: Shape;
    /** Present where the value is not a tensor. */
    readonly type?: Exclude<ValueType['kind'], 'tensor'>;
}
/** Counts of one layer. A Dim is a known integer, an expression, or unknown with its reason. */
export interface Cost {
    /** Elements of weight tensors, a tied one at its first user in file order. Not batch-norm statistics. */
    readonly parameters: Dim;
    /** Batch-norm running statistics and other state that is not trained; elements. */
    readonly buffers: Dim;
    /** Multiply-accumulates of convolution, matrix and recurrent operators; no bias. */
    readonly macs: Dim;
    /** 2 × macs + every other arithmetic operation. */
    readonly flops: Dim;
    /** Stored bytes of parameters and buffers. */
    readonly weightBytes: Dim;
    /** Stored bytes of scales and zero points. */
    readonly quantBytes: Dim;
    /** Stored bytes of shapes, indices, masks, tables. */
    readonly constantBytes: Dim;
    /** Distinct inputs once, weights included. */
    readonly readBytes: Dim;
    readonly writeBytes: Dim;
}
export declare const zeroCost: Cost;
export interface Totals extends Cost {
    readonly weightBytesByDType: ReadonlyMap<DType, Dim>;
    /** MACs by the stored element types of what is multiplied: `int8×int8`, `float32×int4`. */
    readonly macsByWidth: ReadonlyMap<string, Dim>;
    /** All non-constant tensors, views excluded. */
    readonly activationBytes: Dim;
    /** Most bytes alive at once, in file order; views share storage. */
    readonly peakBytes: Dim;
    /** The same where elementwise operators may overwrite an input nothing else needs. */
    readonly peakInplaceBytes: Dim;
    /** Extent of a greedy best-fit arena, 64-byte aligned, over the same lifetimes. */
    readonly arenaBytes: Dim;
    /** Bound for any order: the most that one operator's distinct inputs and outputs take. */
    readonly peakFloorBytes: Dim;
}
export interface Layer extends Cost {
    /** Position in `Profile.layers`. */
    readonly id: number;
    /** Position in the file's own node list of the main graph; `null` for a node of a body or a function. */
    readonly index: number | null;
    /** `id` of the control-flow node or function call this layer belongs to; absent in the main graph. */
    readonly owner?: number;
    /** Which body of the owner: the attribute's name (`then_branch`), or the function's. */
    readonly body?: string;
    /** What this layer runs, if it is a control-flow node or calls a function; layers of theirs name it their `owner`. */
    readonly bodies?: readonly BodyRef[];
    readonly name: string;
    readonly op: string;
    readonly domain: string;
    /** Module path, `layer1.0.conv1`, as far as names and metadata tell; empty when they do not. */
    readonly module: string;
    /** Tensor names as in the file; in a body or function qualified by the owner, so that a name means one tensor. */
    readonly inputs: readonly string[];
    readonly outputs: readonly NamedValue[];
    /** Attributes without graphs and big tensors, defaults left out: what a diff compares. */
    readonly attributes: ReadonlyMap<string, Attribute>;
    /** Stored or constant tensors among the inputs. */
    readonly weights: readonly WeightRef[];
    readonly status: 'known' | 'symbolic' | 'unknown';
    /** Why something about it is unknown, first reason. */
    readonly why?: string;
    /** No output of the model depends on it; in no total. */
    readonly dead?: true;
    /**
     * In the branch of an If that costs less: what it costs at run time is in no total, what it stores is, because the
     * file holds both branches.
     */
    readonly untaken?: true;
}
/** What a layer adds to a total: a total is the sum of this over all layers. */
export declare function counted(layer: Layer, metric: keyof Cost): Dim;
/** A body by its name, as `Layer.body` has it, with the tensors it begins and ends with under their names here. */
export interface BodyRef {
    readonly name: string;
    /** A function runs on the tensors of its call: what it does could as well stand where the call stands. */
    readonly call?: true;
    /** Values it is started with, in the order of its signature; empty for a function and for a branch. */
    readonly inputs: readonly NamedValue[];
    /** What it gives, by position, empty where it gives nothing; of a function what the call's outputs stand for. */
    readonly outputs: readonly string[];
}
export interface WeightRef {
    /** Position among the node's inputs. */
    readonly input: number;
    /** Name of the stored tensor, behind Identity, Cast and the like where it passes through them. */
    readonly name: string;
    readonly dtype: DType;
    readonly shape: readonly bigint[];
    readonly role: 'parameter' | 'buffer' | 'quantization' | 'constant';
}
export interface Coverage {
    readonly nodes: number;
    readonly known: number;
    readonly symbolic: number;
    readonly unknown: number;
    /** Operators Flopgate has no entry for, `domain.Op`, with how many nodes of each. */
    readonly unknownOperators: ReadonlyMap<string, number>;
}
/** The document a profile is written as. */
export declare const profileSchema = "flopgate.profile/1";
/** Counts in the order the document lists them. */
export declare const costKeys: readonly ["parameters", "buffers", "macs", "flops", "weightBytes", "quantBytes", "constantBytes", "readBytes", "writeBytes"];
export declare const totalKeys: readonly ["parameters", "buffers", "macs", "flops", "weightBytes", "quantBytes", "constantBytes", "activationBytes", "peakBytes", "peakInplaceBytes", "arenaBytes", "peakFloorBytes", "readBytes", "writeBytes"];
