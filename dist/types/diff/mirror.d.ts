import { type Pairing } from './cost.ts';
import type { Net } from './net.ts';
import type { Evidence } from './sketch.ts';
/** Negative when `a` comes first, 0 when nothing the matching looks at tells them apart. */
export declare function order(a: Net, b: Net, evidence: Evidence | undefined): number;
export declare function mirrorEvidence(e: Evidence | undefined): Evidence | undefined;
export declare function mirrorPairing(p: Pairing): Pairing;
