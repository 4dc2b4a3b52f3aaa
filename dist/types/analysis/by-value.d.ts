/** Tables by value. A run has hundreds of thousands of values, and a Map of them takes several times as long. */
import type { Value } from './step.ts';
/** Gives the values of one run their positions in its tables, each as it is first met. */
export interface Numbering {
    count: number;
}
/** As a Map of values, all of one run. */
export declare class ByValue<T extends object | number | string> {
    private readonly numbering;
    private readonly items;
    constructor(numbering: Numbering);
    get(value: Value): T | undefined;
    has(value: Value): boolean;
    set(value: Value, item: T): void;
}
/** What can be looked up in such a table. */
export type ReadonlyByValue<T extends object | number | string> = Pick<ByValue<T>, 'get' | 'has'>;
