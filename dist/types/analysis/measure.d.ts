/** From a model to its profile: costs layer by layer, totals, memory, coverage, and what a reader must know beside them. */
import type { Convention } from '../conventions/convention.ts';
import { type Model } from '../model/model.ts';
import { type InferOptions } from './infer.ts';
import { type Profile } from './profile.ts';
/**
 * By Flopgate's own convention unless another is given. Throws what `infer` throws: `model/cycle`, and `usage/*` for
 * shapes given for inputs that are not there.
 */
export declare function profileModel(model: Model, path: string, options: InferOptions, convention?: Convention): Profile;
