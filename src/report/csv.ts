/** Layers as rows for a spreadsheet: exact integers, expressions as text, empty where unknown. */
import { costKeys, type Layer, type Profile } from '../analysis/profile.ts';
import { type DimJson, dimToJson, formatShape } from '../model/dim-text.ts';
import { csvField } from './escape.ts';
import type { DeltasReport, Report } from './report.ts';

type Field = string | number | bigint | null;

/** One row for each layer that differs; from, to and difference of every metric. */
export function reportCsv(report: Report): string {
  const titles = ['model', 'kind', 'name', 'baseName', 'op', 'baseIndex', 'headIndex', 'changes'];
  const metrics = costKeys.flatMap((metric) => [`${metric}From`, `${metric}To`, `${metric}By`]);
  const rows = report.models.flatMap((model) =>
    model.layers.map((layer) => [
      model.path,
      layer.kind,
      layer.name,
      layer.baseName ?? '',
      layer.op,
      indices(layer.base),
      indices(layer.head),
      layer.changes.map(({ what, from, to }) => `${what} ${from ?? 'none'} → ${to ?? 'none'}`).join('; '),
      ...costKeys.flatMap((metric) => deltaFields(layer.delta, metric)),
    ]),
  );
  return lines([[...titles, ...metrics], ...rows]);
}

/** One row for each layer. */
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
  ];
  return lines([
    titles,
    ...profiles.flatMap(({ model, layers }) => layers.map((layer) => layerFields(model.path, layer))),
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
