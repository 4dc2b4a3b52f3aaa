import type { Phrase } from '../words.ts';
/** Markup in which all text is escaped. Only `html` makes one, so that no string passes for it, nor anything read from JSON. */
export declare class Html {
    #private;
    private constructor();
    static of(literals: readonly string[], values: readonly Content[]): Html;
    toString(): string;
}
export type Content = Html | string | number | readonly Content[];
/** Attributes are always in double quotes: an escaped text cannot leave them. */
export declare function html(literals: TemplateStringsArray, ...values: readonly Content[]): Html;
export declare const nothing: Html;
/** A name or an expression of somebody else's. */
export declare function code(text: string): Html;
export declare function dressed(phrase: Phrase): readonly Content[];
/** Headings go down one level at a time. */
export declare function heading(level: 2 | 3, content: Content, id?: string): Html;
