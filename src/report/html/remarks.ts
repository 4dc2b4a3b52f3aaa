/** Problems, unknowns and assumptions: what it is, where, and what to do. */
import { placeText } from '../provenance.ts';
import type { ProblemReport, Report } from '../report.ts';
import { type Caveat, caveats, quote, rankedModels } from '../words.ts';
import { code, type Html, heading, html, nothing } from './markup.ts';

const names = { fatal: '✕ error', warning: '! warning', notice: 'i notice' } as const;
const severities = ['fatal', 'warning', 'notice'] as const;

export function remarksSection(report: Report): Html {
  const ofRun = report.problems.map(
    (problem): Caveat => ({ severity: problem.severity, phrase: [quote(problem.message)], problem }),
  );
  const ofModels = rankedModels(report.models, report.checks).flatMap((model) =>
    caveats(model).map((caveat) => ({ caveat, path: model.path })),
  );
  const all = [...ofRun.map((caveat) => ({ caveat, path: undefined })), ...ofModels];
  return remarks(all);
}

interface Remark {
  readonly caveat: Caveat;
  /** The model it is about, where there are several. */
  readonly path?: string | undefined;
}

/** Worst first. */
export function remarks(all: readonly Remark[], id = 'remarks', level: 2 | 3 = 2): Html {
  if (all.length === 0) return nothing;
  const items = severities.flatMap((severity) => all.filter(({ caveat }) => caveat.severity === severity).map(item));
  return html`<section aria-labelledby="${id}">
${heading(level, 'Problems, unknowns and assumptions', id)}<ul class="remarks">
${items}</ul>
</section>
`;
}

function item({ caveat: { severity, phrase, problem }, path }: Remark): Html {
  const model = path === undefined ? nothing : html`${code(path)}: `;
  return html`<li><span class="badge ${severity}">${names[severity]}</span><div><p>${model}${said(phrase, problem)}</p>${problem === undefined ? nothing : advice(problem)}</div></li>
`;
}

/** A whole sentence reads as one, the names in another are set apart. */
function said(phrase: Caveat['phrase'], problem: ProblemReport | undefined): readonly (string | Html)[] {
  const isSentence = (text: string) => phrase.length === 1 || text === problem?.message;
  return phrase.map((part) =>
    typeof part === 'string' ? part : isSentence(part.quoted) ? part.quoted : code(part.quoted),
  );
}

function advice({ help, code: id, at }: ProblemReport): Html {
  const file = placeText(at);
  const places = [
    ...(file === '' ? [] : [html`in ${code(file)}`]),
    ...(at?.key === undefined ? [] : [html`key ${code(at.key)}`]),
    ...(at?.offset === undefined ? [] : [html`byte ${at.offset}`]),
    ...(at?.node === undefined ? [] : [html`node ${code(at.node)}`]),
  ];
  const where = places.map((place) => html` · ${place}`);
  return html`<p class="quiet">${help}</p><p class="quiet">${code(id)}${where}</p>`;
}
