import { type Operator } from './operator.ts';
export declare const quantizedLayers: readonly Operator[];
