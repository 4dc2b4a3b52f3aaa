/** A page as a browser reads it, by a parser of its own. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Of it and all in it. */
  readonly text: string;
  readonly children: readonly Element[];
}

/** Throws on what a browser would have to repair. */
export function pageTree(page: string): Element {
  const document = parse(page, {
    onParseError: ({ code, startLine, startCol }) => {
      throw new Error(`${code} at ${startLine}:${startCol}`);
    },
  });
  return elementOf(document);
}

function elementOf(node: DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.Element): Element {
  const attributes = new Map('attrs' in node ? node.attrs.map(({ name, value }) => [name, value] as const) : []);
  const children = node.childNodes.flatMap((child) => ('tagName' in child ? [elementOf(child)] : []));
  return { tag: 'tagName' in node ? node.tagName : '#document', attributes, text: textOf(node), children };
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export function all(element: Element, tag?: string): readonly Element[] {
  const below = element.children.flatMap((child) => all(child, tag));
  return tag === undefined || element.tag === tag ? [element, ...below] : below;
}

/** Rows of a table, cells as text. */
export function cells(table: Element): readonly (readonly string[])[] {
  return all(table, 'tr').map((row) => row.children.map(({ text }) => text.trim()));
}

/** What of a page is ours: elements with the names of their attributes, and classes, but no text. */
export function shape({ tag, attributes, children }: Element): string {
  const own = [...attributes].map(([name, value]) => (name === 'class' ? `class=${value}` : name));
  return `<${[tag, ...own].join(' ')}>${children.map(shape).join('')}`;
}
