import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  add,
  bind,
  ceilDiv,
  compare,
  type Dim,
  equal,
  floorDiv,
  isUnknown,
  keyOf,
  max,
  min,
  mod,
  mul,
  neg,
  power,
  product,
  sizeOf,
  sub,
  sum,
  symbol,
  symbolsOf,
  unknown,
} from '../../src/model/dim.ts';
import { formatDim, formatShape, parseDim } from '../../src/model/dim-text.ts';

const s = symbol('seq');
const b = symbol('batch');

/** A random expression with the function that computes it on plain integers. */
type Pair = readonly [Dim, (values: ReadonlyMap<string, bigint>) => bigint];
const floorOf = (a: bigint, n: bigint): bigint => (a % n !== 0n && a < 0n !== n < 0n ? a / n - 1n : a / n);
const pairs = fc.letrec<{ pair: Pair }>((tie) => {
  const leaf: fc.Arbitrary<Pair> = fc.oneof(
    fc.bigInt(-20n, 20n).map((n): Pair => [n, () => n]),
    fc.constantFrom('a', 'b', 'seq').map((name): Pair => [symbol(name), (v) => v.get(name) ?? 0n]),
  );
  const both = fc.tuple(tie('pair'), tie('pair'));
  const node: fc.Arbitrary<Pair> = fc.oneof(
    both.map(([[x, f], [y, g]]): Pair => [add(x, y), (v) => f(v) + g(v)]),
    both.map(([[x, f], [y, g]]): Pair => [sub(x, y), (v) => f(v) - g(v)]),
    both.map(([[x, f], [y, g]]): Pair => [mul(x, y), (v) => f(v) * g(v)]),
    both.map(([[x, f], [y, g]]): Pair => [max(x, y), (v) => (f(v) > g(v) ? f(v) : g(v))]),
    both.map(([[x, f], [y, g]]): Pair => [min(x, y), (v) => (f(v) < g(v) ? f(v) : g(v))]),
    fc.tuple(tie('pair'), fc.bigInt(1n, 9n)).map(([[x, f], n]): Pair => [floorDiv(x, n), (v) => floorOf(f(v), n)]),
    fc
      .tuple(tie('pair'), fc.bigInt(1n, 9n))
      .map(([[x, f], n]): Pair => [mod(x, n), (v) => f(v) - n * floorOf(f(v), n)]),
    fc.tuple(tie('pair'), fc.bigInt(1n, 9n)).map(([[x, f], n]): Pair => [ceilDiv(x, n), (v) => -floorOf(-f(v), n)]),
  );
  return { pair: fc.oneof({ maxDepth: 4, depthSize: 'small' }, leaf, node) };
}).pair;
const values = fc.tuple(fc.bigInt(0n, 40n), fc.bigInt(0n, 40n), fc.bigInt(0n, 40n)).map(
  ([a, bb, q]) =>
    new Map([
      ['a', a],
      ['b', bb],
      ['seq', q],
    ]),
);

