import type { Net } from './net.ts';
/** For each node, asked in ascending order, an earlier one of the same description, or −1: −1 also where it is not found soon. */
export declare function twins(net: Net): (node: number) => number;
