/** Quantise and dequantise nodes belong to the layer they serve. */
import type { Layer } from '../analysis/profile.ts';
import type { Pairing, Task } from './cost.ts';
import type { Drafts } from './drafts.ts';
import { type FoldedPairs } from './folded.ts';
/** Gives each quantise and dequantise node without a counterpart to the record of the layer it serves. */
export declare function attachQuantization(task: Task, pairing: Pairing, foldedPairs: FoldedPairs, drafts: Drafts): ReadonlySet<Layer>;
