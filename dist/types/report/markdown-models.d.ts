import type { ModelReport, Report } from './report.ts';
/** Heading, a row for each metric, and the layers that explain it. */
export declare function modelBlocks(model: ModelReport, report: Report, { layers: most }: {
    readonly layers: number;
}): readonly string[];
/** One row for each model, for when tables for each would be too much. */
export declare function modelRows(models: readonly ModelReport[], { checks }: Report, most: number): readonly string[];
