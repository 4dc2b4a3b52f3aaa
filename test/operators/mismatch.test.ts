import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DType } from '../../src/model/dtype.ts';
import type { Attribute, Scalar } from '../../src/model/model.ts';
import { bindInputs, inferOutputs, readAttributes } from '../../src/operators/bind.ts';
import { lookup } from '../../src/operators/index.ts';
import { Mismatch, Operand } from '../../src/operators/operator.ts';

type Given =
  | readonly number[]
  | { readonly shape: readonly number[]; readonly dtype: DType; readonly value: readonly Scalar[] };

function infer(op: string, given: readonly Given[], attributes: Readonly<Record<string, Attribute>> = {}, domain = '') {
  const entry = lookup(domain, op, domain === '' ? 28n : 1n)?.operator;
  assert.ok(entry !== undefined, op);
  const operands = given.map((g, i) => {
    const { shape, dtype, value } = 'shape' in g ? g : { shape: g, dtype: 'float32' as const, value: undefined };
    return new Operand(entry.inputs[i]?.name ?? `in${i}`, {
      kind: 'tensor',
      dtype,
      shape: shape.map(BigInt),
      ...(value !== undefined && { value }),
    });
  });
  const node = { attributes: new Map(Object.entries(attributes)) };
  const call = { opset: domain === '' ? 28n : 1n, outputs: ['y'], label: op };
  return inferOutputs(entry, bindInputs(entry, operands), readAttributes(entry, node), call);
}

const int = (value: number): Attribute => ({ kind: 'int', value: BigInt(value) });
const ints = (...value: number[]): Attribute => ({ kind: 'ints', value: value.map(BigInt) });
const text = (value: string): Attribute => ({ kind: 'string', value });

const contradictions: readonly (readonly [string, () => unknown, string])[] = [
  [
    'channels-last input to a convolution',
    () =>
      infer('Conv', [
        [1, 224, 224, 3],
        [64, 3, 7, 7],
      ]),
    '`X` has 224 channels, `W` expects 3 (group 1); X is [N, C, …spatial], channels before space',
  ],
  [
    'a kernel of another rank',
    () =>
      infer('Conv', [
        [1, 3, 8],
        [4, 3, 3, 3],
      ]),
    '`W` has 4 axes [4, 3, 3, 3]; 3 expected',
  ],
  [
    'a kernel_shape that is not the weight’s',
    () =>
      infer(
        'Conv',
        [
          [1, 3, 8],
          [4, 3, 3],
        ],
        { kernel_shape: ints(5) },
      ),
    'kernel_shape says 5 where `W` has 3',
  ],
  [
    'a window larger than the input',
    () =>
      infer('Conv', [
        [1, 3, 2],
        [4, 3, 5],
      ]),
    'a window of 5 does not fit 2 on spatial axis 0',
  ],
  [
    'a stride of zero',
    () =>
      infer(
        'Conv',
        [
          [1, 3, 8],
          [4, 3, 3],
        ],
        { strides: ints(0) },
      ),
    'strides holds 0; at least 1 expected',
  ],
  [
    'pads of the wrong length',
    () =>
      infer(
        'Conv',
        [
          [1, 3, 8],
          [4, 3, 3],
        ],
        { pads: ints(1) },
      ),
    'pads has 1 numbers; 2 expected',
  ],
  [
    'transposed channels',
    () =>
      infer('ConvTranspose', [
        [1, 3, 8],
        [4, 3, 3],
      ]),
    '`X` has 3 channels, `W` expects 4',
  ],
  [
    'inner extents of a matrix product',
    () =>
      infer('MatMul', [
        [2, 3],
        [4, 5],
      ]),
    'the inner extents disagree: `A` has 3 columns, `B` 4 rows',
  ],
  ['a scalar in a matrix product', () => infer('MatMul', [[], [4, 5]]), 'a scalar has no place in a matrix product'],
  ['a Gemm of vectors', () => infer('Gemm', [[3], [3, 4]]), '`A` has 1 axes [3]; 2 expected'],
  [
    'an equation for other inputs',
    () => infer('Einsum', [[2, 3]], { equation: text('ij,jk->ik') }),
    'the equation has 2 terms for 1 inputs',
  ],
  [
    'a term for another rank',
    () => infer('Einsum', [[2, 3]], { equation: text('ijk->k') }),
    'the term `ijk` does not label the 2 axes of `Inputs`',
  ],
  [
    'a label from nowhere',
    () => infer('Einsum', [[2, 3]], { equation: text('ij->k') }),
    'the output label `k` is in no input',
  ],
  [
    'two arrows',
    () => infer('Einsum', [[2, 3]], { equation: text('ij->i->j') }),
    'the equation is not `labels,labels->labels`',
  ],
  ['a determinant of a rectangle', () => infer('Det', [[2, 3]]), '`X` is not square: 2 × 3'],
  [
    'statistics of another width',
    () => infer('BatchNormalization', [[1, 8, 4], [4], [4], [4], [4]]),
    '`X` has 8 channels, `scale` 4 elements; channels come second, before space',
  ],
  [
    'a LayerNormalization scale of another width',
    () =>
      infer('LayerNormalization', [
        [2, 8],
        [1, 1, 8],
      ]),
    '`Scale` has more axes than `X`',
  ],
  [
    'gates of another cell',
    () =>
      infer('LSTM', [
        [5, 1, 8],
        [1, 48, 8],
        [1, 48, 16],
      ]),
    '`W` has 48 rows; 64 expected for 4 gates',
  ],
  [
    'a hidden size that is not the weight’s',
    () =>
      infer(
        'GRU',
        [
          [5, 1, 8],
          [1, 48, 8],
          [1, 48, 16],
        ],
        { hidden_size: int(8) },
      ),
    'hidden_size is 8, `R` says 16',
  ],
  [
    'heads that are not given',
    () =>
      infer('Attention', [
        [1, 5, 8],
        [1, 5, 8],
        [1, 5, 8],
      ]),
    '`Q` has 3 axes, and q_num_heads is not given',
  ],
  [
    'projections of another width',
    () =>
      infer(
        'Attention',
        [
          [1, 5, 8],
          [9, 24],
        ],
        { num_heads: int(2) },
        'com.microsoft',
      ),
    '`input` has 8 features, `weights` 9 rows',
  ],
  [
    'a packed weight of another width',
    () =>
      infer('MatMulNBits', [[5, 8], [4, 1, 16], [4]], { K: int(32), N: int(4), block_size: int(32) }, 'com.microsoft'),
    '`A` has 8 columns; 32 expected',
  ],
];
for (const [title, act, message] of contradictions)
  test(`rejects ${title}`, () => {
    assert.throws(act, new Mismatch(message));
  });
