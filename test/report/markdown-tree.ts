/** Markdown as GitHub's parser family sees it, for tests that look at structure instead of text. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
}

export function markdownTree(text: string): MarkdownNode {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

export function nodesOf(node: MarkdownNode, type: string): readonly MarkdownNode[] {
  const inside = (node.children ?? []).flatMap((child) => nodesOf(child, type));
  return node.type === type ? [node, ...inside] : inside;
}

export function textOf(node: MarkdownNode | undefined): string {
  return node?.value ?? (node?.children ?? []).map(textOf).join('');
}
