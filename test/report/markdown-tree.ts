/** Markdown as GitHub's parser family sees it, for tests that look at structure instead of text. */
import assert from 'node:assert/strict';
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

/** Only our own HTML and structure; nothing that links, mentions or hides. */
export function wellFormed(text: string): void {
  const tree = markdownTree(text);
  for (const type of ['link', 'image', 'linkReference', 'footnoteReference', 'code', 'blockquote', 'definition'])
    assert.deepEqual(nodesOf(tree, type), [], `${type} in\n${text}`);
  const ours =
    /^(<details>\n<summary>[\w ,:·×]+<\/summary>|<\/details>|<sub>|<\/sub>|<br>|<!-- flopgate:comment:[^ ]* -->)$/;
  for (const { value = '' } of nodesOf(tree, 'html')) assert.match(value, ours);
  const opened = nodesOf(tree, 'html').filter(({ value }) => value?.startsWith('<details>')).length;
  assert.equal(opened, nodesOf(tree, 'html').filter(({ value }) => value === '</details>').length);
  for (const table of nodesOf(tree, 'table')) {
    const widths = new Set((table.children ?? []).map((row) => row.children?.length));
    assert.equal(widths.size, 1, 'rows of one width');
  }
  for (const { value = '' } of nodesOf(tree, 'text')) assert.doesNotMatch(value, /[@`|<]|https?:|www\./);
  const markers = nodesOf(tree, 'html').filter(({ value }) => value?.startsWith('<!--'));
  assert.ok(markers.length <= 1);
  assert.equal((text.match(/<!--/g) ?? []).length, markers.length);
}
