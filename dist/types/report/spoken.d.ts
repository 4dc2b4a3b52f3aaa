/** Changes of a layer in the words of the field: what exporters spell with several operators has a name of its own. */
import type { ChangeReport } from './report.ts';
/** "Sigmoid + Mul + Flatten" → ["SiLU", "Flatten"]: the longest spelling at each place. */
export declare function functionsOf(operators: string): readonly string[];
/** Both sides are one function, spelt otherwise. */
export declare function isRespelling({ what, from, to }: ChangeReport): boolean;
/** Changes as said to a reader: `op Relu + Flatten → Sigmoid + Mul + Flatten` as `activation Relu → SiLU`. */
export declare function spoken(changes: readonly ChangeReport[]): readonly ChangeReport[];
/** "out channels 64 → 96, kernel 3×3 → 5×5" */
export declare function changeWords(changes: readonly ChangeReport[]): string;
