import type { Source } from '../../bytes/source.ts';
/**
 * Protobuf has no magic number: a file is ONNX when its outermost fields are those of a ModelProto, each of the right
 * wire type, up to the graph, the end of the file, or the place where a truncated file ends.
 */
export declare function recognizeOnnx(head: Uint8Array, source: Source): boolean;
