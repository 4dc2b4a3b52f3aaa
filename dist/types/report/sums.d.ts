import type { DeltaReport, LayerReport } from './report.ts';
/** Metrics of a layer in the order in which they tell what happened. */
export declare const layerMetrics: readonly ['macs', 'parameters', 'flops', 'weightBytes', 'readBytes', 'writeBytes'];
export type Changes = ReadonlyMap<string, Pick<DeltaReport, 'from' | 'to' | 'by'>>;
/** Of those metrics that any of the layers lists. */
export declare function sumOf(layers: readonly LayerReport[]): Changes;
