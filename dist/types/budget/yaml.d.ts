import { type Place } from '../problem.ts';
export interface YamlFile {
    /** Objects without a prototype, arrays, strings, booleans, null, safe integers; other numbers as they are written. */
    readonly value: unknown;
    /** Where the value at a path is, or its key. */
    placeOf(path: readonly PropertyKey[], what?: 'key'): Place;
}
/** Throws FlopgateError `budget/syntax` with line and column. */
export declare function readYaml(text: string, file: string): YamlFile;
/** `models[0].budgets.macs` */
export declare function keyText(path: readonly PropertyKey[]): string;
