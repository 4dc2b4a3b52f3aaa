import type { Report } from './report.ts';
export declare function checksBlock(report: Report, most: number): readonly string[];
