/** The list of report formats. To add one: a file with its two renderers, and a row here. */
import type { Profile } from '../analysis/profile.ts';
import type { Report } from './report.ts';
export interface RenderOptions {
    /** UTF-8 bytes; markdown loses whole blocks until it fits. */
    readonly limit?: number;
    readonly color?: boolean;
    /** Tells two comments apart: in the heading, and in the hidden marker that ends the markdown. */
    readonly key?: string;
}
export interface Format {
    readonly id: string;
    readonly title: string;
    renderReport(report: Report, options: RenderOptions): string;
    renderProfiles(profiles: readonly Profile[], options: RenderOptions): string;
}
export declare const formats: readonly Format[];
/** Throws `usage/format-unavailable`. */
export declare function formatNamed(id: string): Format;
export declare function renderReport(report: Report, format: string, options?: RenderOptions): string;
export declare function renderProfiles(profiles: readonly Profile[], format: string, options?: RenderOptions): string;
/** The report in one line, safe for a job's log: "fail: 1 budget is exceeded. m.onnx MACs 4.09 G → 4.60 G (+12.4 %)." */
export declare function summaryLine(report: Report): string;
