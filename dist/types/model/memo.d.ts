/**
 * What was made of two things, by their identity: nodes of a network share few lists of attributes, and what an operator
 * makes of one need be made once. Bounded: past `most` nothing more is remembered, as a file may make all of them differ.
 */
export type Memo<A, B, R> = (a: A, b: B, make: (a: A, b: B) => R) => R;
export declare function startMemo<A, B, R>(most: number): Memo<A, B, R>;
