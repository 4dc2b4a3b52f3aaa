/**
 * Layers as rows for a spreadsheet (RFC 4180): exact integers, expressions as text, empty where unknown. Columns are the
 * same whatever the models; new ones come last. docs/diff.md lists them.
 */
import { costKeys, type Layer, type Profile, totalKeys } from '../analysis/profile.ts';
import { type DimJson, dimToJson, formatShape } from '../model/dim-text.ts';
import { csvField } from './escape.ts';
import type { DeltasReport, ModelReport, Report, ScenarioReport } from './report.ts';

type Field = string | number | bigint | null;

/** Metrics that only a model has, so that rows of layers leave them empty. */
const ofModels = totalKeys.filter((metric) => !costKeys.some((key) => key === metric));

/**
 * One row for each layer that differs; from, to and difference of every metric. Then, where the model has scenarios, a
 * row of kind `total` for each, with what the whole model costs in it.
 */
export function reportCsv(report: Report): string {
  const titles = ['model', 'kind', 'name', 'baseName', 'op', 'baseIndex', 'headIndex', 'changes'];
  const three = (metric: string): readonly string[] => [`${metric}From`, `${metric}To`, `${metric}By`];
  const heads = [...titles, ...costKeys.flatMap(three), 'scenario', ...ofModels.flatMap(three)];
  const none = ofModels.flatMap(() => ['', '', '']);
  const rows = report.models.flatMap((model) => [
    ...model.layers.map((layer) => [
      model.path,
      layer.kind,
      layer.name,
      layer.baseName ?? '',
      layer.op,
      indices(layer.base),
      indices(layer.head),
      layer.changes.map(({ what, from, to }) => `${what} ${from ?? 'none'} → ${to ?? 'none'}`).join('; '),
      ...costKeys.flatMap((metric) => deltaFields(layer.delta, metric)),
      '',
      ...none,
    ]),
    ...(model.scenarios ?? []).map((scenario) => scenarioFields(model, scenario)),
  ]);
  return lines([heads, ...rows]);
}

function scenarioFields({ path }: ModelReport, scenario: ScenarioReport): readonly Field[] {
  const three = (metric: string) => totalFields(scenario, metric);
  const measured = scenario.assumptions.join('; ');
  return [
    path,
    'total',
    '',
    '',
    '',
    '',
    '',
    measured,
    ...costKeys.flatMap(three),
    scenario.name,
    ...ofModels.flatMap(three),
  ];
}

/** Also where only one side has the model, or only one could be measured: its number without a difference. */
function totalFields({ base, head, delta }: ScenarioReport, metric: string): readonly Field[] {
  const change = delta[metric];
  if (change !== undefined) return deltaFields(delta, metric);
  return [field(base?.[metric] ?? null), field(head?.[metric] ?? null), ''];
}

/** One row for each layer, for each scenario the model was counted in. */
export function profilesCsv(profiles: readonly Profile[]): string {
  const titles = [
    'model',
    'index',
    'name',
    'op',
    'domain',
    'module',
    'outputs',
    ...costKeys,
    'status',
    'dead',
    'untaken',
    'scenario',
  ];
  return lines([
    titles,
    ...profiles.flatMap(({ model, layers, scenario = '' }) =>
      layers.map((layer) => [...layerFields(model.path, layer), scenario]),
    ),
  ]);
}

function layerFields(path: string, layer: Layer): readonly Field[] {
  const outputs = layer.outputs.map(({ name, dtype, shape }) => `${name} ${dtype ?? 'unknown'} ${formatShape(shape)}`);
  return [
    path,
    layer.index,
    layer.name,
    layer.op,
    layer.domain,
    layer.module,
    outputs.join('; '),
    ...costKeys.map((metric) => field(dimToJson(layer[metric]))),
    layer.status,
    layer.dead === true ? 'dead' : '',
    layer.untaken === true ? 'untaken' : '',
  ];
}

function deltaFields(delta: DeltasReport, metric: string): readonly Field[] {
  const change = delta[metric];
  return change === undefined ? ['', '', ''] : [field(change.from), field(change.to), field(change.by)];
}

/** Big integers are digits in our JSON, and numbers here. */
function field(value: DimJson): Field {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? BigInt(value) : value;
}

function indices(list: readonly (number | null)[]): string {
  return list.map((index) => index ?? '').join(' ');
}

function lines(rows: readonly (readonly Field[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\n`).join('');
}
