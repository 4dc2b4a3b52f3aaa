/** Normalizations with what surrounds them, as onnxruntime fuses them. */
import { add, type Dim, min, mul, product, sum } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { assertRank, other, size } from './formulas.ts';
import { assertScale, normalizing, rmsNormalizing, rowShape } from './normalization.ts';
import { float, int, type Operand, type Operator, operator, required } from './operator.ts';

/** Additions per element for those of them that are there. */
function additions(x: Operand, ...added: readonly (Operand | undefined)[]): Dim {
  return mul(size(x), BigInt(added.filter((y) => y !== undefined).length));
}

function skipped(input: Operand): {
  readonly output: readonly Dim[];
  readonly mean: readonly Dim[];
  readonly inv_std_var: readonly Dim[];
  readonly input_skip_bias_sum: readonly Dim[];
} {
  const row = rowShape(input, -1n);
  return { output: input.shape, mean: row, inv_std_var: row, input_skip_bias_sum: input.shape };
}

const groupAttributes = {
  activation: int(0n),
  channels_last: int(1n),
  epsilon: float(1e-5),
  groups: required(int()),
};

/** Activation 1 is x·sigmoid(x). */
function groupNormalizing(X: Operand, a: { readonly activation: bigint; readonly groups: bigint }): Dim {
  return add(normalizing(size(X), mul(X.dim(0), a.groups), 2n), a.activation === 0n ? 0n : mul(size(X), 2n));
}

