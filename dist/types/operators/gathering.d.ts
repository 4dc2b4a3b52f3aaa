import { type Operator } from './operator.ts';
export declare const gathering: readonly Operator[];
