import type { Pairing, Task } from './cost.ts';
/**
 * Pairs alone say little: ResNet-50 and MobileNet v2 share 97 of 122 nodes by structure. Related networks share weighted
 * layers found by strong evidence, or most pairs still follow one another (0.99 measured; unrelated networks 0 to 0.68).
 */
export declare function isRelated(task: Task, pairing: Pairing): boolean;
