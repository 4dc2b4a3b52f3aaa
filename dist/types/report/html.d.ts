/** The report, or profiles, as one self-contained page: light and dark, printable, read without its script. */
import type { Profile } from '../analysis/profile.ts';
import type { Report } from './report.ts';
/** `key` tells two reports of one pull request apart. */
export declare function renderHtml(report: Report, { key }?: {
    readonly key?: string;
}): string;
export declare function profilesHtml(profiles: readonly Profile[]): string;
