import type { Report } from '../report.ts';
import { type Html } from './markup.ts';
export declare function checksSection(report: Report): Html;
