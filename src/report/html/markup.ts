/** HTML by template: what is put into a template is text, unless it is markup that a template made. */
import { htmlText } from '../escape.ts';
import type { Phrase } from '../words.ts';

/** Markup in which all text is escaped. Only `html` makes one, so that no string passes for it, nor anything read from JSON. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  static of(literals: readonly string[], values: readonly Content[]): Html {
    let markup = literals[0] ?? '';
    for (const [i, value] of values.entries()) markup += `${written(value)}${literals[i + 1] ?? ''}`;
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

export type Content = Html | string | number | readonly Content[];

/** Attributes are always in double quotes: an escaped text cannot leave them. */
export function html(literals: TemplateStringsArray, ...values: readonly Content[]): Html {
  return Html.of(literals, values);
}

function written(value: Content): string {
  if (value instanceof Html) return value.toString();
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return htmlText(value);
  let markup = '';
  for (const part of value) markup += written(part);
  return markup;
}

export const nothing: Html = html``;

/** A name or an expression of somebody else's. */
export function code(text: string): Html {
  return html`<code>${text.trim() === '' ? '(empty)' : text}</code>`;
}

export function dressed(phrase: Phrase): readonly Content[] {
  return phrase.map((part) => (typeof part === 'string' ? part : code(part.quoted)));
}

/** Headings go down one level at a time. */
export function heading(level: 2 | 3, content: Content, id?: string): Html {
  const named = id === undefined ? nothing : html` id="${id}"`;
  return level === 2 ? html`<h2${named}>${content}</h2>\n` : html`<h3${named}>${content}</h3>\n`;
}
