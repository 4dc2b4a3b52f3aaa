import { type Operator } from './operator.ts';
export declare const variadics: readonly Operator[];
