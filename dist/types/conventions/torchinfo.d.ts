import type { Convention } from './convention.ts';
export declare const torchinfo: Convention;
