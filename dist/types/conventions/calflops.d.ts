import type { Convention } from './convention.ts';
export declare const calflops: Convention;
export declare const deepspeed: Convention;
