import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  add,
  bind,
  type Dim,
  floorDiv,
  isUnknown,
  max,
  min,
  mul,
  power,
  product,
  sub,
  symbol,
  unknown,
} from '../../src/model/dim.ts';
import { parseDim } from '../../src/model/dim-text.ts';
import { degreeIn, type Sign, signOfDifference } from '../../src/model/growth.ts';

const seq = symbol('seq');
const batch = symbol('batch');

function read(text: string): Dim {
  const d = parseDim(text);
  assert.ok(d !== undefined && !isUnknown(d), text);
  return d;
}

/** Expressions that grow upwards, with the power of seq each grows by. */
const growing: fc.Arbitrary<readonly [Dim, number]> = fc.letrec<{ e: readonly [Dim, number] }>((tie) => {
  const leaf = fc.oneof(
    fc.bigInt(1n, 50n).map((n): readonly [Dim, number] => [n, 0]),
    fc.constant<readonly [Dim, number]>([seq, 1]),
    fc.constant<readonly [Dim, number]>([batch, 0]),
  );
  const both = fc.tuple(tie('e'), tie('e'));
  return {
    e: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      both.map(([[a, m], [b, n]]): readonly [Dim, number] => [add(a, b), Math.max(m, n)]),
      both.map(([[a, m], [b, n]]): readonly [Dim, number] => [mul(a, b), m + n]),
      both.map(([[a, m], [b, n]]): readonly [Dim, number] => [max(a, b), Math.max(m, n)]),
      both.map(([[a, m], [b, n]]): readonly [Dim, number] => [min(a, b), Math.min(m, n)]),
      fc.tuple(tie('e'), fc.bigInt(1n, 9n)).map(([[a, m], n]): readonly [Dim, number] => [floorDiv(add(a, n), n), m]),
    ),
  };
}).e;

describe('the degree of a symbol', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['5', 0],
    ['batch', 0],
    ['24*batch*seq + 7', 1],
    ['12*batch*seq + 4*batch*seq^2', 2],
    ['batch*seq*floor((seq + 3)/16)', 2],
    ['max(seq^2, 1000*seq)', 2],
    ['min(seq^2, 1000*seq)', 1],
    ['min(seq, 64)*seq', 1],
    ['seq^3 - 2*seq', 3],
    ['max(64 - seq, 0)', 0],
    ['max(64 - seq, -seq^2)', 1],
    ['floor(64/seq)', 0],
    ['floor(seq^3/seq)', 2],
    ['floor(seq^2/(seq + 1))', 1],
  ];
  for (const [text, degree] of cases)
    it(`of ${text} is ${degree}`, () => {
      assert.equal(degreeIn(read(text), 'seq'), degree);
    });

  it('of an unknown is not known', () => {
    assert.equal(degreeIn(unknown('no'), 'seq'), undefined);
  });

  it('is at most too high where terms cancel, never too low', () => {
    // ⌊seq²/2⌋·2 − seq² is 0 or −1
    assert.equal(degreeIn(sub(mul(2n, floorDiv(power(seq, 2), 2n)), power(seq, 2)), 'seq'), 2);
  });

  it('is what the sum, product, maximum, minimum and floor of growing parts make of theirs', () => {
    fc.assert(
      fc.property(growing, ([d, degree]) => {
        fc.pre(!isUnknown(d));
        assert.equal(degreeIn(d, 'seq'), degree);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the sign of a difference', () => {
  const cases: readonly (readonly [string, Sign])[] = [
    ['batch*seq', { kind: 'never-less' }],
    ['-4*batch*seq - 1', { kind: 'never-more' }],
    ['seq - 1024', { kind: 'more-above', symbol: 'seq', above: 1024n }],
    ['1000 - seq', { kind: 'less-above', symbol: 'seq', above: 1000n }],
    ['batch*seq^2 - 1024*batch*seq', { kind: 'more-above', symbol: 'seq', above: 1024n }],
    ['3*batch*seq - 100*batch', { kind: 'more-above', symbol: 'seq', above: 33n }],
    ['floor(seq/4) - 10', { kind: 'more-above', symbol: 'seq', above: 43n }],
    ['seq - batch', { kind: 'depends' }],
    // Two roots, 1 and 9.
    ['seq^2 - 10*seq + 9', { kind: 'depends' }],
    ['seq - 4*floor(seq/3)', { kind: 'depends' }],
  ];
  for (const [text, sign] of cases)
    it(`of ${text} is said as ${sign.kind}`, () => {
      assert.deepEqual(signOfDifference(read(text)), sign);
    });

  it('of a number or an unknown needs no words', () => {
    assert.equal(signOfDifference(3n), undefined);
    assert.equal(signOfDifference(unknown('no')), undefined);
  });

  it('holds at every value tried', () => {
    const coefficient = fc.bigInt(-30n, 30n);
    const polynomial = fc
      .tuple(coefficient, coefficient, coefficient, fc.boolean(), fc.bigInt(1n, 5n))
      .map(([a, b, c, shared, n]) => {
        const x = n === 1n ? seq : floorDiv(add(seq, 1n), n);
        const d = add(add(mul(a, power(x, 2)), mul(b, x)), c);
        return shared ? product([d, batch]) : d;
      });
    fc.assert(
      fc.property(polynomial, fc.bigInt(0n, 200n), fc.bigInt(1n, 9n), (d, s, b) => {
        const sign = signOfDifference(d);
        const value = bind(
          d,
          new Map([
            ['seq', s],
            ['batch', b],
          ]),
        );
        assert.ok(typeof value === 'bigint');
        if (sign?.kind === 'never-less') assert.ok(value >= 0n);
        if (sign?.kind === 'never-more') assert.ok(value <= 0n);
        if (sign?.kind === 'more-above') assert.equal(value > 0n, s > sign.above);
        if (sign?.kind === 'less-above') assert.equal(value < 0n, s > sign.above);
      }),
      { numRuns: 3000 },
    );
  });
});
