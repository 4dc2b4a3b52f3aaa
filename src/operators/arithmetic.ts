import { binaryShape, folded, legacyBroadcast, ofPair } from './elementwise.ts';
import { broadcastOf, other, size } from './formulas.ts';
import { int, type Operator, operator, required, string } from './operator.ts';
import * as on from './scalars.ts';

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

function shift(x: bigint, by: bigint, direction: string): bigint {
  // A shift by the width or more is undefined; bounding it keeps a hostile file from building a huge integer.
  if (by < 0n || by > 64n) return 0n;
  return direction === 'LEFT' ? x << by : x >> by;
}

export const arithmetic: readonly Operator[] = [
  operator({
    name: 'Div',
    revisions: [1, 6, 7, 13, 14],
    source: page('Div'),
    doc: 'Quotient; integers truncate toward zero. One operation per output element; extents broadcast.',
    inputs: ['A', 'B'],
    outputs: ['C'],
    attributes: legacyBroadcast,
    shape: ({ A, B }, a, call) => ({ C: binaryShape(A, B, a, call.opset) }),
    value: ({ A, B }, a, call) => {
      const rule = on.divided(on.arithmeticOf(A.dtype)?.integer === true);
      return a.axis !== undefined && call.opset < 7n
        ? {}
        : { C: folded([A, B], binaryShape(A, B, a, call.opset), rule) };
    },
    work: (_, { C }) => other(size(C)),
    memory: 'inplace',
    broadcasts: 'whole',
    examples: [
      { ...ofPair(['s', -7, 9], [2], ['floor((s)/2)', -3, 4]), title: 'integers truncate, symbols floor' },
      {
        title: 'floats are rounded to their type',
        given: { A: { shape: [1], value: [1] }, B: { shape: [], value: [3] } },
        gives: { C: { shape: [1], value: [Math.fround(1 / 3)] } },
        other: 1n,
      },
      {
        title: 'before operator set 7, B lies on inner axes of A',
        given: { A: [2, 3, 4], B: [3] },
        attributes: { axis: 1, broadcast: 1 },
        opset: 6,
        gives: { C: [2, 3, 4] },
        other: 24n,
      },
    ],
  }),
  operator({
    name: 'Mod',
    revisions: [10, 13, 28],
    source: page('Mod'),
    doc: 'Remainder with the sign of the divisor, with `fmod` of the dividend. One operation per output element.',
    inputs: ['A', 'B'],
    outputs: ['C'],
    attributes: { fmod: int(0n) },
    shape: ({ A, B }) => ({ C: broadcastOf(A, B) }),
    value: ({ A, B }, a) => ({ C: folded([A, B], broadcastOf(A, B), on.remainder(a.fmod !== 0n)) }),
    work: (_, { C }) => other(size(C)),
    memory: 'inplace',
    broadcasts: 'whole',
    examples: [
      ofPair([-7, 7], [3], [2, 1]),
      { ...ofPair([-7, 7], [3], [-1, 1]), title: 'fmod', attributes: { fmod: 1 } },
    ],
  }),
  operator({
    name: 'Pow',
    revisions: [1, 7, 12, 13, 15],
    source: page('Pow'),
    doc: 'The first to the power of the second. One operation per output element.',
    inputs: ['X', 'Y'],
    outputs: ['Z'],
    attributes: legacyBroadcast,
    shape: ({ X, Y }, a, call) => ({ Z: binaryShape(X, Y, a, call.opset) }),
    value: ({ X, Y }, a, call) =>
      a.axis !== undefined && call.opset < 7n ? {} : { Z: folded([X, Y], binaryShape(X, Y, a, call.opset), on.raised) },
    work: (_, { Z }) => other(size(Z)),
    memory: 'inplace',
    broadcasts: 'whole',
    roles: { Y: 'constant' },
    examples: [
      {
        given: { X: { shape: [2], dtype: 'int64', value: ['s', 3] }, Y: { shape: [], value: [2] } },
        gives: { Z: { shape: [2], dtype: 'int64', value: ['s^2', 9] } },
        other: 2n,
      },
    ],
  }),
  operator({
    name: 'BitShift',
    revisions: [11, 28],
    source: page('BitShift'),
    doc: 'Shifts bits left or right. One operation per output element.',
    inputs: ['X', 'Y'],
    outputs: ['Z'],
    attributes: { direction: required(string()) },
    shape: ({ X, Y }) => ({ Z: broadcastOf(X, Y) }),
    value: ({ X, Y }, a) => ({
      Z: folded(
        [X, Y],
        broadcastOf(X, Y),
        on.bits((x, y) => shift(x, y, a.direction)),
      ),
    }),
    work: (_, { Z }) => other(size(Z)),
    memory: 'inplace',
    broadcasts: 'whole',
    examples: [
      {
        given: {
          X: { shape: [2], dtype: 'uint8', value: [16, 129] },
          Y: { shape: [2], dtype: 'uint8', value: [1, 1] },
        },
        attributes: { direction: 'LEFT' },
        gives: { Z: { shape: [2], dtype: 'uint8', value: [32, 2] } }, // 258 mod 256
        other: 2n,
      },
    ],
  }),
];
