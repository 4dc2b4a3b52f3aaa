/** The report, or profiles, as one self-contained page: light and dark, printable, read without its script. */
import type { Profile } from '../analysis/profile.ts';
import { checksSection } from './html/checks.ts';
import { code, dressed, html } from './html/markup.ts';
import { modelsSection } from './html/models.ts';
import { pageOf } from './html/page.ts';
import { profileSection } from './html/profile.ts';
import { remarksSection } from './html/remarks.ts';
import { titleOf } from './profiles.ts';
import { sourcePhrases } from './provenance.ts';
import type { Report } from './report.ts';
import { mainChange, verdictSentence } from './words.ts';

const verdicts = { pass: '✓ pass', warn: '! warning', fail: '✕ fail' } as const;

/** The style sheet does the rest: long tables then show what else is behind their cells. */
const exactly = html` <label><input type="checkbox" id="exact" autocomplete="off"> Exact numbers</label>`;

/** `key` tells two reports of one pull request apart. */
export function renderHtml(report: Report, { key = '' }: { readonly key?: string } = {}): string {
  const { verdict, counting } = report;
  const sources = sourcePhrases(report).map((phrase, i) => html`${i === 0 ? '' : ' · '}${dressed(phrase)}`);
  const why =
    counting === undefined || counting.id === 'flopgate' ? '' : html`<p>${counting.title}: ${counting.why}</p>\n`;
  return pageOf({
    title: `${verdict}: ${verdictSentence(report)} Flopgate${key === '' ? '' : ` · ${key}`}`,
    tone: verdict,
    header: html`<div class="brand"><span class="badge verdict ${verdict}">${verdicts[verdict]}</span> <span>Flopgate report</span>${key === '' ? '' : code(key)}${exactly}</div>
<h1>${verdictSentence(report)}</h1>
<p class="lead">${dressed(mainChange(report))}</p>
<p class="quiet">${sources}</p>
`,
    main: html`${checksSection(report)}${modelsSection(report)}${remarksSection(report)}`,
    footer: html`${why}<p>${sources}</p>\n`,
  });
}

export function profilesHtml(profiles: readonly Profile[]): string {
  const [first] = profiles;
  const [isAlone, title] =
    profiles.length === 1 && first !== undefined ? [true, titleOf(first)] : [false, `${profiles.length} profiles`];
  const list = profiles.map((profile, i) => html`<li><a href="#model-${i + 1}">${code(titleOf(profile))}</a></li>\n`);
  return pageOf({
    title: `${title} · Flopgate`,
    tone: 'note',
    header: html`<div class="brand"><span class="badge verdict note">count</span> <span>Flopgate profile</span>${exactly}</div>
<h1>${isAlone ? code(title) : title}</h1>
${isAlone ? '' : html`<ul>\n${list}</ul>\n`}`,
    main: profiles.map((profile, i) => profileSection(profile, i, isAlone)),
    footer: html`<p>Made by Flopgate. A number that cannot be known is said to be unknown, with the reason; it is never 0.</p>\n`,
  });
}
