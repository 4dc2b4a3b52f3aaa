import { type DimJson } from '../model/dim-text.ts';
import type { DeltaReport } from './report.ts';
/** `bytes` by 1,024 (KiB), `count` by 1,000 (k). */
export type Family = 'count' | 'bytes';
export declare function familyOf(metric: string): Family;
/** `peakBytes` → `Peak memory`; a metric we do not know keeps its name. */
export declare function metricName(metric: string): string;
/** `4.09 G`, `97.7 MiB`, `512`, `4.09 G·batch + 12`, `unknown` */
export declare function formatCount(json: DimJson, family: Family): string;
/** Every digit, `4,089,184,256`, or the whole expression: `85054464*batch`. */
export declare function formatExactly(json: DimJson): string;
export interface Triple {
    readonly from: string;
    readonly to: string;
    /** Signed; `0` when nothing changed. */
    readonly by: string;
}
/** Both sides and their difference in one unit, with as many decimals as the difference needs to show. */
export declare function formatDelta(delta: DeltaReport, family: Family): Triple;
/** A difference by itself, in its own unit: `+520 M`, `−4.70 k`, `+n`, `0`, `unknown`. */
export declare function formatSigned(by: DimJson, family: Family): string;
/** `+12.4 %`, `−0.5 %`, `+<0.01 %`, `×23.4`; empty where there is no ratio. */
export declare function formatRatio(ratio: number | undefined): string;
/** A share for people, rounded down so that only all is 100 %. */
export declare function formatShare(share: DimJson): string;
/** `quadratic`; a higher power by its number. */
export declare function growthName(degree: number): string;
