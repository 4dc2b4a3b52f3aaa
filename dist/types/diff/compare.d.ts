import type { Diff, Side } from './diff.ts';
export declare function compare(base: Side, head: Side): Diff;
