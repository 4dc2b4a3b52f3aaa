import type { Ceilings } from '../../bytes/protobuf.ts';
/** What one ONNX file may make us keep. The file's size bounds nothing by itself: an empty message takes two bytes of it. */
export declare const ceilings: Ceilings;
/** In all graphs of a file: ten times the largest ones exported. Each costs later stages about a kilobyte. */
export declare const mostNodes = 1000000;
/** The last IR version whose text was read for `schema.ts`; 14 was a draft then. */
export declare const knownIrVersion = 13n;
