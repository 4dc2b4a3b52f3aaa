/** What one layer costs; here, and nowhere else, a FLOP is defined. */
import { type Dim } from '../model/dim.ts';
import { type Work } from '../operators/operator.ts';
import type { Entry } from './entries.ts';
import type { Cost } from './profile.ts';
import type { Step } from './step.ts';
import type { Weight } from './weights.ts';
export declare function costOf(entry: Entry, weights: readonly Weight[]): Cost;
export declare function workOfStep({ node, does }: Step): Work;
export interface Status {
    readonly status: 'known' | 'symbolic' | 'unknown';
    /** The first reason something is unknown. */
    readonly why?: string;
}
/** Of a layer, by its extents and its counts. */
export declare function statusOf(extents: readonly (readonly Dim[])[], counts: readonly Dim[]): Status;
