import type { Labelled } from './labels.ts';
import type { Net } from './net.ts';
export interface Task {
    readonly base: Net;
    readonly head: Net;
    readonly labels: Labelled;
    /** Position of each node in reading order, and its inverse. */
    readonly baseOrder: Int32Array;
    readonly headOrder: Int32Array;
    readonly baseAt: Int32Array;
    readonly headAt: Int32Array;
    /** Cost of leaving each node alone. */
    readonly baseAlone: Int32Array;
    readonly headAlone: Int32Array;
    /** Cost of pairing two nodes by their looks alone; `impossible` across classes. */
    readonly looks: (base: number, head: number) => number;
    /** Evidence from the weights' content, ≤ 0 where they agree; 0 where nothing is known. */
    readonly content: (base: number, head: number) => number;
    /** Cost of pairing two nodes whose module paths are known and differ. */
    readonly path: (base: number, head: number) => number;
}
export declare const impossible = 1000000;
/** A partial one-to-one map; −1 where a node is alone. `phase` says what paired a base node. */
export interface Pairing {
    readonly toHead: Int32Array;
    readonly toBase: Int32Array;
    readonly phase: Uint8Array;
}
export declare function emptyPairing(base: number, head: number): Pairing;
export declare function copyPairing(p: Pairing): Pairing;
export declare function aloneCosts(net: Net): Int32Array;
/** Cost of pairing by looks, remembered per pair of exact labels. */
export declare function lookCosts(labels: Labelled): (base: number, head: number) => number;
/**
 * Share of the pair's edges, on both sides, that the map does not keep, as cost. A tensor that many layers read is one
 * edge in all: that it comes from elsewhere now is one change, not one for each reader.
 */
export declare function edgeLoss(task: Task, pairing: Pairing, i: number, j: number): number;
/** What base node `i` adds to the total as things stand. */
export declare function nodeCost(task: Task, pairing: Pairing, i: number): number;
export declare function totalCost(task: Task, pairing: Pairing): number;
export declare function pair(pairing: Pairing, i: number, j: number, phase: number): void;
export declare function unpair(pairing: Pairing, i: number): void;
