/** Budgets: failing first, how much of each is used, and what its author says where it does not hold. */
import { waiverPhrase } from '../provenance.ts';
import type { CheckReport, Report } from '../report.ts';
import {
  capital,
  checkNumber,
  headroomText,
  sortedChecks,
  standingName,
  standingOf,
  usedShare,
  usedText,
} from '../words.ts';
import { scrolled, shareCell, spelledCell, tableOf } from './cells.ts';
import { code, dressed, type Html, html, nothing } from './markup.ts';

const marks = { failed: '✕', undecided: '?', warned: '!', unsure: '?', waived: '~', met: '✓' } as const;

export function checksSection(report: Report): Html {
  if (report.checks.length === 0) return nothing;
  const rows = sortedChecks(report.checks).map(checkRow);
  const columns = [
    { title: 'Result' },
    { title: 'Scope' },
    { title: 'Budget' },
    { title: 'Base', kind: 'n' },
    { title: 'Head', kind: 'n' },
    { title: 'Used', kind: 'n' },
    { title: 'Headroom', kind: 'n' },
  ] as const;
  return html`<section aria-labelledby="budgets">
<h2 id="budgets">Budgets</h2>
${waived(report)}${scrolled('Budgets', tableOf('What does not hold first, then by how much is used', columns, rows))}</section>
`;
}

function waived({ waivedBy }: Report): Html {
  if (waivedBy === undefined) return nothing;
  return html`<p><span class="badge waived">${marks.waived} accepted</span> What is exceeded was accepted ${dressed(waiverPhrase(waivedBy))}.</p>
`;
}

function checkRow(check: CheckReport): Html {
  const standing = standingOf(check);
  const said = [check.why, check.result === 'met' ? undefined : check.message].flatMap((s) =>
    s === undefined ? [] : [html`<span class="exact">${capital(s)}</span>`],
  );
  const scenario =
    check.scenario === undefined || check.scope.includes(check.scenario) ? '' : html` in ${code(check.scenario)}`;
  return html`<tr><td><span class="badge ${standing}">${marks[standing]} ${standingName[standing]}</span></td><td class="place">${code(check.scope)}${scenario}</td>
<th scope="row">${code(check.budget)}${said}</th>${check.base === undefined ? html`<td class="n"></td>` : number(check, check.base)}${number(check, check.actual)}
${shareCell(usedShare(check), usedText(check), standing)}<td class="n">${headroomText(check)}</td></tr>
`;
}

function number(check: CheckReport, value: CheckReport['actual']): Html {
  const text = checkNumber(check, value);
  const isCount = check.metric !== 'coverage' && check.kind !== 'degree';
  return isCount ? spelledCell(value, text) : html`<td class="n">${text}</td>`;
}
