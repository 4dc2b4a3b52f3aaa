/** What one model costs: totals, what they are made of, every layer, and what is assumed or unknown. */
import { counted, type Layer, type NamedValue, type Profile } from '../../analysis/profile.ts';
import { metricMeaning } from '../../budget/metrics.ts';
import { add, type Dim, isUnknown } from '../../model/dim.ts';
import { dimToJson, formatShape } from '../../model/dim-text.ts';
import {
  coverageText,
  heaviest,
  labelOf,
  outputText,
  percent,
  sharesOf,
  titleOf,
  totalsOf,
  workOf,
} from '../profiles.ts';
import { familyOf, formatCount, metricName } from '../units.ts';
import { caveatsOf, conventionText, isGiven } from '../words.ts';
import {
  type Column,
  countCell,
  isSpelled,
  nameCell,
  scrolled,
  shareCell,
  short,
  spelledCell,
  tableOf,
} from './cells.ts';
import { longTable } from './layers.ts';
import { code, type Html, heading, html, nothing } from './markup.ts';
import { remarks } from './remarks.ts';

const large = ['macs', 'parameters', 'flops', 'weightBytes', 'peakBytes'] as const;
const memory: readonly string[] = ['activationBytes', 'peakBytes', 'peakInplaceBytes', 'arenaBytes', 'peakFloorBytes'];
/** Of a layer, in the order of its cells. */
const ofLayer = ['parameters', 'macs', 'flops', 'weightBytes', 'readBytes', 'writeBytes'] as const;

export function profileSection(profile: Profile, i: number, isAlone: boolean): Html {
  const id = `model-${i + 1}`;
  const name = isAlone ? nothing : heading(2, code(titleOf(profile)));
  const rest = caveatsOf(profile).map((caveat) => ({ caveat }));
  const level = isAlone ? 2 : 3;
  return html`<section id="${id}">
${name}${header(profile)}${cards(profile)}${remarks(rest, `${id}-remarks`, level)}${heading(level, 'Totals')}<div class="columns">
${totals(profile, 'cost')}${totals(profile, 'memory')}${shares('Weights by element type', 'Stored as', 'weightBytes', profile.totals.weightBytesByDType)}${shares('MACs by operand width', 'Operands', 'macs', profile.totals.macsByWidth)}${byOperator(profile)}${heavy(profile)}</div>
${heading(level, 'Layers')}<p>${coverageText(profile)}</p>
${layers(profile)}</section>
`;
}

function header({ model, inputs, outputs, convention }: Profile): Html {
  const opsets = [...model.opsets].map(
    ([domain, version]) => html` · opset ${domain === '' ? '' : code(domain)} ${version.toString()}`,
  );
  const why = convention.id === 'flopgate' ? '' : html`<p class="quiet">${convention.title}: ${convention.why}</p>\n`;
  return html`<p class="quiet">${code(model.format)}${model.producer === '' ? '' : html` · ${code(model.producer)}`}${opsets} · ${formatCount(model.byteSize, 'bytes')} · convention ${code(conventionText(convention.id, convention))}</p>
<p class="lead">${values(inputs)} → ${values(outputs)}</p>
${why}`;
}

/** Graph inputs or outputs named in a line; all of them in the JSON. */
const mostValues = 12;

function values(all: readonly NamedValue[]): Html {
  if (all.length === 0) return html`nothing`;
  const shown = all
    .slice(0, mostValues)
    .map(
      ({ name, dtype, shape }, i) =>
        html`${i === 0 ? '' : ', '}${code(`${name} ${dtype ?? 'unknown'} ${formatShape(shape)}`)}`,
    );
  return html`${shown}${all.length > mostValues ? ` and ${all.length - mostValues} more` : ''}`;
}

function cards(profile: Profile): Html {
  const items = large
    .filter((metric) => isGiven({ counting: profile.convention }, metric))
    .map((metric) => {
      const total = profile.totals[metric];
      const json = dimToJson(total);
      const text = formatCount(json, familyOf(metric));
      const exact = spelled(total);
      return html`<li><span class="label">${metricName(metric)}</span><strong>${short(json, text)}</strong><span class="sub quiet">${isSpelled(text, exact) ? '' : exact}</span></li>
`;
    });
  return html`<ul class="cards">\n${items}</ul>\n`;
}

function spelled(total: Dim): string {
  if (isUnknown(total)) return total.why;
  return typeof total === 'bigint' ? total.toString().replace(/\B(?=(\d{3})+$)/g, ',') : '';
}

function totals(profile: Profile, part: 'cost' | 'memory'): Html {
  const rows = totalsOf(profile)
    .filter(
      ({ metric }) =>
        memory.includes(metric) === (part === 'memory') && isGiven({ counting: profile.convention }, metric),
    )
    .map(
      ({
        metric,
        name,
        dim,
        value,
      }) => html`<tr><th scope="row">${name}<span class="exact">${metricMeaning[metric]}</span></th>${spelledCell(dimToJson(dim), value, reason(dim))}</tr>
`,
    );
  const title = part === 'memory' ? 'Memory of activations' : 'Cost and storage';
  return scrolled(title, tableOf(title, [{ title: 'Metric' }, { title: 'Total', kind: 'n' }], rows));
}