describe('symbolic integers', () => {
  it('agree with plain integers once every symbol is bound', () => {
    fc.assert(
      fc.property(pairs, values, ([d, f], v) => {
        fc.pre(!isUnknown(d));
        assert.equal(bind(d, v), f(v));
      }),
      { numRuns: 3000 },
    );
  });

  it('read back what they print', () => {
    fc.assert(
      fc.property(pairs, ([d]) => {
        fc.pre(!isUnknown(d));
        const read = parseDim(formatDim(d));
        assert.ok(read !== undefined);
        assert.equal(keyOf(read), keyOf(d), formatDim(d));
      }),
      { numRuns: 2000 },
    );
  });

  it('call two expressions equal or ordered only where they are for every value', () => {
    fc.assert(
      fc.property(pairs, pairs, values, ([x, f], [y, g], v) => {
        fc.pre(!isUnknown(x) && !isUnknown(y));
        const same = equal(x, y);
        if (same !== undefined) assert.equal(f(v) === g(v), same);
        const order = compare(x, y);
        if (order === 1) assert.ok(f(v) >= g(v));
        if (order === -1) assert.ok(f(v) <= g(v));
        if (order === 0) assert.equal(f(v), g(v));
      }),
      { numRuns: 2000 },
    );
  });

  it('keep one normal form whatever the order of the operations', () => {
    assert.equal(keyOf(mul(add(b, s), add(b, s))), keyOf(sum([mul(b, b), product([2n, b, s]), power(s, 2)])));
    assert.equal(sub(mul(b, s), mul(s, b)), 0n);
    assert.equal(keyOf(max(b, s)), keyOf(max(s, b)));
    assert.equal(keyOf(max(max(b, s), b)), keyOf(max(b, s)));
  });

  it('see that the smaller of two is not more than either', () => {
    // max(min(seq, 64), seq) = seq, as exporters write a slice of a table
    assert.equal(formatDim(max(min(s, 64n), s)), 'seq');
    assert.equal(compare(s, min(s, 64n)), 1);
    assert.equal(compare(min(s, 64n), 64n), -1);
    assert.equal(compare(min(s, 64n), b), undefined);
    // Not below is not different from: at seq = 0 both are 0.
    assert.equal(equal(s, min(s, 64n)), undefined);
    assert.equal(formatDim(floorDiv(mul(32n, max(min(s, 64n), s)), mul(8n, s))), '4');
  });

  it('divide exactly where the divisor is a factor', () => {
    // batch·seq·768 / (batch·12) = 64·seq
    assert.equal(formatDim(floorDiv(product([b, s, 768n]), mul(b, 12n))), '64*seq');
    // (2·batch + 2·seq) / (batch + seq) = 2
    assert.equal(floorDiv(mul(2n, add(b, s)), add(b, s)), 2n);
  });

  it('pull whole parts out of a floor and merge nested floors', () => {
    assert.equal(formatDim(floorDiv(add(mul(4n, s), 6n), 4n)), 'seq + 1');
    // ⌊(2h + 2) / 4⌋ = ⌊(h + 1) / 2⌋
    assert.equal(keyOf(floorDiv(add(mul(2n, s), 2n), 4n)), keyOf(floorDiv(add(s, 1n), 2n)));
    // Five convolutions of stride 2: ⌊(… ⌊(h − 1)/2⌋ + 1 …)⌋ stays one quotient deep
    let h: Dim = s;
    for (let i = 0; i < 5; i++) h = add(floorDiv(sub(h, 1n), 2n), 1n);
    assert.equal(formatDim(h), 'floor((seq + 31)/32)');
  });

  it('round towards minus infinity', () => {
    assert.equal(floorDiv(-7n, 2n), -4n);
    assert.equal(ceilDiv(-7n, 2n), -3n);
    assert.equal(mod(-7n, 2n), 1n);
    assert.equal(floorDiv(7n, -2n), -4n);
  });

  it('say division by zero is unknown instead of throwing', () => {
    assert.ok(isUnknown(floorDiv(s, 0n)));
    assert.ok(isUnknown(bind(floorDiv(10n, s), new Map([['seq', 0n]]))));
  });
});

describe('unknown', () => {
  const u = unknown('the data decides');
  it('absorbs what is computed with it and keeps its reason', () => {
    for (const d of [
      add(u, 1n),
      add(s, u),
      sub(1n, u),
      mul(u, s),
      floorDiv(u, 2n),
      floorDiv(2n, u),
      max(u, 1n),
      max(1n, u),
    ])
      assert.deepEqual(d, u);
    assert.deepEqual(bind(u, new Map([['seq', 1n]])), u);
    assert.equal(equal(u, u), undefined);
    assert.equal(compare(u, 1n), undefined);
  });

  it('times zero is zero: an empty tensor has no elements whatever the rest', () => {
    assert.equal(mul(0n, u), 0n);
    assert.equal(product([u, 3n, 0n]), 0n);
  });

  it('is the size of a tensor whose rank is unknown', () => {
    assert.deepEqual(sizeOf(u), u);
    assert.equal(sizeOf([2n, 3n]), 6n);
    assert.equal(sizeOf([]), 1n);
  });
});

describe('bounds', () => {
  it('give up, and say so, before an expression grows without end', () => {
    let d: Dim = 1n;
    for (let i = 0; i < 40; i++) d = mul(d, add(symbol(`s${i}`), 1n));
    assert.ok(isUnknown(d));
    let n: Dim = 3n;
    for (let i = 0; i < 20; i++) n = mul(n, n);
    assert.ok(isUnknown(n));
    let p: Dim = s;
    for (let i = 0; i < 10; i++) p = mul(p, p);
    assert.ok(isUnknown(p));
  });
});

