/**
 * A way of counting: what another tool, paper or table calls the MACs or FLOPs of a network, as a table from operator
 * to formula. The tables reproduce what each tool does, its oddities included, and every one names the version that
 * was read. docs/conventions.md is made from them.
 */
import type { Dim } from '../model/dim.ts';
import type { Node } from './node.ts';
/** Which of the two numbers a tool gives. A number it does not give is unknown, never a guess from the other. */
export type Unit = 'macs' | 'flops' | 'both';
export type Accuracy = 'exact' | 'near';
/** A convention as profiles and reports name it. */
export interface ConventionLabel {
    readonly id: string;
    readonly title: string;
    /** The version of the tool that was read; our own for our own. */
    readonly version: string;
    /** Whether a model file holds what the tool looks at, or the number can only come near the tool's. */
    readonly accuracy: Accuracy;
    /** What the accuracy rests on, in sentences. */
    readonly why: string;
    readonly unit: Unit;
}
/** What a tool counts of one node. A number not given is 0, or unknown where the tool never gives it. */
export interface Count {
    /** In the convention's unit. */
    readonly count?: Dim;
    readonly macs?: Dim;
    readonly flops?: Dim;
    /** The node is one of which a file does not tell all: from here on the whole number is near. */
    readonly near?: string;
}
/** Throws Undetermined where a shape is unknown, and where the tool would stop. */
export type Rule = (node: Node) => Dim | Count;
/** Operators by name, those of other domains as `domain.Op`. */
export type Table = ReadonlyMap<string, Rule>;
export interface Convention extends ConventionLabel {
    /** Where the rules were read. */
    readonly source: string;
    /** What the tool's number is, in a sentence or two, its oddities said. */
    readonly doc: string;
    readonly rules: Table;
    /**
     * Operators without a row.
     * - `arithmetic`: 0 where the tool would have seen the operator; one that multiplies matrices, or a fused one it has
     *   no word for, is unknown
     * - a rule: the tool's own
     */
    readonly rest: 'arithmetic' | Rule;
    /** False where only matrix products and convolutions are counted: then no fused activation can be missed. */
    readonly countsElements: boolean;
    /** `followed`: what a body or a function holds is counted. `closed`: its owner is, by its row. */
    readonly bodies: 'followed' | 'closed';
    /** Why the number is only near where the file leaves extents of its inputs open, if it is. */
    readonly openExtents?: string;
    /** The tool's own idea of parameters, where it has one that a file tells. */
    readonly parameters?: (node: Node) => Dim;
}
