import type { ConventionLabel } from './convention.ts';
export declare const flopgate: ConventionLabel;
