/** Every operator Flopgate knows, and how a node finds its own. */

import { activations } from './activation.ts';
import { arithmetic } from './arithmetic.ts';
import { attendedRecurrence } from './attended-recurrence.ts';
import { attention } from './attention.ts';
import { beforeAfter } from './before-after.ts';
import { betweenDevices } from './between-devices.ts';
import { borrowedOperators } from './borrowed.ts';
import { cachedAttention } from './cached-attention.ts';
import { carriedState } from './carried-state.ts';
import { casting } from './casting.ts';
import { contrib } from './contrib.ts';
import { contribImages } from './contrib-images.ts';
import { controlFlow } from './control-flow.ts';
import { convolution } from './convolution.ts';
import { creation } from './creation.ts';
import { decoderAttention } from './decoder-attention.ts';
import { detection } from './detection.ts';
import { elementwise } from './elementwise.ts';
import { experts } from './experts.ts';
import { fused } from './fused.ts';
import { fusedAttention } from './fused-attention.ts';
import { fusedConvolution } from './fused-convolution.ts';
import { fusedNormalization } from './fused-normalization.ts';
import { gathering } from './gathering.ts';
import { generation } from './generation.ts';
import { gradients } from './gradients.ts';
import { integerLayers } from './integer-layers.ts';
import { layout } from './layout.ts';
import { legacy } from './legacy.ts';
import { lowBit } from './low-bit.ts';
import { matrix } from './matrix.ts';
import { ml } from './ml.ts';
import { mlModels } from './ml-models.ts';
import { movement } from './movement.ts';
import { nchwc } from './nchwc.ts';
import { nhwc } from './nhwc.ts';
import { normalization } from './normalization.ts';
import { opaque } from './opaque.ts';
import type { Operator } from './operator.ts';
import { optimizers } from './optimizers.ts';
import { optionals } from './optional.ts';
import { ordered } from './ordered.ts';
import { packedTokens } from './packed-tokens.ts';
import { pad } from './pad.ts';
import { pagedAttention } from './paged-attention.ts';
import { plugins } from './plugins.ts';
import { pooling } from './pooling.ts';
import { projectedAttention } from './projected-attention.ts';
import { quantization } from './quantization.ts';
import { quantizedLayers } from './quantized-layers.ts';
import { randoms } from './random.ts';
import { ranking } from './ranking.ts';
import { recurrent } from './recurrent.ts';
import { reduction } from './reduction.ts';
import { relativePosition } from './relative-position.ts';
import { resampling } from './resampling.ts';
import { reshape } from './reshape.ts';
import { rotary } from './rotary.ts';
import { samples } from './sampling.ts';
import { scattering } from './scattering.ts';
import { selection } from './selection.ts';
import { sequences } from './sequence.ts';
import { signal } from './signal.ts';
import { slicing } from './slice.ts';
import { sparse } from './sparse.ts';
import { splitting } from './split.ts';
import { text } from './text.ts';
import { tokens } from './tokens.ts';
import { training } from './training.ts';
import { trainingSteps } from './training-steps.ts';
import { trees } from './trees.ts';
import { variadics } from './variadic.ts';

/** The families, one line each. */
const common: readonly Operator[] = [
  ...activations,
  ...attention,
  ...rotary,
  ...carriedState,
  ...casting,
  ...contrib,
  ...contribImages,
  ...tokens,
  ...controlFlow,
  ...convolution,
  ...creation,
  ...randoms,
  ...detection,
  ...elementwise,
  ...selection,
  ...arithmetic,
  ...variadics,
  ...experts,
  ...fusedConvolution,
  ...fused,
  ...projectedAttention,
  ...decoderAttention,
  ...fusedAttention,
  ...cachedAttention,
  ...pagedAttention,
  ...packedTokens,
  ...relativePosition,
  ...fusedNormalization,
  ...gathering,
  ...scattering,
  ...generation,
  ...integerLayers,
  ...layout,
  ...lowBit,
  ...matrix,
  ...ml,
  ...mlModels,
  ...trees,
  ...movement,
  ...pad,
  ...normalization,
  ...ordered,
  ...pooling,
  ...quantization,
  ...quantizedLayers,
  ...recurrent,
  ...reduction,
  ...ranking,
  ...resampling,
  ...samples,
  ...reshape,
  ...sequences,
  ...optionals,
  ...signal,
  ...slicing,
  ...splitting,
  ...text,
  ...training,
  ...nchwc,
  ...borrowedOperators,
  ...legacy,
  ...attendedRecurrence,
  ...sparse,
];

