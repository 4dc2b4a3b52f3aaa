/** ONNX's model to the vocabulary of `model/`. What contradicts itself ends the file; what is odd is noted. */
import { type Model } from '../../model/model.ts';
import type { Lowering } from './findings.ts';
import type { ModelProto } from './messages.ts';
export declare function lowerModel(lowering: Lowering, proto: ModelProto): Model;
