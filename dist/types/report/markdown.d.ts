/**
 * The report as a pull request comment or a job summary. The destination has a size, and the report bends to it: it
 * loses whole blocks, least telling first, and says so; no text is ever cut in the middle.
 */
import type { Report } from './report.ts';
export interface MarkdownOptions {
    /** UTF-8 bytes, the marker included. A heading and a marker are always written. */
    readonly limit?: number;
    /** Tells two comments on one pull request apart: shown in the heading, and hidden in the marker. */
    readonly key?: string;
}
/** How much is shown: rows of each kind. */
export interface Detail {
    readonly layers: number;
    /** A table of metrics for each model, one row for each, or neither. */
    readonly models: 'tables' | 'rows' | 'none';
    readonly modelCount: number;
    readonly checks: number;
    readonly caveats: number;
    readonly footer: boolean;
}
export declare function renderMarkdown(report: Report, options?: MarkdownOptions): string;
export declare function byteLength(text: string): number;
