import { type Numbering } from './by-value.ts';
import { type Memory } from './memory.ts';
import type { Step, Value } from './step.ts';
/** Memory of the main graph; bodies of If, Loop and Scan are planned on their own and counted where their owner runs. */
export declare function memoryOfSteps(inputs: readonly Value[], steps: readonly Step[], outputs: readonly Value[], isUsed: (value: Value) => boolean, numbering: Numbering): Memory;
