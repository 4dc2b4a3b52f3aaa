import { type Operator } from './operator.ts';
export declare const packedTokens: readonly Operator[];
