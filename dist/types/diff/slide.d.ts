/**
 * Where an added or removed stretch begins is open when what follows it looks like it: `AB[AB]` or `A[BA]B`. Slides every
 * stretch to the place where the map costs least, as a text diff slides its hunks to the nearest blank line.
 */
import { type Pairing, type Task } from './cost.ts';
export declare function slide(task: Task, pairing: Pairing): void;