function reason(dim: Dim): string | undefined {
  return isUnknown(dim) ? dim.why : undefined;
}

/** What a total is made of. */
function shares(title: string, head: string, metric: 'weightBytes' | 'macs', parts: ReadonlyMap<string, Dim>): Html {
  if (parts.size === 0) return nothing;
  const whole = [...parts.values()].reduce<Dim>((sum, part) => add(sum, part), 0n);
  const rows = [...parts].map(
    ([
      name,
      dim,
    ]) => html`<tr>${nameCell(name)}${spelledCell(dimToJson(dim), formatCount(dimToJson(dim), familyOf(metric)), reason(dim))}${part(dim, whole)}</tr>
`,
  );
  const columns = [{ title: head }, { title: metricName(metric), kind: 'n' }, { title: 'Share', kind: 'n' }] as const;
  return scrolled(title, tableOf(title, columns, rows));
}

function part(dim: Dim, whole: Dim): Html {
  const share = ratio(dim, whole);
  return shareCell(share, percent(share));
}

function ratio(dim: Dim, whole: Dim): number | undefined {
  if (typeof dim !== 'bigint' || typeof whole !== 'bigint' || whole === 0n) return undefined;
  return Number((dim * 1_000_000n) / whole) / 1e6;
}

/** Kinds of operators shown; the rest are rows of the long table. */
const mostOperators = 12;

function byOperator(profile: Profile): Html {
  const work = workOf(profile);
  const sums = new Map<string, { count: number; work: Dim }>();
  for (const layer of profile.layers) {
    const name = layer.domain === '' ? layer.op : `${layer.domain}.${layer.op}`;
    const before = sums.get(name) ?? { count: 0, work: 0n };
    sums.set(name, { count: before.count + 1, work: add(before.work, counted(layer, work)) });
  }
  const size = (dim: Dim) => (typeof dim === 'bigint' ? dim : isUnknown(dim) ? -1n : 1n << 62n);
  const all = [...sums].sort(([, a], [, b]) => {
    const [x, y] = [size(a.work), size(b.work)];
    return x === y ? b.count - a.count : x > y ? -1 : 1;
  });
  const rows = all.slice(0, mostOperators).map(
    ([
      name,
      sum,
    ]) => html`<tr>${nameCell(name)}<td class="n">${sum.count}</td>${countCell(dimToJson(sum.work), work, reason(sum.work))}${part(sum.work, profile.totals[work])}</tr>
`,
  );
  const columns = [
    { title: 'Operator' },
    { title: 'Nodes', kind: 'n' },
    { title: metricName(work), kind: 'n' },
    { title: 'Share', kind: 'n' },
  ] as const;
  const more = all.length > mostOperators ? ` · the first ${mostOperators} of ${all.length}` : '';
  return rows.length === 0 ? nothing : scrolled('By operator', tableOf(`By operator${more}`, columns, rows));
}

function heavy(profile: Profile): Html {
  const work = workOf(profile);
  const rows = heaviest(profile).map(
    ({
      layer,
      share,
    }) => html`<tr>${nameCell(labelOf(layer))}${countCell(dimToJson(layer[work]), work)}${shareCell(share, percent(share))}</tr>
`,
  );
  const columns = [{ title: 'Layer' }, { title: metricName(work), kind: 'n' }, { title: 'Share', kind: 'n' }] as const;
  return rows.length === 0 ? nothing : scrolled('Heaviest layers', tableOf('Heaviest layers', columns, rows));
}

function layers(profile: Profile): Html {
  const metrics = ofLayer.filter((metric) => isGiven({ counting: profile.convention }, metric));
  const all = sharesOf(profile);
  const rows = profile.layers.map((layer, i) => {
    const cells = metrics.map((metric) => countCell(dimToJson(layer[metric]), metric, reason(layer[metric])));
    return html`<tr><td class="n">${layer.index ?? '–'}</td>${nameCell(labelOf(layer), state(layer))}<td>${code(layer.op)}</td><td class="shape">${code(outputText(layer))}</td>${cells}${shareCell(all[i], percent(all[i]))}</tr>
`;
  });
  const columns: readonly Column[] = [
    { title: '#', kind: 'n' },
    { title: 'Layer' },
    { title: 'Operator' },
    { title: 'Output' },
    ...metrics.map((metric) => ({ title: metricName(metric), kind: 'n' }) as const),
    { title: `% of ${metricName(workOf(profile))}`, kind: 'n' },
  ];
  return longTable('Every layer, in file order', columns, rows);
}

/** Why a layer's numbers are in no total. */
function state({ dead, untaken }: Layer): Html {
  if (dead === true) return html` <span class="badge" title="No output depends on it; it is in no total">dead</span>`;
  if (untaken === true)
    return html` <span class="badge" title="The other branch costs more; what this costs at run time is in no total">untaken</span>`;
  return nothing;
}