/** Those few files have, made when one is asked for: making entries is most of what starting takes. */
const rare = (): readonly Operator[] => [
  ...gradients(),
  ...optimizers(),
  ...trainingSteps(),
  ...nhwc(),
  ...betweenDevices(),
  ...opaque(),
  ...plugins(),
  ...beforeAfter(),
];

/** Every entry there is. */
export function everyOperator(): readonly Operator[] {
  return [...common, ...rare()];
}

/** The newest operator set of the default domain whose operators were read. */
export const newestOpset = 28n;

/** The newest version of each domain whose operators were read. */
const newestVersions: ReadonlyMap<string, bigint> = new Map([
  ['', newestOpset],
  ['ai.onnx.ml', 5n],
  ['ai.onnx.preview', 1n],
  ['ai.onnx.preview.training', 1n],
  ['com.microsoft', 1n],
  ['com.microsoft.nchwc', 1n],
  ['com.ms.internal.nhwc', newestOpset],
  ['org.pytorch.aten', 1n],
  ['TRT', 1n],
  ['trt', 1n],
  ['trt.plugins', 1n],
  ['mmdeploy', 1n],
  ['mmcv', 1n],
  ['ai.onnx.contrib', 1n],
  ['com.microsoft.extensions', 1n],
]);

export interface Found {
  readonly operator: Operator;
  /** The operator's version in force: the largest `since_version` not above the operator set's. */
  readonly revision: number;
  /** The file's operator set is newer than any read here: what the operator means there was not checked. */
  readonly newer: boolean;
}

/** The entry for an operator as of a version of its domain; `undefined` when there is none. */
/** The version of its operator set that an operator came with; `undefined` where there is no entry for it at all. */
export function sinceVersion(domain: string, op: string): number | undefined {
  const named = commonIndex().get(domain)?.get(op) ?? rareIndex().get(domain)?.get(op);
  return named && Math.min(...named.entries.flatMap(({ revisions }) => revisions));
}

export function lookup(domain: string, op: string, version: bigint): Found | undefined {
  const named = commonIndex().get(domain)?.get(op) ?? rareIndex().get(domain)?.get(op);
  if (named === undefined) return undefined;
  if (named.last?.version === version) return named.last.found;
  let found: Found | undefined;
  for (const operator of named.entries)
    for (const revision of operator.revisions)
      if (BigInt(revision) <= version && revision > (found?.revision ?? -1))
        found = { operator, revision, newer: version > (newestVersions.get(domain) ?? version) };
  named.last = { version, found };
  return found;
}

interface Named {
  readonly entries: Operator[];
  /** The last answer: the nodes of a graph ask for one version. */
  last?: { readonly version: bigint; readonly found: Found | undefined };
}

/** By domain, then by name. */
type Index = ReadonlyMap<string, ReadonlyMap<string, Named>>;

const commonIndex = once(() => indexed(common));
/** No operator has entries in both. */
const rareIndex = once(() => indexed(rare()));

function once(make: () => Index): () => Index {
  let made: Index | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function indexed(entries: readonly Operator[]): Index {
  const domains = new Map<string, Map<string, Named>>();
  for (const operator of entries) {
    const names = domains.get(operator.domain) ?? new Map<string, Named>();
    domains.set(operator.domain, names);
    const named = names.get(operator.name);
    if (named === undefined) names.set(operator.name, { entries: [operator] });
    else named.entries.push(operator);
  }
  return domains;
}
