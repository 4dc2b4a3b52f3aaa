/** Execution order: the file's own where that is topological, else the nearest to it that is. */
import { type Node } from '../model/model.ts';
/** Nodes so that each comes after those it needs, otherwise in the file's order. Throws `model/cycle`. */
export declare function executionOrder(nodes: readonly Node[]): readonly Node[];
/** Names of the graph around that a node reads, those its bodies capture included. */
export declare function namesNeeded(node: Node): readonly string[];
