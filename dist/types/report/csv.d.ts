/** Layers as rows for a spreadsheet: exact integers, expressions as text, empty where unknown. */
import { type Profile } from '../analysis/profile.ts';
import type { Report } from './report.ts';
/** One row for each layer that differs; from, to and difference of every metric. */
export declare function reportCsv(report: Report): string;
/** One row for each layer. */
export declare function profilesCsv(profiles: readonly Profile[]): string;
