/**
 * Writes the messages of docs/troubleshooting.md from the one table of all we can say: `node
 * scripts/troubleshooting-doc.ts`. What stands around them is written by hand. A test holds the file to the table.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ProblemCode, type Severity, type Wording, wordings } from '../src/problem.ts';
import { replaceSection } from './readme.ts';

export const documentPath = fileURLToPath(new URL('../docs/troubleshooting.md', import.meta.url));

/** In the order in which a run meets them. What is wrong inside a model is said with its place in the file. */
const groups: ReadonlyMap<string, string> = new Map([
  ['usage', 'How it was called'],
  ['config', 'Which configuration counts'],
  ['budget', 'What is in the configuration'],
  ['read', 'Commits, files and Git LFS'],
  ['publish', 'The comment'],
  ['write', 'Files that are written'],
]);

const effect: Readonly<Record<Severity, string>> = {
  fatal: 'closes the gate',
  warning: 'is a warning',
  notice: 'is a notice',
};

/** What the message has no room for. */
const background: Partial<Readonly<Record<ProblemCode, string>>> = {
  'config/edited': 'Otherwise a pull request could raise the very limit it exceeds.',
  'config/repair-alone': 'The copy at the base cannot judge it, and the copy it brings may be as loose as it likes.',
  'config/repaired': 'No model can have changed with it. See [the configuration](budgets.md).',
  'config/missing': 'The first pull request that brings the file is not judged by it.',
  'config/override-refused':
    'A label is set on a pull request, not on a commit; it counts only where it can be shown that the head was this commit when it was set, by somebody who may write.',
  'publish/denied':
    'The verdict, the outputs and the job summary are the same. See [no comment on a pull request from a fork](#no-comment-on-a-pull-request-from-a-fork).',
  'read/base-changed':
    'The payload of an event is as old as the event; a run that is started again may find another base.',
  'read/empty-folders': 'A build that wrote nothing must not pass for one in which nothing changed.',
  'read/lfs-content': '`flopgate check` downloads nothing; the action does.',
  'read/no-test-merge': 'The merge base is the right base then: what the base branch did since is on neither side.',
  'read/not-a-file': 'A link could lead out of the repository, and one model could stand in for another.',
  'read/object-missing':
    'In a clone made with `--filter=blob:none` only what was checked out is there; nothing is downloaded behind your back.',
  'read/over-rest': 'It is the fallback for jobs in a container without git.',
  'read/part': 'Parts are kept by object ids, options and version, so parts of another version are no parts.',
  'read/part-missing': 'A job that is lost must not make its models disappear from the report.',
  'read/revision': 'A branch of a shallow clone may be there by name and not by content.',
  'read/staged': 'It is what `git commit` would refuse too.',
  'read/too-big': 'Each model is measured in a thread of its own, so that one cannot take the others with it.',
  'read/too-slow': 'Each model is measured in a thread of its own with a limit of time.',
};

/** The document as it should be. */
export function troubleshootingDocument(): string {
  const all = [...wordings()].sort(([a], [b]) => (a < b ? -1 : 1));
  const sections = [...groups].flatMap(([group, title]) => {
    const rows = all.filter(([code]) => code.startsWith(`${group}/`));
    return [`### ${title}`, ...rows.map(([code, words]) => entry(code, words))];
  });
  return replaceSection(readFileSync(documentPath, 'utf8'), 'messages', sections.join('\n\n'));
}

function entry(code: ProblemCode, { message, help, severity }: Wording): string {
  const more = background[code];
  return [
    `**${blanks(message)}** (\`${code}\`, ${effect[severity]})`,
    ...(more === undefined ? [] : [more]),
    blanks(help),
  ].join('\\\n');
}

/** `{reason}` is what a run puts there. */
function blanks(sentence: string): string {
  return sentence
    .replaceAll(/\{(\w+)\}/g, '‹$1›')
    .replaceAll('*', '\\*')
    .replaceAll(/`[^`]*`/g, (code) => code.replaceAll('\\*', '*'));
}

if (import.meta.main) writeFileSync(documentPath, troubleshootingDocument());