export const fusedNormalization: readonly Operator[] = [
  operator({
    name: 'SkipLayerNormalization',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('SkipLayerNormalization'),
    doc: 'Adds a skipped input, and a bias where there is one, then LayerNormalization: per element one operation for each addition, 5 and one each for gamma and beta; 5 per row.',
    inputs: ['input', 'skip', 'gamma', 'beta?', 'bias?'],
    outputs: ['output', 'mean?', 'inv_std_var?', 'input_skip_bias_sum?'],
    attributes: { epsilon: float(1e-12) },
    dtype: { mean: 'float32', inv_std_var: 'float32' },
    shape: ({ input, gamma }) => {
      assertScale(input, gamma, -1n);
      return skipped(input);
    },
    work: ({ input, skip, beta, bias }) =>
      other(add(additions(input, skip, bias), normalizing(size(input), size(rowShape(input, -1n)), beta ? 2n : 1n))),
    roles: { gamma: 'weight', beta: 'weight', bias: 'weight' },
    examples: [
      {
        given: { input: ['b', 's', 32], skip: ['b', 's', 32], gamma: [32], beta: [32], bias: [32] },
        gives: { output: ['b', 's', 32], mean: ['b', 's', 1], input_skip_bias_sum: ['b', 's', 32] },
        other: '293*b*s', // (2 + 7)·32 + 5
      },
    ],
  }),
  operator({
    name: 'SkipSimplifiedLayerNormalization',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('SkipSimplifiedLayerNormalization'),
    doc: 'Adds a skipped input, and a bias where there is one, then scales rows by their root mean square: per element one operation for each addition and 4; 4 per row.',
    inputs: ['input', 'skip', 'gamma', 'bias?'],
    outputs: ['output', 'mean?', 'inv_std_var?', 'input_skip_bias_sum?'],
    attributes: { epsilon: float(1e-12) },
    dtype: { mean: 'float32', inv_std_var: 'float32' },
    shape: ({ input, gamma }) => {
      assertScale(input, gamma, -1n);
      return skipped(input);
    },
    work: ({ input, skip, bias }) =>
      other(add(additions(input, skip, bias), rmsNormalizing(size(input), size(rowShape(input, -1n)), 1n))),
    roles: { gamma: 'weight', bias: 'weight' },
    examples: [
      {
        given: { input: [1, 4, 32], skip: [1, 4, 32], gamma: [32] },
        gives: { output: [1, 4, 32], inv_std_var: { shape: [1, 4, 1], dtype: 'float32' } },
        other: 656n, // 5·128 + 4·4
      },
    ],
  }),
  operator({
    name: 'SimplifiedLayerNormalization',
    // onnxruntime registers it in the default domain.
    revisions: [1],
    source: 'https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/graph/contrib_ops/contrib_defs.cc',
    doc: 'Scales rows by their root mean square: 4 operations per element with the scale, 4 per row.',
    inputs: ['X', 'scale'],
    outputs: ['Y', 'inv_std_var?'],
    attributes: { axis: int(-1n), epsilon: float(1e-5), stash_type: int(1n) },
    dtype: { Y: 'scale', inv_std_var: 'float32' },
    shape: ({ X, scale }, a) => {
      assertScale(X, scale, a.axis);
      return { Y: X.shape, inv_std_var: rowShape(X, a.axis) };
    },
    work: ({ X }, _, a) => other(rmsNormalizing(size(X), size(rowShape(X, a.axis)), 1n)),
    roles: { scale: 'weight' },
    examples: [{ given: { X: ['b', 's', 32], scale: [32] }, gives: { Y: ['b', 's', 32] }, other: '132*b*s' }], // 4·32 + 4
  }),
  operator({
    name: 'EmbedLayerNormalization',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('EmbedLayerNormalization'),
    doc: 'Looks up and adds word, position and segment embeddings, then LayerNormalization: per element an addition, another with segments, and 7; 5 per row.',
    inputs: [
      'input_ids',
      'segment_ids?',
      'word_embedding',
      'position_embedding',
      'segment_embedding?',
      'gamma',
      'beta',
      'mask?',
      'position_ids?',
    ],
    outputs: ['output', 'mask_index?', 'embedding_sum?'],
    attributes: { epsilon: float(1e-12), mask_index_type: int(0n) },
    dtype: { output: 'word_embedding', mask_index: 'int32', embedding_sum: 'word_embedding' },
    shape: ({ input_ids, word_embedding }) => {
      assertRank(input_ids, 2);
      const output = [...input_ids.shape, word_embedding.dim(1)];
      return { output, mask_index: input_ids.shape.slice(0, 1), embedding_sum: output };
    },
    work: ({ segment_ids }, { output }) =>
      other(
        add(mul(size(output), segment_ids ? 2n : 1n), normalizing(size(output), product(output.shape.slice(0, 2)), 2n)),
      ),
    roles: {
      segment_ids: 'constant',
      word_embedding: 'weight',
      position_embedding: 'weight',
      segment_embedding: 'weight',
      gamma: 'weight',
      beta: 'weight',
      mask: 'constant',
      position_ids: 'constant',
    },
    reads: {
      word_embedding: ({ word_embedding }, { output }) => min(size(word_embedding), size(output)),
      position_embedding: ({ position_embedding }, { output }) =>
        min(size(position_embedding), product(output.shape.slice(1))),
      segment_embedding: ({ segment_embedding }, { output }) =>
        segment_embedding ? min(size(segment_embedding), size(output)) : 0n,
    },
    examples: [
      {
        given: {
          input_ids: { shape: ['b', 's'], dtype: 'int32' },
          segment_ids: { shape: ['b', 's'], dtype: 'int32' },
          word_embedding: [100, 32],
          position_embedding: [64, 32],
          segment_embedding: [2, 32],
          gamma: [32],
          beta: [32],
        },
        gives: {
          output: { shape: ['b', 's', 32], dtype: 'float32' },
          mask_index: { shape: ['b'], dtype: 'int32' },
          embedding_sum: ['b', 's', 32],
        },
        other: '293*b*s', // (2 + 7)·32 + 5
      },
    ],
  }),
  operator({
    name: 'GroupNorm',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('GroupNorm'),
    doc: 'GroupNormalization, channels last unless said: 7 operations per element, 2 more with its activation; 5 per group and sample.',
    inputs: ['X', 'gamma', 'beta'],
    outputs: ['Y'],
    attributes: groupAttributes,
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, a) => other(groupNormalizing(X, a)),
    roles: { gamma: 'weight', beta: 'weight' },
    examples: [
      {
        given: { X: [1, 4, 4, 8], gamma: [8], beta: [8] },
        attributes: { groups: 2, activation: 1 },
        gives: { Y: [1, 4, 4, 8] },
        other: 1162n, // 9·128 + 5·2
      },
    ],
  }),
  operator({
    name: 'SkipGroupNorm',
    domain: 'com.microsoft',
    revisions: [1],
    source: contribPage('SkipGroupNorm'),
    doc: 'Adds a skipped input, and a bias where there is one, then GroupNorm: one operation per element for each addition.',
    inputs: ['X', 'gamma', 'beta', 'skip', 'bias?'],
    outputs: ['Y', 'S?'],
    attributes: groupAttributes,
    shape: ({ X }) => ({ Y: X.shape, S: X.shape }),
    work: ({ X, skip, bias }, _, a) => other(sum([additions(X, skip, bias), groupNormalizing(X, a)])),
    roles: { gamma: 'weight', beta: 'weight', bias: 'weight' },
    examples: [
      {
        given: { X: [1, 4, 4, 8], gamma: [8], beta: [8], skip: [1, 4, 4, 8] },
        attributes: { groups: 2 },
        gives: { Y: [1, 4, 4, 8], S: [1, 4, 4, 8] },
        other: 1034n, // 8·128 + 5·2
      },
    ],
  }),
];
