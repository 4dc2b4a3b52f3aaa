/** The page around the parts: one file that asks nobody for anything. */
import { type Content } from './markup.ts';
/** The colour of the top edge, and of the badge there. */
export type Tone = 'pass' | 'warn' | 'fail' | 'note';
export interface Page {
    readonly title: string;
    readonly tone: Tone;
    readonly header: Content;
    readonly main: Content;
    readonly footer: Content;
}
export declare function pageOf({ title, tone, header, main, footer }: Page): string;
