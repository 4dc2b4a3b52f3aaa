import type { Report } from './report.ts';
export declare function renderTerminal(report: Report, options?: {
    readonly color?: boolean;
}): string;
