/** Data edges as flat arrays: a network of 10⁵ nodes has no object per edge. */
/** Edges of node `n` are at `start[n]` to `start[n + 1]`. */
export interface Wires {
    readonly start: Int32Array;
    /** The node at the other end; −(ordinal + 1) where it is a graph input. */
    readonly node: Int32Array;
    /** Port of the consumer and output of the producer as one number; the port is 0 for all where operands may be swapped. */
    readonly where: Int32Array;
}
export declare function placeOf(port: number, output: number): number;
export declare function portOf(where: number): number;
/** The producer's side of the same edges; consumers in ascending order. */
export declare function reversed({ start, node, where }: Wires): Wires;
export declare function degree({ start }: Wires, node: number): number;
/** Nodes at the other ends. */
export declare function neighbours({ start, node }: Wires, at: number): Int32Array;
