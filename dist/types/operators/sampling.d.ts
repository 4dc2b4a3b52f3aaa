import { type Operator } from './operator.ts';
export declare const samples: readonly Operator[];
