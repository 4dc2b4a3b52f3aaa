/** What one model costs, for people: totals, every layer, what is heaviest, and what is assumed or unknown. */
import { markdownTable } from 'markdown-table';
import { counted, type Layer, type Profile, totalKeys } from '../analysis/profile.ts';
import { type Dim, isUnknown } from '../model/dim.ts';
import { dimToJson, formatShape } from '../model/dim-text.ts';
import { markdownCell, markdownCode, markdownSentence, terminalText } from './escape.ts';
import { colour, grid, plain } from './grid.ts';
import { familyOf, formatCount, formatExactly, formatRatio, metricName } from './units.ts';
import { profileWidths } from './width-lines.ts';
import { caveatsOf, conventionText, numeral, say, severityIcon } from './words.ts';

/** Rows that would all be 0 say nothing, except for the first questions anybody asks. */
const alwaysShown: readonly string[] = ['parameters', 'macs', 'flops', 'weightBytes', 'peakBytes'];

export function profilesTerminal(profiles: readonly Profile[], options: { readonly color?: boolean } = {}): string {
  const paint = options.color === true ? colour : plain;
  const text = (quoted: string): string => terminalText(quoted);
  return profiles
    .map((profile) => {
      const totals = totalsOf(profile).map(({ name, dim, value, exact }) => [
        name,
        text(value),
        terminalText(wholeText(dim) ?? exact, 200),
      ]);
      const right = (title: string) => ({ title, align: 'right' as const });
      const shares = sharesOf(profile);
      const rows = profile.layers.map((layer, i) => [
        text(String(layer.index ?? '')),
        text(labelOf(layer)),
        text(layer.op),
        terminalText(outputText(layer), 60),
        text(shown(layer, 'parameters')),
        text(shown(layer, workOf(profile))),
        percent(shares[i]),
        bar(shares[i]),
      ]);
      const columns = [right('#'), { title: 'Layer' }, { title: 'Operator' }, { title: 'Output' }];
      const remarks = caveatsOf(profile).map(
        ({ severity, phrase }) => `  ${severity === 'notice' ? 'i' : '!'} ${say(phrase, (t) => terminalText(t, 500))}`,
      );
      const heavy = heaviest(profile).map(({ layer, share }) => `${text(labelOf(layer))} ${percent(share)}`);
      return [
        `${paint.bold(text(titleOf(profile)))}  ${paint.dim(headerText(profile, text))}`,
        grid([right(''), right(''), { title: '' }], totals, paint),
        grid(
          [...columns, right('Parameters'), right(metricName(workOf(profile))), right('Share'), { title: '' }],
          rows,
          paint,
        ),
        heavy.length === 0 ? '' : `  Heaviest: ${heavy.join(', ')} of the ${metricName(workOf(profile))}.`,
        profileWidths(profile)
          .map((phrase) => `  ${say(phrase, text)}`)
          .join('\n'),
        `  ${coverageText(profile)}`,
        remarks.join('\n'),
      ]
        .filter((s) => s !== '')
        .join('\n\n');
    })
    .join('\n\n\n')
    .concat('\n');
}

export function profilesMarkdown(profiles: readonly Profile[]): string {
  return `${profiles.map((profile) => profileMarkdown(profile).join('\n\n')).join('\n\n')}\n`;
}

function profileMarkdown(profile: Profile): readonly string[] {
  const totals = totalsOf(profile).map(({ name, dim, value, exact }) => {
    const whole = isUnknown(dim) ? exact : wholeText(dim);
    const amount = say([numeral(dimToJson(dim), value)], markdownCell);
    return [name, amount, whole === undefined ? exact : markdownCell(whole, 200)];
  });
  const shares = sharesOf(profile);
  const number = (layer: Layer, metric: 'parameters' | Work) =>
    say([numeral(dimToJson(layer[metric]), shown(layer, metric))], markdownCell);
  const rows = profile.layers.map((layer, i) => [
    String(layer.index ?? ''),
    markdownCell(labelOf(layer)),
    markdownCell(layer.op),
    markdownCell(outputText(layer)),
    number(layer, 'parameters'),
    number(layer, workOf(profile)),
    percent(shares[i]),
  ]);
  const heads = ['#', 'Layer', 'Operator', 'Output', 'Parameters', metricName(workOf(profile)), 'Share'];
  const heavy = heaviest(profile).map(({ layer, share }) => `${markdownCode(labelOf(layer))} ${percent(share)}`);
  const remarks = caveatsOf(profile).map(
    ({ severity, phrase }) => `- ${severityIcon[severity]} ${say(phrase, markdownSentence)}`,
  );
  return [
    `## ${markdownCode(titleOf(profile))}`,
    headerText(profile, markdownCode),
    markdownTable([['Total', 'Value', 'Exactly'], ...totals], { align: ['', 'r', 'r'] }),
    ...(heavy.length === 0 ? [] : [`Heaviest: ${heavy.join(', ')} of the ${metricName(workOf(profile))}.`]),
    ...profileWidths(profile).map((phrase) => say(phrase, markdownCode)),
    coverageText(profile),
    ...(remarks.length === 0 ? [] : [remarks.join('\n')]),
    `<details>\n<summary>${profile.layers.length} layers</summary>`,
    markdownTable([heads, ...rows], { align: ['r', '', '', '', 'r', 'r', 'r'] }),
    '</details>',
  ];
}