describe('text', () => {
  it('puts the highest degree first and the constant last', () => {
    const cost = sum([5n, product([24n, b, s, s]), product([-2n, s])]);
    assert.equal(formatDim(cost), '24*batch*seq^2 - 2*seq + 5');
    assert.equal(formatDim(neg(s)), '-seq');
    assert.equal(formatDim(unknown('x')), '?');
    assert.equal(formatShape([b, 3n, add(mul(2n, s), 1n)]), '[batch, 3, 2*seq + 1]');
    assert.equal(formatShape(unknown('x')), '[?…]');
  });

  it('reads the expressions exporters write', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['2*s0 + s1', '2*s0 + s1'],
      ['s77 // 2', 'floor(s77/2)'],
      ['floor(h/2 - 1/2) + 1', 'floor((h + 1)/2)'],
      ['ceil(h/2)', 'floor((h + 1)/2)'],
      ['Max(1, n)', 'max(1, n)'],
      ['(4*n)/2', '2*n'],
      ['n**2', 'n^2'],
      ['-n + 3', '-n + 3'],
      ['n % 2', 'n - 2*floor(n/2)'],
      ['`odd name`*2', '2*`odd name`'],
    ];
    for (const [text, expected] of cases) {
      const d = parseDim(text);
      assert.ok(d !== undefined, text);
      assert.equal(formatDim(d), expected, text);
    }
  });

  it('refuses what is not an integer expression', () => {
    for (const text of [
      '',
      'a b',
      'n/2',
      '2 *',
      '(n',
      'f(n)',
      'n^-1',
      'n^99',
      'é',
      '1 ? 2',
      'n;',
      '+',
      'x'.repeat(9000),
      `${'('.repeat(500)}n${')'.repeat(500)}`,
      `${'max(1,'.repeat(500)}n${')'.repeat(500)}`,
    ])
      assert.equal(parseDim(text), undefined, text);
  });

  it('end in unknown, not in a text without end, where floors and maxima nest', () => {
    let d: Dim = s;
    for (let i = 0; i < 3000 && !isUnknown(d); i++) d = floorDiv(mul(max(sub(d, b), 5n), symbol(`s${i}`)), 3n);
    assert.ok(isUnknown(d));
  });

  it('prints a minimum as one', () => {
    assert.equal(formatDim(min(s, 64n)), 'min(seq, 64)');
    assert.equal(formatDim(add(mul(-3n, max(neg(s), -64n)), b)), 'batch + 3*min(seq, 64)');
    assert.equal(formatDim(max(neg(s), -64n)), '-min(seq, 64)');
    assert.equal(formatDim(mul(mul(b, 2n), min(s, 64n))), '2*batch*min(seq, 64)');
    assert.equal(formatDim(mul(min(s, 64n), min(s, 64n))), 'min(seq, 64)^2');
  });

  it('takes a maximum and a number beside it apart in another maximum', () => {
    const [past, total] = [symbol('past'), symbol('total')];
    const rest = sub(total, min(past, total));
    assert.equal(formatDim(max(rest, s)), 'max(-past + total, seq)');
    assert.equal(
      formatDim(
        bind(
          max(rest, s),
          new Map([
            ['past', 9n],
            ['total', 4n],
            ['seq', 3n],
          ]),
        ),
      ),
      '3',
    );
  });

  it('lists the symbols an expression holds, also inside floors and maxima', () => {
    assert.deepEqual(symbolsOf(add(floorDiv(s, 2n), max(b, symbol('a')))), ['a', 'batch', 'seq']);
    assert.deepEqual(symbolsOf(3n), []);
  });
});

it('rounding up by two minus signs is written as rounding up, and so is known to be no less than 0', () => {
  const up = neg(floorDiv(neg(symbol('seq')), 4n));
  assert.equal(formatDim(up), 'floor((seq + 3)/4)');
  assert.equal(keyOf(up), keyOf(ceilDiv(symbol('seq'), 4n)));
  assert.equal(equal(up, -1n), false);
  assert.equal(formatDim(floorDiv(sub(5n, mul(2n, symbol('n'))), 4n)), '-floor((n + 1)/2) + 1');
});

it('a floor by a negative number is written as one by a positive, and so reads back as the same', () => {
  const x = symbol('x');
  assert.equal(formatDim(floorDiv(x, -2n)), '-floor((x + 1)/2)');
  for (const values of [-7n, -2n, 0n, 3n, 8n])
    assert.equal(bind(floorDiv(x, -2n), new Map([['x', values]])), floorDiv(values, -2n));
  const remainder = mod(x, -2n);
  assert.deepEqual(parseDim(formatDim(remainder)), remainder);
});
