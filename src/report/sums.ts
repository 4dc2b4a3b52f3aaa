/** What several records add up to. */
import { add, type Dim, sub } from '../model/dim.ts';
import { dimFromJson, dimToJson } from '../model/dim-text.ts';
import type { DeltaReport, LayerReport } from './report.ts';

/** Metrics of a layer in the order in which they tell what happened. */
export const layerMetrics = ['macs', 'parameters', 'flops', 'weightBytes', 'readBytes', 'writeBytes'] as const;

export type Changes = ReadonlyMap<string, Pick<DeltaReport, 'from' | 'to' | 'by'>>;

/** Of those metrics that any of the layers lists. */
export function sumOf(layers: readonly LayerReport[]): Changes {
  const [only, ...more] = layers;
  if (only !== undefined && more.length === 0) return new Map(Object.entries(only.delta));
  return new Map(
    layerMetrics.flatMap((metric) => {
      const all = layers.flatMap(({ delta }) => delta[metric] ?? []);
      if (all.length === 0) return [];
      const [from, to] = [all.map((d) => dimFromJson(d.from)), all.map((d) => dimFromJson(d.to))].map(total);
      if (from === undefined || to === undefined) return [[metric, { from: null, to: null, by: null }] as const];
      return [[metric, { from: dimToJson(from), to: dimToJson(to), by: dimToJson(sub(to, from)) }] as const];
    }),
  );
}

function total(dims: readonly (Dim | undefined)[]): Dim | undefined {
  let sum: Dim = 0n;
  for (const dim of dims) {
    if (dim === undefined) return undefined;
    sum = add(sum, dim);
  }
  return sum;
}
