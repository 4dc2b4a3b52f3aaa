/** Graphs, nodes and attributes to the vocabulary of `model/`. Nesting is bounded where the messages are read. */
import type { Attribute, Graph, LocalFunction, Node } from '../../model/model.ts';
import type { Lowering } from './findings.ts';
import type { AttributeProto, FunctionProto, GraphProto, NodeProto, OperatorSetIdProto, StringStringEntryProto } from './messages.ts';
import type { Settings } from './settings.ts';
export declare function lowerGraph(lowering: Lowering, proto: GraphProto): Graph;
export declare function lowerAttributes(lowering: Lowering, protos: readonly AttributeProto[], where: string): ReadonlyMap<string, Attribute>;
export declare function lowerEntries(protos: readonly StringStringEntryProto[]): ReadonlyMap<string, string>;
/** `ai.onnx` is the default domain by its other name. */
export declare function domainOf(domain: string): string;
export declare function lowerNode(lowering: Lowering, proto: NodeProto, index: number, settings: Settings): Node;
export declare function lowerOpsets(protos: readonly OperatorSetIdProto[]): ReadonlyMap<string, bigint>;
export declare function lowerFunction(lowering: Lowering, proto: FunctionProto): LocalFunction;