/** `models/gpt2.onnx [decode]`: as budgets name it. */
export function titleOf({ model, scenario }: Profile): string {
  return scenario === undefined ? model.path : `${model.path} [${scenario}]`;
}

type Work = 'macs' | 'flops';

/** What a layer's share is of: FLOPs where the convention has no MACs. */
export function workOf({ convention }: Profile): Work {
  return convention.unit === 'flops' ? 'flops' : 'macs';
}

export function totalsOf({ totals }: Profile) {
  return totalKeys
    .filter((metric) => totals[metric] !== 0n || alwaysShown.includes(metric))
    .map((metric) => ({
      metric,
      name: metricName(metric),
      dim: totals[metric],
      value: formatCount(dimToJson(totals[metric]), familyOf(metric)),
      exact: exactText(totals[metric]),
    }));
}

/** An expression, as far as a cell can hold it: the value beside it is rounded and cut. */
function wholeText(dim: Dim): string | undefined {
  return isUnknown(dim) || typeof dim === 'bigint' ? undefined : formatExactly(dimToJson(dim));
}

/** The digits behind a rounded number, and the reason behind an unknown one. */
export function exactText(dim: Dim): string {
  if (isUnknown(dim)) return dim.why;
  if (typeof dim !== 'bigint') return '';
  return dim < 1000n ? '' : dim.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

function headerText({ model, inputs, outputs, convention }: Profile, quoted: (text: string) => string): string {
  const opset = model.opsets.get('');
  const value = ({ name, dtype, shape }: Profile['inputs'][number]) =>
    quoted(`${name} ${dtype ?? 'unknown'} ${formatShape(shape)}`);
  return [
    quoted(model.format),
    ...(model.producer === '' ? [] : [quoted(model.producer)]),
    ...(opset === undefined ? [] : [`opset ${opset}`]),
    formatCount(model.byteSize, 'bytes'),
    `convention ${quoted(conventionText(convention.id, convention))}`,
    `${few(inputs.map(value))} → ${few(outputs.map(value))}`,
  ].join(' · ');
}

function few(parts: readonly string[]): string {
  if (parts.length === 0) return 'nothing';
  const more = parts.length - 4;
  return `${parts.slice(0, 4).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

export function coverageText({ coverage }: Profile): string {
  const { nodes, known, symbolic, unknown } = coverage;
  const rest = [...(symbolic > 0 ? [`${symbolic} symbolic`] : []), ...(unknown > 0 ? [`${unknown} unknown`] : [])];
  return `Coverage: ${known} of ${nodes} nodes known${rest.map((r) => `, ${r}`).join('')}.`;
}

export function labelOf(layer: Layer): string {
  return layer.module || layer.name || layer.outputs[0]?.name || '';
}

export function outputText({ outputs }: Layer): string {
  const [first] = outputs;
  const more = outputs.length > 1 ? ` +${outputs.length - 1}` : '';
  return first === undefined ? '' : `${formatShape(first.shape)}${more}`;
}

function shown(layer: Layer, metric: 'parameters' | Work): string {
  if (layer.dead === true) return 'dead';
  return formatCount(dimToJson(layer[metric]), familyOf(metric));
}

/** Each layer's share of the model's work; absent where either is no number. */
export function sharesOf(profile: Profile): readonly (number | undefined)[] {
  const work = workOf(profile);
  const all = profile.totals[work];
  return profile.layers.map((layer) => {
    const own = counted(layer, work);
    if (typeof all !== 'bigint' || typeof own !== 'bigint' || all === 0n) return undefined;
    return Number((own * 1_000_000n) / all) / 1e6;
  });
}

export function heaviest(profile: Profile) {
  const shares = sharesOf(profile);
  return profile.layers
    .flatMap((layer, i) => {
      const share = shares[i] ?? 0;
      return share >= 0.02 ? [{ layer, share }] : [];
    })
    .sort((a, b) => b.share - a.share)
    .slice(0, 5);
}

/** "████▌": ten cells for the whole. */
function bar(share: number | undefined): string {
  const eighths = Math.round((share ?? 0) * 80);
  const rest = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? '';
  return '█'.repeat(Math.floor(eighths / 8)) + rest;
}

export function percent(share: number | undefined): string {
  return share === undefined || share === 0 ? '' : formatRatio(share).replace('+', '');
}
