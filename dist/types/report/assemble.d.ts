import { type Dim } from '../model/dim.ts';
import type { Findings, Report } from './report.ts';
/** The verdict is the judge's, but never better than the problems of the whole request allow. */
export declare function assemble(findings: Findings): Report;
/** by / from where that is one number: both known, or one a multiple of the other (3·batch of 2·batch). */
export declare function ratioOf(by: Dim, from: Dim): number | undefined;
