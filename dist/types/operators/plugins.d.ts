import { type Operator } from './operator.ts';
export declare const plugins: () => readonly Operator[];
