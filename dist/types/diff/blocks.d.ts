/** Repeated blocks whose number changed: `layer3`, 6 → 23. By module paths where there are any, by repetition where not. */
import type { Pairing, Task } from './cost.ts';
import type { BlockChange } from './diff.ts';
export declare function blockChanges(task: Task, pairing: Pairing): readonly BlockChange[];
