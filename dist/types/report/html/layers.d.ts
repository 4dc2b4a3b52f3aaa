import type { ModelReport } from '../report.ts';
import { type Column } from './cells.ts';
import { type Html } from './markup.ts';
export declare function layersSection(model: ModelReport): Html;
/** Rows beyond the first hundreds are folded, so that a page of many thousands opens at once; nothing is left out. */
export declare function longTable(title: string, columns: readonly Column[], rows: readonly Html[]): Html;
