/** Models of a report: what each costs on both sides, in each of its scenarios, and what happened to its layers. */
import type { DeltaReport, ModelReport, Report } from '../report.ts';
import { growthLines, scenarioColumns, scenarioPhrase, signPhrase } from '../symbolic.ts';
import { familyOf, formatCount, formatDelta, formatRatio, metricName } from '../units.ts';
import { widthCells } from '../width-lines.ts';
import { isGiven, modelChange, rankedModels, type Standing, standingName, standingOf, standings } from '../words.ts';
import { deltaCells, nameCell, scrolled, short, spelledCell, tableOf, toneOf } from './cells.ts';
import { layersSection } from './layers.ts';
import { code, dressed, type Html, html, nothing } from './markup.ts';

/** What every reviewer asks after. */
const always = ['macs', 'parameters', 'flops', 'weightBytes', 'peakBytes'];

export function modelsSection(report: Report): Html {
  const models = rankedModels(report.models, report.checks);
  const isAlone = report.models.length === 1 && models.length === 1;
  const sections = models.map((model, i) => modelSection(model, report, i, isAlone));
  return html`${isAlone ? nothing : overview(models, report)}${sections}${unchangedModels(report)}`;
}

/** One row for each model that is not unchanged, with a way to it. */
function overview(models: readonly ModelReport[], { checks }: Report): Html {
  if (models.length === 0) return nothing;
  const rows = models.map((model, i) => {
    const worst = worstOf(model, checks);
    const badge = worst === undefined ? '' : html`<span class="badge ${worst}">${standingName[worst]}</span>`;
    return html`<tr><th scope="row"><a href="#model-${i + 1}">${code(model.path)}</a></th><td>${model.status}</td><td>${badge}</td>
<td class="wide">${dressed(modelChange(model, checks))}</td></tr>
`;
  });
  const columns = [{ title: 'Model' }, { title: 'Status' }, { title: 'Budgets' }, { title: 'Change' }];
  return html`<section aria-labelledby="models">
<h2 id="models">Models</h2>
${scrolled('Models', tableOf('What fails first, then by how much changed', columns, rows), 'tall')}</section>
`;
}

function worstOf({ path, status }: ModelReport, checks: Report['checks']): Standing | undefined {
  if (status === 'unreadable') return 'undecided';
  const own = new Set(checks.filter(({ model }) => model === path).map(standingOf));
  return standings.find((standing) => own.has(standing));
}

function unchangedModels({ models }: Report): Html {
  const unchanged = models.filter(({ status }) => status === 'unchanged');
  if (unchanged.length === 0) return nothing;
  const title = unchanged.length === 1 ? '1 model is unchanged' : `${unchanged.length} models are unchanged`;
  return html`<details><summary>${title}</summary>
<ul>
${unchanged.map(({ path }) => html`<li>${code(path)}</li>\n`)}</ul>
</details>
`;
}

function modelSection(model: ModelReport, report: Report, i: number, isAlone: boolean): Html {
  const { path, basePath, status } = model;
  const was = basePath === undefined || basePath === path ? '' : html`Was ${code(basePath)}.`;
  const id = `model-${i + 1}`;
  const growth = growthLines(model).map((phrase) => html`<li>${dressed(phrase)}</li>\n`);
  return html`<section class="${isAlone ? '' : 'model'}" id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name">${code(path)} <span class="badge">${status}</span></h2>
${was === '' ? nothing : html`<p class="quiet">${was}</p>\n`}${cards(model, report)}${metricsTable(model, report)}${widths(model)}${
  growth.length === 0 ? nothing : html`<h3>Growth</h3>\n<ul>\n${growth}</ul>\n`
}${scenarios(model, report)}${layersSection(model)}${blocks(model)}${coverage(model)}</section>
`;
}

/** The first five numbers, large. */
function cards(model: ModelReport, report: Report): Html {
  const { base, head, delta } = model;
  const items = always
    .filter((metric) => isGiven(report, metric))
    .flatMap((metric) => {
      const change = delta[metric];
      const only = (head ?? base)?.[metric];
      if (change === undefined && only === undefined) return [];
      const family = familyOf(metric);
      const now = change === undefined ? (only ?? null) : change.to;
      const large = change === undefined ? formatCount(now, family) : formatDelta(change, family).to;
      return [
        html`<li><span class="label">${metricName(metric)}</span><strong>${short(now, large)}</strong>${change === undefined ? oneSided(model) : changeLine(change, metric)}</li>
`,
      ];
    });
  return items.length === 0 ? nothing : html`<ul class="cards">\n${items}</ul>\n`;
}

