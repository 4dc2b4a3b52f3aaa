/** Improves a map by what neighbours say: pairs along edges, and moves a pair where that lowers the cost. */
import { type Pairing, type Task } from './cost.ts';
/** From each pair along equal ports: what one neighbour alone can be is paired with what the other alone can be. */
export declare function propagate(task: Task, pairing: Pairing): void;
/** Local search: each node that pays for something tries the partners its neighbours' partners point at. */
export declare function repair(task: Task, pairing: Pairing): void;
