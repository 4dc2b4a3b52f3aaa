import { type Model } from '../model/model.ts';
import { type InferOptions } from './infer.ts';
import { type Profile } from './profile.ts';
/** Throws what `infer` throws: `model/cycle`, and `usage/*` for shapes given for inputs that are not there. */
export declare function profileModel(model: Model, path: string, options: InferOptions): Profile;
