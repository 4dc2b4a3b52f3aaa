import type { Convention } from './convention.ts';
export declare const netscope: Convention;
