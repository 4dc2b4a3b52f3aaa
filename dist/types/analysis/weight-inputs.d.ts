import { type Problem } from '../problem.ts';
import type { ReadonlyByValue } from './by-value.ts';
import { type Use } from './roles.ts';
import { type Value } from './step.ts';
export declare function weightInputs(inputs: readonly Value[], uses: ReadonlyByValue<Use>): readonly Problem[];
