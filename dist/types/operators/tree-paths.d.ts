/** Nodes by position: what each costs, and where it leads. A leaf leads nowhere. */
export interface Trees {
    /** Comparisons at a branch, additions at a leaf. */
    readonly costs: readonly bigint[];
    /** Positions of the two nodes below, of a branch. */
    readonly below: readonly (readonly [number, number] | undefined)[];
}
/** The attributes of versions 1 to 3: nodes and leaves in one list, told apart by their mode. */
export interface NodeLists {
    readonly nodes_treeids?: readonly bigint[] | undefined;
    readonly nodes_nodeids?: readonly bigint[] | undefined;
    readonly nodes_modes?: readonly string[] | undefined;
    readonly nodes_truenodeids?: readonly bigint[] | undefined;
    readonly nodes_falsenodeids?: readonly bigint[] | undefined;
}
/** To which tree and node the weights belong, one after another. */
export interface WeightPlaces {
    readonly treeIds: readonly bigint[] | undefined;
    readonly nodeIds: readonly bigint[] | undefined;
}
/** The most comparisons and additions of weights in one row. */
export declare function operationsOfLists(lists: NodeLists, weights: WeightPlaces): bigint;
/** The attributes of version 5: branches in one list, leaves in another, and flags that say which a pointer means. */
export interface SplitLists {
    readonly nodes_truenodeids?: readonly bigint[] | undefined;
    readonly nodes_falsenodeids?: readonly bigint[] | undefined;
    readonly nodes_trueleafs?: readonly bigint[] | undefined;
    readonly nodes_falseleafs?: readonly bigint[] | undefined;
    readonly tree_roots?: readonly bigint[] | undefined;
}
/** `comparisons` of each branch; every leaf adds one weight. The most in one row. */
export declare function operationsOfSplits(lists: SplitLists, comparisons: readonly bigint[], leaves: number): bigint;
