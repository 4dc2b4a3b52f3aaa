import { type Operator } from './operator.ts';
export declare const opaque: () => readonly Operator[];
