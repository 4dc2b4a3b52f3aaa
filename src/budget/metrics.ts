/** The metrics budgets can limit, and what kind of number each is. */
import type { Profile } from '../analysis/profile.ts';
import type { LayerMetric } from '../diff/diff.ts';
import { add, type Dim, unknown } from '../model/dim.ts';
import type { Family } from './amount.ts';
import type { BudgetMetric, Share } from './budget.ts';

/** Those that are sums over layers. */
export const layerMetrics = {
  parameters: 'count',
  buffers: 'count',
  macs: 'count',
  flops: 'count',
  weightBytes: 'bytes',
  quantBytes: 'bytes',
  constantBytes: 'bytes',
  readBytes: 'bytes',
  writeBytes: 'bytes',
} as const satisfies Readonly<Record<LayerMetric, Family>>;

const { readBytes, writeBytes, ...stored } = layerMetrics;

/** In the order a reader asks for them. */
export const modelMetrics = {
  ...stored,
  activationBytes: 'bytes',
  peakBytes: 'bytes',
  peakInplaceBytes: 'bytes',
  arenaBytes: 'bytes',
  peakFloorBytes: 'bytes',
  readBytes,
  writeBytes,
  fileBytes: 'bytes',
  coverage: 'share',
} as const satisfies Readonly<Record<BudgetMetric, Family | 'share'>>;

/** For the published schema and docs/budgets.md; docs/counting.md has the formulas. */
export const metricMeaning: Readonly<Record<BudgetMetric, string>> = {
  parameters: 'Elements of the trained weights, a tied tensor once.',
  buffers: 'Batch-norm running statistics and other state that is not trained, in elements.',
  macs: 'Multiply-accumulates of convolution, matrix and recurrent operators.',
  flops: '2 × macs and every other arithmetic operation.',
  weightBytes: 'Stored bytes of parameters and buffers.',
  quantBytes: 'Stored bytes of quantisation scales and zero points.',
  constantBytes: 'Stored bytes of shapes, indices, masks and tables.',
  activationBytes: 'Bytes of all tensors that are not constant, views excluded.',
  peakBytes: 'Most bytes alive at once, in file order.',
  peakInplaceBytes: 'Most bytes alive at once where elementwise operators overwrite their input.',
  arenaBytes: 'Size of one arena that holds all activations, 64-byte aligned.',
  peakFloorBytes: 'The most that the inputs and outputs of one operator take: no order needs less.',
  readBytes: 'Bytes the operators read, weights included.',
  writeBytes: 'Bytes the operators write.',
  fileBytes: 'Size of the model file, external data apart.',
  coverage: 'Share of operator nodes whose cost is known or an expression.',
};

/** A profile's number for one metric. */
export function measured(profile: Profile, metric: BudgetMetric): Dim | Share {
  if (metric === 'fileBytes') return BigInt(profile.model.byteSize);
  if (metric === 'coverage') return coverage([profile]);
  return profile.totals[metric];
}

/** The sum over several models, measured or as a number at once; for coverage the share of all their nodes. */
export function measuredTogether(models: readonly (Profile | Dim)[], metric: BudgetMetric): Dim | Share {
  const isProfile = (m: Profile | Dim): m is Profile => typeof m === 'object' && 'totals' in m;
  if (metric === 'coverage') return coverage(models.filter(isProfile));
  return models.reduce<Dim>((sum, m) => {
    const one = isProfile(m) ? measured(m, metric) : m;
    return add(sum, isShare(one) ? unknown('a share is not an amount') : one);
  }, 0n);
}

export function isShare(x: Dim | Share): x is Share {
  return typeof x === 'object' && x.kind === 'share';
}

/** Nodes whose cost is known or an expression, out of all. A model without nodes is covered. */
function coverage(profiles: readonly Profile[]): Share {
  const nodes = profiles.reduce((n, p) => n + p.coverage.nodes, 0);
  const unknowns = profiles.reduce((n, p) => n + p.coverage.unknown, 0);
  if (nodes === 0) return { kind: 'share', part: 1n, whole: 1n };
  return { kind: 'share', part: BigInt(nodes - unknowns), whole: BigInt(nodes) };
}

export function isModelMetric(name: string): name is BudgetMetric {
  return Object.hasOwn(modelMetrics, name);
}

export function isLayerMetric(name: string): name is LayerMetric {
  return Object.hasOwn(layerMetrics, name);
}