function changeLine(change: DeltaReport, metric: string): Html {
  if (change.by === 0) return html`<span class="sub quiet">unchanged</span>`;
  const { from, by } = formatDelta(change, familyOf(metric));
  const ratio = formatRatio(change.ratio);
  const sign = signPhrase(change);
  const growth = ratio === '' && sign.length === 0 ? nothing : html` (${ratio === '' ? dressed(sign) : ratio})`;
  return html`<span class="sub ${toneOf(change.by)}">${short(change.by, by)}${growth}</span><span class="sub quiet">was ${short(change.from, from)}</span>`;
}

function oneSided({ status }: ModelReport): Html {
  const word = status === 'added' ? 'new' : status === 'removed' ? 'removed' : 'one side only';
  return html`<span class="sub quiet">${word}</span>`;
}

/** All of them; those that are nothing on both sides say nothing. */
function metricsTable(model: ModelReport, report: Report): Html {
  const { base, head, delta } = model;
  const budgeted = report.checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const shown = (metric: string) =>
    always.includes(metric) ||
    budgeted.includes(metric) ||
    [base, head].some((side) => side !== null && side[metric] !== 0);
  const metrics = Object.keys(head ?? base ?? {}).filter((metric) => isGiven(report, metric) && shown(metric));
  if (metrics.length === 0) return nothing;
  const rows = metrics.map((metric) => {
    const change = delta[metric];
    const cells = change === undefined ? oneCell(model, metric) : deltaCells(change, metric);
    return html`<tr><th scope="row">${metricName(metric)}</th>${cells}</tr>\n`;
  });
  const right = (title: string) => ({ title, kind: 'n' }) as const;
  const columns = [{ title: 'Metric' }, right('Base'), right('Head'), right('Δ'), right('Δ %')];
  return scrolled(`Totals of ${model.path}`, tableOf('Totals, base → head', columns, rows));
}

function oneCell({ base, head, status }: ModelReport, metric: string): readonly Html[] {
  const value = (head ?? base)?.[metric] ?? null;
  const cell = spelledCell(value, formatCount(value, familyOf(metric)));
  const [none, word] = [html`<td class="n"></td>`, status === 'added' ? 'new' : status === 'removed' ? 'removed' : ''];
  return [...(head === null ? [cell, none] : [none, cell]), none, html`<td class="n">${word}</td>`];
}

function widths(model: ModelReport): Html {
  const cells = widthCells(model);
  if (cells === undefined) return nothing;
  const [base, head] = cells.map(dressed);
  return html`<p>MACs by operand width: ${base ?? 'none'} → ${head ?? 'none'}.</p>\n`;
}

function scenarios(model: ModelReport, { checks }: Report): Html {
  const { scenarios: all = [] } = model;
  if (all.length === 0) return nothing;
  const budgeted = checks.filter((c) => c.model === model.path).map(({ metric }) => metric);
  const metrics = scenarioColumns(model, budgeted);
  const rows = all.map(
    (scenario) => html`<tr>${nameCell(scenario.name, bound(scenario.assumptions))}${metrics.map(
      (metric) => html`<td class="n">${dressed(scenarioPhrase(scenario, metric))}</td>`,
    )}</tr>
`,
  );
  const columns = [
    { title: 'Scenario' },
    ...metrics.map((metric) => ({ title: metricName(metric), kind: 'n' }) as const),
  ];
  return html`<h3>Scenarios</h3>
${scrolled('Scenarios', tableOf('The ways this model is used', columns, rows))}`;
}

function bound(assumptions: readonly string[]): Html {
  return assumptions.length === 0 ? nothing : html`<span class="exact">${assumptions.join(', ')}</span>`;
}

function blocks({ blocks: all }: ModelReport): Html {
  if (all.length === 0) return nothing;
  const rows = all.map(
    ({ name, from, to }) => html`<tr>${nameCell(name)}<td class="n">${from}</td><td class="n">${to}</td></tr>\n`,
  );
  const columns = [{ title: 'Block' }, { title: 'Base', kind: 'n' }, { title: 'Head', kind: 'n' }] as const;
  return html`<h3>Repeated blocks</h3>
${scrolled('Repeated blocks', tableOf('How often each is repeated', columns, rows))}`;
}

function coverage({ coverage: found, assumptions }: ModelReport): Html {
  if (found === null) return nothing;
  const { nodes, known, symbolic, unknown } = found;
  const rest = [...(symbolic > 0 ? [`${symbolic} symbolic`] : []), ...(unknown > 0 ? [`${unknown} unknown`] : [])];
  const given = assumptions.map((one, i) => html`${i === 0 ? '' : ', '}${code(one)}`);
  const measured = given.length === 0 ? nothing : html` Measured with ${given}.`;
  return html`<p class="quiet">Coverage: ${known} of ${nodes} nodes known${rest.map((r) => `, ${r}`)}.${measured}</p>\n`;
}
