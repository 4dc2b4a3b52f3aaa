/** Models of a report: what each costs on both sides, in each of its scenarios, and what happened to its layers. */
import type { Report } from '../report.ts';
import { type Html } from './markup.ts';
export declare function modelsSection(report: Report): Html;
