import { type Operator } from './operator.ts';
export declare const integerLayers: readonly Operator[];
