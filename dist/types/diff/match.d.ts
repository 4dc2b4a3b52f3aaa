import { type Pairing, type Task } from './cost.ts';
import type { Net } from './net.ts';
import type { Extent } from './normalise.ts';
import { type Evidence } from './sketch.ts';
export interface Matching {
    readonly pairing: Pairing;
    readonly task: Task;
    readonly cost: number;
}
export declare function match(base: Net, head: Net, headExtent: Extent, evidence: Evidence | undefined): Matching;
