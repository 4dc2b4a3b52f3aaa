import { type Operator } from './operator.ts';
export declare const contribImages: readonly Operator[];
