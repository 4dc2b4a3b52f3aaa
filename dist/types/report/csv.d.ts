/**
 * Layers as rows for a spreadsheet (RFC 4180): exact integers, expressions as text, empty where unknown. Columns are the
 * same whatever the models; new ones come last. docs/diff.md lists them.
 */
import { type Profile } from '../analysis/profile.ts';
import type { Report } from './report.ts';
/**
 * One row for each layer that differs; from, to and difference of every metric. Then, where the model has scenarios, a
 * row of kind `total` for each, with what the whole model costs in it.
 */
export declare function reportCsv(report: Report): string;
/** One row for each layer, for each scenario the model was counted in. */
export declare function profilesCsv(profiles: readonly Profile[]): string;
