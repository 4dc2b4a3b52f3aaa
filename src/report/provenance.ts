/** Where a report comes from, in words: its revisions, how it counts, who accepted what, and where a problem is. */
import type { ProblemReport, Report, RevisionLabel } from './report.ts';
import { conventionText, type Phrase, quote, transferText } from './words.ts';

/** Enough of an object id to find it by. */
const shortId = 12;

/** "`main` at `1a2b3c4` (`merge parent`)" */
export function revisionPhrase({ label, sha, how }: RevisionLabel): Phrase {
  const at = sha === undefined ? [] : [' at ', quote(sha.slice(0, shortId))];
  return [quote(label), ...at, ...(how === undefined ? [] : [' (', quote(how), ')'])];
}

/** Revisions, convention, what reading moved, version: each a phrase of its own. */
export function sourcePhrases(report: Report): readonly Phrase[] {
  const { base, head, convention, counting, tool } = report;
  const from: Phrase = base === null ? ['no base'] : revisionPhrase(base);
  return [
    [...from, ' → ', ...revisionPhrase(head)],
    ['convention ', quote(conventionText(convention, counting))],
    ...transferText(report).map((text): Phrase => [text]),
    ['Flopgate ', quote(tool.version)],
  ];
}

/** "with the label `flopgate-accept` by `ada` at `2026-01-02T03:04:05Z` for `1a2b3c4`" */
export function waiverPhrase({ label, actor, at, commit }: NonNullable<Report['waivedBy']>): Phrase {
  const said = (word: string, text: string | undefined): Phrase =>
    text === undefined ? [] : [` ${word} `, quote(text)];
  return [
    'with the label ',
    quote(label),
    ...said('by', actor),
    ...said('at', at),
    ...said('for', commit?.slice(0, shortId)),
  ];
}

/** `models/net.onnx:3`; nothing where no file is to blame. */
export function placeText(at: ProblemReport['at']): string {
  if (at?.file === undefined) return '';
  return `${at.file}${at.line === undefined ? '' : `:${at.line}`}`;
}
