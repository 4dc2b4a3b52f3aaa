/** One number against one limit: exact, and only as far as it can be decided. */
import { type Dim } from '../model/dim.ts';
import type { Budget, Limit, Share } from './budget.ts';
export interface Finding {
    readonly result: 'met' | 'exceeded' | 'undecidable';
    readonly limit: Dim | Share | null;
    readonly headroom?: Dim;
    readonly why?: string;
}
/** `macs <= 4.2 G`, `macs growth <= 2 %`, `coverage >= 99 %`, `macs degree in seq <= 1` */
export declare function budgetText({ metric, limit }: Pick<Budget, 'metric' | 'limit'>): string;
/** `from` is the base's number, for growth. */
export declare function hold(limit: Exclude<Limit, {
    readonly kind: 'degree';
}>, actual: Dim | Share, from: Dim | Share | undefined): Finding;
