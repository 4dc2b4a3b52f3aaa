import { type Operator } from './operator.ts';
export declare const layout: readonly Operator[];
