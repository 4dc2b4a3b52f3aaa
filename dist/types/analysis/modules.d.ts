/**
 * Which module of the source network each layer comes from, `layer1.0.conv1`, as far as names and metadata tell. One
 * rule for each habit of an exporter, the surest first; a layer no rule speaks for has no path.
 */
import type { Model } from '../model/model.ts';
import type { Entry } from './entries.ts';
/** One path for each entry; empty where nothing tells. */
export declare function modulesOf(model: Model, entries: readonly Entry[]): readonly string[];
