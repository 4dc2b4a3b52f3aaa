import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bind, isUnknown, type Shape } from '../../src/model/dim.ts';
import { Mismatch } from '../../src/operators/operator.ts';
import { call, floatTensor, type Given, int, ints, scalar, vector } from './call.ts';

const endless = 2n ** 63n - 1n;

/** Start, end, step of one axis and what a symbolic or known axis is cut to. */
const cases: readonly (readonly [string, Given, readonly (number | bigint | string)[], string])[] = [
  ['the first 128 of a symbolic axis', floatTensor('seq'), [0, 128, 1], '[min(128, seq)]'],
  ['all but the first', floatTensor('seq'), [1, endless, 1], '[seq - 1]'],
  ['all but the last', floatTensor('seq'), [0, -1, 1], '[seq - 1]'],
  ['the last two of an axis that may have one', floatTensor('seq'), [-2, endless, 1], '[-max(seq - 2, 0) + seq]'],
  ['new tokens at the end of a cache', floatTensor('past + seq'), ['past', 'past + seq', 1], '[seq]'],
  ['backwards through a symbolic axis', floatTensor('seq'), [-1, -endless, -1], '[seq]'],
  ['backwards to an end no extent reaches, as runtimes take it', floatTensor(5), [-1, endless, -1], '[5]'],
  ['a start past the end', floatTensor(5), [4, 2, 1], '[0]'],
  ['an empty axis backwards', floatTensor(0), [-1, -endless, -1], '[0]'],
  ['every third', floatTensor(10), [1, 10, 3], '[3]'],
  ['a start whose sign is not known', floatTensor('n'), ['a - b', endless, 1], '[?]'],
  ['an unknown end', floatTensor(7), [0, '?', 1], '[?]'],
];

for (const [title, data, [start = 0, end = 0, step = 1], expected] of cases)
  test(`Slice: ${title}`, () => {
    const { shapes } = call('Slice', [data, vector(start), vector(end), vector(0), vector(step)]);
    assert.deepEqual(shapes, [expected]);
  });

test('Slice agrees with Array.slice whatever is asked', () => {
  const bound = fc.integer({ min: -12, max: 12 });
  fc.assert(
    fc.property(fc.nat(8), bound, bound, fc.integer({ min: 1, max: 3 }), (n, start, end, step) => {
      const list = Array.from({ length: n }, (_, i) => i);
      const expected = list.slice(start, end).filter((_, i) => i % step === 0);
      const data: Given = { dtype: 'int64', shape: [n], value: list };
      const { shapes, values } = call('Slice', [data, vector(start), vector(end), vector(0), vector(step)]);
      assert.deepEqual([shapes, values], [[`[${expected.length}]`], [expected]]);
    }),
  );
});

/** Extents that have an element though their symbol is 0, and one that may have none though it is not. */
const extents: readonly (readonly [string, (n: number) => number, number])[] = [
  ['n + 1', (n) => n + 1, 0],
  ['3*n + 3', (n) => 3 * n + 3, 0],
  ['n//2', (n) => Math.floor(n / 2), 1],
  ['max(n - 3, 0)', (n) => Math.max(n - 3, 0), 1],
];

for (const [extent, known, least] of extents)
  test(`an axis of ${extent} cut and then bound is the bound axis cut`, () => {
    const bound = fc.integer({ min: -7, max: 7 });
    const step = fc.constantFrom(-2, -1, 1, 2, 3);
    fc.assert(
      fc.property(fc.integer({ min: least, max: 9 }), bound, bound, step, (n, start, end, by) => {
        const cut = (data: number | string): Shape => {
          const [fact] = call('Slice', [floatTensor(data), vector(start), vector(end), vector(0), vector(by)]).facts;
          assert.ok(fact?.kind === 'tensor');
          return fact.shape;
        };
        const [symbolic, number] = [cut(extent), cut(known(n))];
        assert.ok(!isUnknown(symbolic) && !isUnknown(number));
        assert.deepEqual(
          symbolic.map((d) => bind(d, new Map([['n', BigInt(n)]]))),
          number,
        );
      }),
    );
  });

test('a symbolic axis cut and then bound is the bound axis cut', () => {
  const bound = fc.integer({ min: -6, max: 6 });
  const step = fc.constantFrom(-2, -1, 1, 2, 3);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), bound, bound, step, (n, start, end, by) => {
      const cut = (extent: number | string): Shape => {
        const [fact] = call('Slice', [floatTensor(extent), vector(start), vector(end), vector(0), vector(by)]).facts;
        assert.ok(fact?.kind === 'tensor');
        return fact.shape;
      };
      const [symbolic, known] = [cut('n'), cut(n)];
      assert.ok(!isUnknown(symbolic) && !isUnknown(known));
      assert.deepEqual(
        symbolic.map((d) => bind(d, new Map([['n', BigInt(n)]]))),
        known,
      );
    }),
  );
});

