/** First pairs: nodes that agree on a key, where the key says the same number of nodes on both sides. */
import { type Pairing, type Task } from './cost.ts';
import { type Numbered } from './hashes.ts';
import type { Level } from './labels.ts';
/** What found a pair. The position is the code kept in `Pairing.phase`; confidence as measured in docs/diff.md. */
export declare const phases: readonly [{
    readonly name: 'none';
    readonly confidence: 0;
}, {
    readonly name: 'name';
    readonly confidence: 0.99;
}, {
    readonly name: 'weights';
    readonly confidence: 0.99;
}, {
    readonly name: 'sketch';
    readonly confidence: 0.97;
}, {
    readonly name: 'cones';
    readonly confidence: 0.95;
}, {
    readonly name: 'style cones';
    readonly confidence: 0.85;
}, {
    readonly name: 'class cones';
    readonly confidence: 0.8;
}, {
    readonly name: 'surroundings';
    readonly confidence: 0.8;
}, {
    readonly name: 'neighbours';
    readonly confidence: 0.7;
}, {
    readonly name: 'alignment';
    readonly confidence: 0.6;
}, {
    readonly name: 'folded';
    readonly confidence: 0.9;
}];
export declare const phase: {
    readonly name: 1;
    readonly weights: 2;
    readonly sketch: 3;
    readonly exact: 4;
    readonly style: 5;
    readonly kind: 6;
    readonly surroundings: 7;
    readonly neighbours: 8;
    readonly alignment: 9;
};
/** Nodes without a partner, in reading order. */
export interface Open {
    readonly base: Int32Array;
    readonly head: Int32Array;
}
export declare function openNodes(task: Task, pairing: Pairing): Open;
/** Pairs open nodes of equal keys in their order, where both sides have equally many; −1 is no key. Keys are by position. */
export declare function pairByKey(task: Task, pairing: Pairing, open: Open, keys: Numbered, code: number, most?: number): void;
/** Texts of both sides as small integers; `undefined` is no key. */
export declare function numberTexts(base: readonly (string | undefined)[], head: readonly (string | undefined)[]): Numbered;
/**
 * Trims what is the same from both ends: nodes with equal cones on both sides, then with an equal history, then with an
 * equal future. A node at the edge of a change has one of them; equal histories fork into branches that only their
 * surroundings tell apart, so those are asked first.
 */
export declare function trim(task: Task, pairing: Pairing, level: Level): void;
export declare function complete(pairing: Pairing): boolean;
