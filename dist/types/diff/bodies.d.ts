/** The bodies of two paired layers as two graphs whose inputs stand for one another. */
import type { Layer } from '../analysis/profile.ts';
import type { Pairing } from './cost.ts';
import type { Frame } from './frames.ts';
import { type Net } from './net.ts';
export interface Around {
    readonly net: Net;
    readonly owner: Layer;
    readonly body: string;
    readonly frame: Frame;
}
/** Inputs of one position are the same: parameters in order, captured tensors where the pairing around says so. */
export declare function bodyNets(base: Around, head: Around, pairing: Pairing): readonly [Net, Net];
