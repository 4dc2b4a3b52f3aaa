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
  standingName,
  standingOf,
  standings,
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

function numberCell(check: CheckReport, value: CheckReport['actual']): string {
  return say([numeral(value, checkNumber(check, value))], markdownCell);
}

/** Budgets named one by one in a remark they share; more are counted. */
const maxNamed = 5;

/** The author's message where a budget does not hold; the reason where a number is not all there is to say. */
function remarks(checks: readonly CheckReport[]): readonly string[] {
  const groups = new Map<string, { icon: string; scope: string; said: string; budgets: string[] }>();
  for (const check of checks) {
    const said = [check.why, check.result === 'met' ? undefined : check.message]
      .flatMap((s) => (s === undefined ? [] : markdownSentence(s)))
      .join('; ');
    if (said === '') continue;
    const icon = standingIcon[standingOf(check)];
    const key = JSON.stringify([icon, check.scope, said]);
    const group = groups.get(key) ?? { icon, scope: check.scope, said, budgets: [] };
    group.budgets.push(check.budget);
    groups.set(key, group);
  }
  const lines = [...groups.values()].map(({ icon, scope, said, budgets }) => {
    const named = budgets.slice(0, maxNamed).map((budget) => markdownCode(budget));
    const more = budgets.length > maxNamed ? `, ${budgets.length - maxNamed} more` : '';
    return `- ${icon} ${markdownCode(scope)} ${named.join(', ')}${more}: ${said}`;
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** "3 more exceeded and 12 more met" */
function leftOver(checks: readonly CheckReport[]): string {
  const parts = standings.flatMap((standing) => {
    const count = checks.filter((c) => standingOf(c) === standing).length;
    return count === 0 ? [] : [`${count} more ${standingName[standing]}`];
  });
  return list(parts);
}
