/** Whether two layers that look equal hold the same numbers, as far as a few hundred elements of each tensor tell. */
import type { Layer } from '../analysis/profile.ts';
import type { Sketches } from './sketch.ts';
/** `true` when sampled weights differ, `false` when all that could be compared agree or nothing could. */
export type ContentDiffers = (base: Layer, head: Layer) => boolean;
export declare function contentComparer(left: Sketches | undefined, right: Sketches | undefined, sameProducer: boolean): ContentDiffers;
