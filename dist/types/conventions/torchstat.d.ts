import type { Convention } from './convention.ts';
export declare const torchstat: Convention;
