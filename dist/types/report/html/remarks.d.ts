import type { Report } from '../report.ts';
import { type Caveat } from '../words.ts';
import { type Html } from './markup.ts';
export declare function remarksSection(report: Report): Html;
interface Remark {
    readonly caveat: Caveat;
    /** The model it is about, where there are several. */
    readonly path?: string | undefined;
}
/** Worst first. */
export declare function remarks(all: readonly Remark[], id?: string, level?: 2 | 3): Html;
export {};
