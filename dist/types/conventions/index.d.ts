/** The list of conventions. To add one: a file with its table, a name in `names.ts`, and a row here. */
import type { Convention } from './convention.ts';
import type { ConventionName } from './names.ts';
/** In the order of `conventionNames`; our own is not among them, because the operators' entries are it. */
export declare const conventions: readonly Convention[];
/** `undefined` for `flopgate`: the default. */
export declare function conventionNamed(name: ConventionName): Convention | undefined;
