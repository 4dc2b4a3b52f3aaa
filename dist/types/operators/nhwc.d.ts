import { type Operator } from './operator.ts';
export declare const nhwc: () => readonly Operator[];
