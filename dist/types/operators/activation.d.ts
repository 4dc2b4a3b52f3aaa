import { type Operator } from './operator.ts';
export declare const contribPage: (name: string) => string;
export declare const activations: readonly Operator[];
