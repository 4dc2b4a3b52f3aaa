/** Where a report comes from, in words: its revisions, how it counts, who accepted what, and where a problem is. */
import type { ProblemReport, Report, RevisionLabel } from './report.ts';
import { type Phrase } from './words.ts';
/** "`main` at `1a2b3c4` (`merge parent`)" */
export declare function revisionPhrase({ label, sha, how }: RevisionLabel): Phrase;
/** Revisions, convention, what reading moved, version: each a phrase of its own. */
export declare function sourcePhrases(report: Report): readonly Phrase[];
/** "with the label `flopgate-accept` by `ada` at `2026-01-02T03:04:05Z` for `1a2b3c4`" */
export declare function waiverPhrase({ label, actor, at, commit }: NonNullable<Report['waivedBy']>): Phrase;
/** `models/net.onnx:3`; nothing where no file is to blame. */
export declare function placeText(at: ProblemReport['at']): string;