test('Slice keeps the rank when its starts are data', () => {
  const starts: Given = { dtype: 'int64', shape: [1] };
  assert.deepEqual(call('Slice', [floatTensor(4, 5), starts, vector(3)]).shapes, ['[?, 5]']);
  const axes: Given = { dtype: 'int64', shape: [1] };
  assert.deepEqual(call('Slice', [floatTensor(4, 5), vector(0), vector(3), axes]).shapes, ['[?, ?]']);
  assert.deepEqual(call('Slice', [floatTensor(4, 5), { dtype: 'int64', shape: null }, vector(3)]).shapes, ['[?, ?]']);
});

test('Slice before 10 takes its ranges from attributes', () => {
  const attributes = { starts: ints(1), ends: ints(-1), axes: ints(1) };
  assert.deepEqual(call('Slice', [floatTensor(2, 'n')], { opset: 9, attributes }).shapes, ['[2, max(n - 2, 0)]']);
  assert.deepEqual(
    call('Slice', [vector(7, 8, 9)], { opset: 9, attributes: { starts: ints(1), ends: ints(9) } }).values,
    [[8, 9]],
  );
});

test('Slice reports contradictions', () => {
  const x = floatTensor(4, 5);
  assert.throws(() => call('Slice', [x, vector(0), vector(1), vector(0), vector(0)]), /a slice has step 0/);
  assert.throws(() => call('Slice', [x, vector(0), vector(1, 2)]), /starts has 1 numbers, ends 2, axes 1, steps 1/);
  assert.throws(() => call('Slice', [x, vector(0, 0), vector(1, 1), vector(1, -1)]), Mismatch);
  assert.throws(() => call('Slice', [x, vector(0), vector(1), vector(2)]), /axis 2 is asked of a tensor with 2 axes/);
});

test('Split cuts a symbolic axis into equal parts, or the last smaller', () => {
  assert.deepEqual(call('Split', [floatTensor('2*n')], { opset: 13, outputs: 2 }).shapes, ['[n]', '[n]']);
  assert.deepEqual(call('Split', [floatTensor('n')], { outputs: 2, attributes: { num_outputs: int(2) } }).shapes, [
    '[floor((n + 1)/2)]',
    '[n - floor((n + 1)/2)]',
  ]);
});

test('Split passes known pieces on', () => {
  const { shapes, values } = call('Split', [vector('h', 'w', 3), vector(2, 1)], { outputs: 2 });
  assert.deepEqual(shapes, ['[2]', '[1]']);
  assert.deepEqual(values, [['h', 'w'], [3]]);
});

test('Split with sizes that are data leaves only its axis open', () => {
  const sizes: Given = { dtype: 'int64', shape: [2] };
  assert.deepEqual(call('Split', [floatTensor(4, 'n'), sizes], { outputs: 2 }).shapes, ['[?, n]', '[?, n]']);
  const lost: Given = { dtype: 'int64', shape: null };
  assert.deepEqual(call('Split', [floatTensor(4, 'n'), lost], { outputs: 2 }).shapes, ['[?, n]', '[?, n]']);
});

test('Split reports contradictions', () => {
  assert.throws(
    () => call('Split', [floatTensor(5)], { opset: 13, outputs: 2 }),
    /an axis of 5 is split into 2 equal parts/,
  );
  assert.throws(() => call('Split', [floatTensor(5), vector(2, 2)], { outputs: 2 }), /add up to 4, the axis has 5/);
  assert.throws(
    () => call('Split', [floatTensor(5), vector(5)], { outputs: 2 }),
    /split has 1 numbers, the node 2 outputs/,
  );
  assert.throws(
    () => call('Split', [floatTensor(5)], { outputs: 2, attributes: { num_outputs: int(3) } }),
    /num_outputs is 3, the node has 2 outputs/,
  );
  assert.throws(() => call('Split', [floatTensor(4)], { outputs: 7 }), /an axis of 4 is split into 7 parts/);
});

test('Split of revision 1 may take its sizes from an input', () => {
  const sizes: Given = { shape: [2] };
  assert.deepEqual(call('Split', [floatTensor(6), sizes], { opset: 1, outputs: 2 }).shapes, ['[?]', '[?]']);
  const attributes = { axis: int(1), split: ints(1, 3) };
  assert.deepEqual(call('Split', [floatTensor(6, 4)], { opset: 1, outputs: 2, attributes }).shapes, [
    '[6, 1]',
    '[6, 3]',
  ]);
});

test('a scalar has no axis to slice', () => {
  assert.throws(() => call('Slice', [scalar(3), vector(0), vector(1)]), Mismatch);
});
