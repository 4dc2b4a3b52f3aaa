/** The budgets of a report as a table: failing first, with headroom, and below it what each needs said. */
import { markdownTable } from 'markdown-table';
import { markdownCell, markdownCode, markdownSentence } from './escape.ts';
import type { CheckReport, Report } from './report.ts';
import {
  checkNumber,
  headroomText,
  list,
  numeral,
  say,
  sortedChecks,
  standingIcon,
  standingOf,
  usedText,
} from './words.ts';

export function checksBlock(report: Report, most: number): readonly string[] {
  const checks = sortedChecks(report.checks);
  const shown = checks.slice(0, most);
  if (shown.length === 0) return [];
  const left = checks.slice(shown.length);
  return [table(shown), ...(left.length > 0 ? [`And ${leftOver(left)}.`] : []), ...remarks(shown)];
}

function table(checks: readonly CheckReport[]): string {
  const rows = checks.map((check) => [
    standingIcon[standingOf(check)],
    markdownCell(check.scope),
    markdownCell(check.budget),
    check.base === undefined ? '' : numberCell(check, check.base),
    numberCell(check, check.actual),
    usedText(check),
    headroomText(check),
  ]);
  return markdownTable([['', 'Scope', 'Budget', 'Base', 'Head', 'Used', 'Headroom'], ...rows], {
    align: ['', '', '', 'r', 'r', 'r', 'r'],
  });
}

function numberCell({ metric }: CheckReport, value: CheckReport['actual']): string {
  return say([numeral(value, checkNumber(metric, value))], markdownCell);
}

/** The author's message where a budget does not hold; the reason where a number is not all there is to say. */
function remarks(checks: readonly CheckReport[]): readonly string[] {
  const lines = checks.flatMap((check) => {
    const said = [
      ...(check.why === undefined ? [] : [markdownSentence(check.why)]),
      ...(check.message === undefined || check.result === 'met' ? [] : [markdownSentence(check.message)]),
    ];
    const about = `${standingIcon[standingOf(check)]} ${markdownCode(check.scope)} ${markdownCode(check.budget)}`;
    return said.length === 0 ? [] : [`- ${about}: ${said.join('; ')}`];
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

const leftNames = {
  failed: 'exceeded',
  undecided: 'undecidable',
  warned: 'exceeded (warning)',
  unsure: 'undecidable (warning)',
  waived: 'accepted',
  met: 'met',
} as const;

/** "3 more exceeded and 12 more met" */
function leftOver(checks: readonly CheckReport[]): string {
  const parts = Object.entries(leftNames).flatMap(([standing, name]) => {
    const count = checks.filter((c) => standingOf(c) === standing).length;
    return count === 0 ? [] : [`${count} more ${name}`];
  });
  return list(parts);
}
