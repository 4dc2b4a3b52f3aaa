/** What a reader calls a layer: its module path or name, and inside a body or a function the way there. */
import type { Layer } from '../analysis/profile.ts';
/** `layer1.0.conv1`; `loop.body/conv1` in the body of a Loop; `call_3/act` in a function, or the module path it has there. */
export declare function placeName(layer: Layer, layers: readonly Layer[]): string;
/** `Block/act`: where a layer stands in the functions around it, the same at every call; `undefined` outside of any. */
export declare function placeInFunction(layer: Layer, layers: readonly Layer[]): string | undefined;
