/** Numbers in cells: short for people, with every digit beside or behind them. */
import type { DimJson } from '../../model/dim-text.ts';
import type { DeltaReport } from '../report.ts';
import { type Content, type Html } from './markup.ts';
/** A table that scrolls by itself, by keyboard too, when it is wider than the page. */
export declare function scrolled(label: string, table: Html, size?: 'tall' | 'plain'): Html;
/** A column by its title; those of numbers are `n`. */
export interface Column {
    readonly title: string;
    readonly kind?: 'n';
}
export declare function tableOf(caption: Content, columns: readonly Column[], rows: readonly Html[]): Html;
/** Text of ours, or an expression in somebody's symbols. */
export declare function short(value: DimJson, text: string): Content;
/** "512", "32 B": nothing is rounded away. */
export declare function isSpelled(text: string, exact: string): boolean;
/** With its digits behind it, for long tables. */
export declare function countCell(value: DimJson, metric: string, why?: string): Html;
/** With its digits below it, for short tables. */
export declare function spelledCell(value: DimJson, text: string, why?: string): Html;
/** A difference by itself, both sides behind it. */
export declare function changeCell(delta: Pick<DeltaReport, 'from' | 'to' | 'by'> | undefined, metric: string): Html;
/** More costs more; what is open is neither. Signs say it too. */
export declare function toneOf(by: DimJson): 'more' | 'less' | 'open' | '';
/** Base, head, difference, growth: the cells after a metric's name. */
export declare function deltaCells(change: DeltaReport, metric: string): readonly Html[];
/** "97 %" behind a bar of that length. */
export declare function shareCell(share: number | undefined, text: string, tone?: string): Html;
export declare function nameCell(name: string, more?: Content): Html;
