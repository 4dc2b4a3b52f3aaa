/** Amounts as people write them, `4.2 G`, `24 MiB`, `2 %`, read exactly: no floating point between text and limit. */
import type { Share } from './budget.ts';
/** What an amount measures decides its units. */
export type Family = 'count' | 'bytes';
/** The same grammar for the validator and for the published schema. A unit of one (none, or B) takes no fraction. */
export declare const amountPattern: Readonly<Record<Family | 'percent', string>>;
export declare const amountExample: Readonly<Record<Family | 'percent', string>>;
/** The amount, rounded down to a whole one (a whole number is ≤ 307.2 where it is ≤ 307), or why it is none. */
export declare function parseAmount(text: string, family: Family): bigint | {
    readonly reason: string;
};
/** `2 %` → 2 / 100, `0.1 %` → 1 / 1000; not reduced. */
export declare function parsePercent(text: string): Share | {
    readonly kind?: undefined;
    readonly reason: string;
};
