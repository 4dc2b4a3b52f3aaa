import { type Operator } from './operator.ts';
export declare const trainingSteps: () => readonly Operator[];
