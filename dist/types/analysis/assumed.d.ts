import { type Problem } from '../problem.ts';
import { type Step } from './step.ts';
export declare function assumptionsIn(steps: readonly Step[]): readonly Problem[];
