/** The YAML that our documents show, and what each piece of it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const root = join(import.meta.dirname, '..', '..');

export type Kind = 'workflow' | 'trigger' | 'configuration' | 'gitlab' | 'pre-commit';

export interface Block {
  readonly document: string;
  /** The section it stands in. */
  readonly heading: string;
  readonly kind: Kind;
  readonly text: string;
}

/** Paths from the root of all that people read. */
export const documents: readonly string[] = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort(),
];

/** Indented ones, inside lists, too. */
export function blocks(): readonly Block[] {
  return documents.flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8');
    return [...text.matchAll(/^( *)```(?:yaml|yml)\n([\s\S]*?)^\1```/gm)].map(
      ({ index, 1: indent = '', 2: yaml = '' }) => {
        const [heading = ''] =
          outside(text.slice(0, index))
            .match(/^#+ .*$/gm)
            ?.slice(-1) ?? [];
        const block = yaml.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
        return { document, heading: heading.replace(/^#+ /, ''), kind: kindOf(block), text: block };
      },
    );
  });
}

/** What looks like a heading in a block is a comment. */
function outside(text: string): string {
  return text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '');
}

/** The block of a document under a heading; `at` tells several apart. */
export function blockOf(document: string, heading: string, at = 0): string {
  const found = blocks().filter((block) => block.document === document && block.heading === heading)[at];
  if (found === undefined) throw new Error(`${document} has no YAML number ${at} under "${heading}"`);
  return found.text;
}

const mapping = z.record(z.string(), z.unknown());

/** By the file a comment names, or else by its keys; what is nothing we know is an error. */
function kindOf(text: string): Kind {
  const [, file = ''] = /^# (\S+\.ya?ml)\b/.exec(text) ?? [];
  if (file === '.gitlab-ci.yml') return 'gitlab';
  if (file === '.pre-commit-config.yaml') return 'pre-commit';
  const keys = new Set(Object.keys(mapping.parse(parse(text))));
  if (keys.has('jobs')) return 'workflow';
  if (keys.has('on') && keys.size === 1) return 'trigger';
  if (keys.has('version')) return 'configuration';
  throw new Error(`this YAML is nothing we know:\n${text}`);
}
