import type { Format } from '../format.ts';
/** Binary ONNX of any IR version. See docs/formats.md for what is read of it. */
export declare const onnx: Format;
