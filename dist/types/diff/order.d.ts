import type { Net } from './net.ts';
/** Position of every node in a post-order walk from the graph outputs. */
export declare function readingOrder(net: Net, style: Int32Array): Int32Array;
/** The nodes in reading order. */
export declare function inverse(position: Int32Array): Int32Array;
