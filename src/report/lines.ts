/** The sentences of a story: what happened to a model's layers, beside the table. */
import { type DimJson, dimFromJson, dimToJson } from '../model/dim-text.ts';
import type { BlockStory } from './blocks.ts';
import type { DeltasReport, ModelReport } from './report.ts';
import type { Fold, Story } from './story.ts';
import { familyOf, formatCount, formatSigned, metricName } from './units.ts';
import { explanationText, kindCounts, list, numeral, type Phrase, quote } from './words.ts';

/** Names shown of a long list. */
const few = 3;
/** Families of blocks named; a net has two or three. */
const mostBlocks = 10;

/** Blocks first, then what cancels, what only follows, and what the exporter did. */
export function storyLines(model: ModelReport, story: Story): readonly Phrase[] {
  const more = story.blocks.length - mostBlocks;
  return [
    ...story.blocks.slice(0, mostBlocks).map(blockLine),
    ...(more > 0 ? [[`${more} more families of blocks.`]] : []),
    ...offsetLines(model),
    ...story.folds.map((fold) => foldLine(fold, story)),
    ...exportLines(model),
  ];
}

/** "changed", "changed, was `old.onnx`", "renamed from `old.onnx`, and edited" */
export function statusPhrase({ status, path, basePath = path, pairedBy }: ModelReport): Phrase {
  if (basePath === path) return [status];
  if (status !== 'renamed') return [status, ', was ', quote(basePath)];
  return ['renamed from ', quote(basePath), ...(pairedBy === undefined ? [] : [', and edited'])];
}

/** "127 layers differ: 119 added, 1 renamed · 114 unchanged." */
export function layersSentence({ layers, unchangedLayers }: ModelReport): string {
  const total = layers.length === 1 ? '1 layer differs' : `${layers.length} layers differ`;
  return `${total}: ${kindCounts(layers)} · ${unchangedLayers} unchanged`;
}

/** How many layers make up 90 %; where blocks say it already, nothing. */
export function shareSentence(model: ModelReport, story: Story): string {
  const { metric = '' } = model.explanation ?? {};
  const inBlocks = story.blocks.some(({ all }) => (all.get(metric)?.by ?? 0) !== 0);
  return inBlocks ? '' : explanationText(model);
}

/** "`layer3`: block ×6 → ×23 (+17 × 218 M MACs, 1.12 M parameters)." */
function blockLine({ name, place, from, to, layers, each, all }: BlockStory): Phrase {
  const sign = to > from ? '+' : '−';
  const shown = (['macs', 'parameters'] as const).filter((m) => (all.get(m)?.by ?? 0) !== 0);
  const costs = shown.flatMap((metric, i): Phrase => {
    const value = each === undefined ? (all.get(metric)?.by ?? null) : (each.get(metric) ?? 0);
    const text = each === undefined ? formatSigned(value, familyOf(metric)) : formatCount(value, familyOf(metric));
    return [i === 0 ? '' : ', ', numeral(value, text), ` ${metricName(metric)}`];
  });
  const times = each === undefined ? '' : `${sign}${Math.abs(to - from)} × `;
  const cost = layers === 0 || shown.length === 0 ? [] : [' (', times, ...costs, ')'];
  return [quote(place === undefined ? name : `${place}/${name}`), `: block ×${from} → ×${to}`, ...cost, '.'];
}

const followers: Readonly<Record<Fold['kind'], readonly [one: string, many: string]>> = {
  shapeOnly: ['layer follows: other shapes', 'layers follow: other shapes'],
  renamed: ['layer is only renamed', 'layers are only renamed'],
  weightsOnly: ['layer has other weights', 'layers have other weights'],
};

