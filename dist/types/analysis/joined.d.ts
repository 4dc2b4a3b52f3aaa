import type { Fact } from '../operators/operator.ts';
export declare function givenUp(fact: Fact, why: string): Fact;
export declare function valueless(fact: Fact): Fact;
/** What holds of both. */
export declare function join(a: Fact, b: Fact, why: string): Fact;
/** As far as the fixpoint goes: kinds, element types and shapes; two unknown extents are alike. */
export declare function same(a: Fact, b: Fact | undefined): boolean;
