/** Layers of a diff: what explains the change, then every layer that differs. And the frame any long list of layers has. */
import { layersSentence, shareSentence, storyLines } from '../lines.ts';
import type { LayerReport, ModelReport } from '../report.ts';
import { oneChange, type Row, storyOf } from '../story.ts';
import { layerMetrics } from '../sums.ts';
import { metricName } from '../units.ts';
import { kindName } from '../words.ts';
import { type Column, changeCell, nameCell, scrolled, tableOf } from './cells.ts';
import { code, dressed, type Html, heading, html, nothing } from './markup.ts';

/** Rows that are laid out at once; a browser takes about a second for ten thousand. */
const openRows = 500;
/** A short list stands open. */
const fewLayers = 20;

export function layersSection(model: ModelReport): Html {
  const story = storyOf(model);
  const lines = storyLines(model, story).map((phrase) => html`<li>${dressed(phrase)}</li>\n`);
  const told = lines.length === 0 ? nothing : html`<ul>\n${lines}</ul>\n`;
  if (model.layers.length === 0) {
    if (model.unchangedLayers === 0 && lines.length === 0) return nothing;
    return html`${heading(3, 'Layers')}<p>No layer differs, ${model.unchangedLayers} unchanged.</p>\n${told}`;
  }
  const summary = `${layersSentence(model)}. ${shareSentence(model, story)}`.trimEnd();
  return html`${heading(3, 'Layers')}<p>${summary}</p>
${told}${storyTable(story.rows)}${allLayers(model.layers)}`;
}

function storyTable(rows: readonly Row[]): Html {
  if (rows.length === 0) return nothing;
  const metrics = movedIn(
    rows.map(
      ({ delta }) =>
        (metric) =>
          delta.get(metric)?.by,
    ),
  );
  const body = rows.map(
    (
      row,
    ) => html`<tr>${nameCell(row.name, row.count > 1 ? ` ×${row.count}` : '')}<td>${code(row.op)}</td><td>${kindName(row.kind)}</td>
<td class="wide">${row.change === '' ? '' : code(row.change)}</td>${metrics.map((m) => changeCell(row.delta.get(m), m))}</tr>
`,
  );
  const columns = [...titled('Layer', 'Operator', 'Kind', 'Change'), ...metrics.map(changeColumn)];
  return scrolled('What explains the change', tableOf('What explains the change, heaviest first', columns, body));
}

/** Each by itself: what the table above puts together can be looked up here. */
function allLayers(layers: readonly LayerReport[]): Html {
  const metrics = movedIn(
    layers.map(
      ({ delta }) =>
        (metric) =>
          delta[metric]?.by,
    ),
  );
  const rows = layers.map((layer) => {
    const { name, op, kind, delta } = layer;
    const change = oneChange(layer);
    return html`<tr>${nameCell(name)}<td>${code(op)}</td><td>${kindName(kind)}</td><td>${nodesText(layer)}</td>
<td class="wide">${change === '' ? '' : code(change)}</td>${metrics.map((m) => changeCell(delta[m], m))}</tr>
`;
  });
  const columns = [...titled('Layer', 'Operator', 'Kind', 'Node', 'Change'), ...metrics.map(changeColumn)];
  const [open, title] =
    layers.length <= fewLayers
      ? [html` open`, 'Every layer that differs']
      : [nothing, `All ${layers.length} layers that differ`];
  return html`<details${open}><summary>${title}</summary>
${longTable(title, columns, rows)}</details>
`;
}

function titled(...titles: readonly string[]): readonly Column[] {
  return titles.map((title) => ({ title }));
}

function changeColumn(metric: string): Column {
  return { title: `Δ ${metricName(metric)}`, kind: 'n' };
}

function movedIn(changes: readonly ((metric: string) => unknown)[]): readonly string[] {
  return layerMetrics.filter((metric) => changes.some((by) => (by(metric) ?? 0) !== 0));
}

/** "11", "11 → 12", "11, 12 → 13": positions in the files' node lists, `–` for a node of a body or a function. */
function nodesText({ base, head }: LayerReport): string {
  const side = (nodes: LayerReport['base']) => nodes.map((index) => index ?? '–').join(', ');
  return [...new Set([side(base), side(head)])].filter((text) => text !== '').join(' → ');
}

/** Rows beyond the first hundreds are folded, so that a page of many thousands opens at once; nothing is left out. */
export function longTable(title: string, columns: readonly Column[], rows: readonly Html[]): Html {
  const [shown, folded] = [rows.slice(0, openRows), rows.slice(openRows)];
  const range = folded.length === 0 ? `${rows.length}` : `The first ${shown.length} of ${rows.length}`;
  const label = `Filter: ${title}`;
  return html`<div data-layers>
<div class="tools" hidden><label>Filter <input type="search" aria-label="${label}"></label> <span role="status"></span></div>
${scrolled(title, tableOf(`${title} · ${range}`, columns, shown), 'tall')}${
  folded.length === 0
    ? nothing
    : html`<details><summary>The other ${folded.length}</summary>
${scrolled(`${title}: the other ${folded.length}`, tableOf(`${title} · the other ${folded.length}`, columns, folded), 'tall')}</details>
`
}</div>
`;
}
