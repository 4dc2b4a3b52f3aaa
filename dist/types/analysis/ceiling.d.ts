/** The maximum of many counts that may hold symbols, kept as the few that nothing dominates. */
import { type Dim } from '../model/dim.ts';
export declare class Ceiling {
    private known;
    private symbolic;
    private readonly seen;
    private gap;
    offer(d: Dim): void;
    /** The maximum; unknown when an operand was, or when too many operands cannot be told apart. */
    value(): Dim;
    private offerSymbolic;
}