/** "6 layers follow `layer3.0.conv1`: other shapes (`layer3.0.relu`, `layer3.0`, `layer3.1.relu` and 3 more)." */
function foldLine({ kind, count, layers }: Fold, { rows }: Story): Phrase {
  const [one, many] = followers[kind];
  const causes = rows.filter((row) => row.kind !== 'shapeOnly');
  const [cause] = causes;
  const words = `${count} ${count === 1 ? one : many}`;
  const isCaused = kind === 'shapeOnly' && causes.length === 1 && cause !== undefined && cause.name !== '';
  const said: Phrase = isCaused ? [words.replace(/:.*/, ' '), quote(cause.name), ': other shapes'] : [words];
  const named = new Map(layers.filter(({ name }) => name !== '').map((layer) => [layer.name, layer]));
  if (named.size === 0) return [...said, '.'];
  const shown = [...named.values()].slice(0, few).flatMap(({ name, was }, i): Phrase => {
    const old = was === undefined ? [] : [quote(was), ' → '];
    return [i === 0 ? '' : ', ', ...old, quote(name)];
  });
  return [...said, ' (', ...shown, named.size > few ? ` and ${named.size - few} more` : '', ').'];
}

/** Where increases and decreases cancel, a net number hides both. */
function offsetLines({ layers, explanation }: ModelReport): readonly Phrase[] {
  if (explanation === undefined) return [];
  const { metric } = explanation;
  let [up, down, ups, downs] = [0n, 0n, 0, 0];
  let largest: { readonly name: string; readonly by: bigint } | undefined;
  const moved = layers.flatMap(({ name, delta }) => {
    const by = dimFromJson(delta[metric]?.by ?? null);
    return typeof by === 'bigint' && by !== 0n ? [{ name, by }] : [];
  });
  for (const { by } of moved) {
    if (by > 0n) [up, ups] = [up + by, ups + 1];
    else [down, downs] = [down - by, downs + 1];
  }
  // Under a tenth of the other it explains nothing.
  const lesser = up < down ? up : down;
  if (lesser === 0n || lesser * 10n < (up < down ? down : up)) return [];
  for (const one of moved) {
    const isAgainst = one.by > 0n === up < down;
    if (isAgainst && (largest === undefined || size(one.by) > size(largest.by))) largest = one;
  }
  const text = (n: bigint) => formatSigned(dimToJson(n), familyOf(metric));
  const said = `${metricName(metric)} partly cancel: ${text(up)} in ${layersText(ups)}, ${text(-down)} in ${layersText(downs)}`;
  return [
    largest === undefined
      ? [`${said}.`]
      : [`${said}; the largest offset is `, quote(largest.name), ` ${text(largest.by)}.`],
  ];
}

function layersText(count: number): string {
  return count === 1 ? '1 layer' : `${count} layers`;
}

function size(n: bigint): bigint {
  return n < 0n ? -n : n;
}

const exporterMetrics = [
  'macs',
  'parameters',
  'buffers',
  'flops',
  'weightBytes',
  'constantBytes',
  'quantBytes',
] as const;

/** "Exported by pytorch 2.13.0 → 2.14.1, operator set 17 → 18: accounts for +32 B Constants; the rest is the network's." */
function exportLines({ exported, delta: totals }: ModelReport): readonly Phrase[] {
  if (exported === undefined) return [];
  const { producer, opset, delta } = exported;
  const parts: Phrase[] = [];
  if (producer !== undefined)
    parts.push(['exporter ', quote(producer[0] || 'unnamed'), ' → ', quote(producer[1] || 'unnamed')]);
  if (opset !== undefined) parts.push(['operator set ', quote(opset[0]), ' → ', quote(opset[1])]);
  const doing = costText(delta);
  if (doing === undefined && parts.length === 0) return [];
  if (parts.length === 0) parts.push(['spelling of the same net']);
  const isAll = exporterMetrics.every((metric) => (totals[metric]?.by ?? 0) === (delta[metric]?.by ?? 0));
  const rest = isAll ? ', and there is no other change' : "; the rest is the network's";
  const said = doing === undefined ? 'no cost is known to come from that' : `accounts for ${doing}${rest}`;
  return [['Another ', ...parts.flatMap((part, i): Phrase => [i === 0 ? '' : ', ', ...part]), `: ${said}.`]];
}

/** "−53.1 k Parameters and +32 B Constants"; expressions are left to the JSON. */
function costText(delta: DeltasReport): string | undefined {
  const said = exporterMetrics.flatMap((metric) => {
    const by: DimJson = delta[metric]?.by ?? 0;
    return by === 0 || typeof dimFromJson(by) !== 'bigint'
      ? []
      : [`${formatSigned(by, familyOf(metric))} ${metricName(metric)}`];
  });
  return said.length === 0 ? undefined : list(said);
}
