import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare } from '../../src/diff/compare.ts';
import type { Diff, Kind } from '../../src/diff/diff.ts';
import { measured, misplaced, renamed, type Spec, side, unexplained } from './sides.ts';

/** One step of a random network: an operator on earlier results, by how far back they are. */
interface Step {
  readonly op: 'Conv' | 'Relu' | 'Sigmoid' | 'Add' | 'Mul' | 'Identity' | 'Transpose';
  readonly first: number;
  readonly second: number;
  readonly kernel: number;
  readonly bias: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  op: fc.constantFrom('Conv', 'Conv', 'Relu', 'Sigmoid', 'Add', 'Mul', 'Identity', 'Transpose'),
  first: fc.nat(3),
  second: fc.nat(5),
  kernel: fc.constantFrom(1, 3),
  bias: fc.boolean(),
});
const network = fc.array(step, { minLength: 1, maxLength: 24 });

/** 4 channels throughout, 8 × 8 throughout, so that any result fits any operator. */
function spec(steps: readonly Step[], values = true): Spec {
  const results = ['x'];
  const at = (back: number): string => results[Math.max(0, results.length - 1 - back)] ?? 'x';
  const initializers: Record<string, { shape: number[]; external?: { location: string } }> = {};
  const nodes = steps.map((s, i) => {
    const output = `v${i}`;
    const inputs = [at(s.first)];
    if (s.op === 'Add' || s.op === 'Mul') inputs.push(at(s.second));
    const external = values ? {} : { external: { location: 'weights.bin' } };
    if (s.op === 'Conv') {
      initializers[`w${i}`] = { shape: [4, 4, s.kernel, s.kernel], ...external };
      inputs.push(`w${i}`);
      if (s.bias) {
        initializers[`b${i}`] = { shape: [4], ...external };
        inputs.push(`b${i}`);
      }
    }
    results.push(output);
    const pads = Array<number>(4).fill((s.kernel - 1) / 2);
    return {
      op: s.op,
      name: `${s.op}_${i}`,
      inputs,
      outputs: [output],
      ...(s.op === 'Conv' && { attributes: { pads } }),
      ...(s.op === 'Transpose' && { attributes: { perm: [0, 1, 3, 2] } }),
    };
  });
  return { inputs: { x: [1, 4, 8, 8] }, outputs: [results.at(-1) ?? 'x'], initializers, nodes };
}

const runs = { numRuns: 60 };

test('a network compared with itself has no records', () => {
  fc.assert(
    fc.property(network, fc.boolean(), (steps, values) => {
      const one = side(spec(steps, values));
      const diff = compare(one, side(spec(steps, values)));
      assert.deepEqual(diff.records, []);
      assert.equal(diff.pairs.length, diff.unchanged);
      assert.deepEqual(misplaced(diff, one, one), []);
    }),
    runs,
  );
});

test('a network with every node and tensor renamed has no records', () => {
  fc.assert(
    fc.property(network, (steps) => {
      const base = side(spec(steps));
      assert.ok(base.model);
      assert.deepEqual(compare(base, measured(renamed(base.model))).records, []);
    }),
    runs,
  );
});

test('records and what is folded explain the difference of every additive total', () => {
  fc.assert(
    fc.property(network, network, fc.boolean(), (before, after, values) => {
      assert.deepEqual(unexplained(compare(side(spec(before, values)), side(spec(after, values)))), []);
    }),
    runs,
  );
});

test('every layer of either side is in exactly one place', () => {
  fc.assert(
    fc.property(network, network, (before, after) => {
      const [base, head] = [side(spec(before)), side(spec(after))];
      const diff = compare(base, head);
      if (diff.related) assert.deepEqual(misplaced(diff, base, head), []);
    }),
    runs,
  );
});

const flipped: Partial<Record<Kind, Kind>> = { added: 'removed', removed: 'added', fused: 'split', split: 'fused' };

function shape(diff: Diff, isFlipped: boolean): unknown {
  const [from, to] = isFlipped ? (['head', 'base'] as const) : (['base', 'head'] as const);
  const ids = (layers: readonly { readonly id: number }[]): string => layers.map((l) => l.id).join();
  return {
    records: diff.records
      .map((r) => {
        const changes = r.changes
          .map((c) => (isFlipped ? `${c.what} ${c.to} ${c.from}` : `${c.what} ${c.from} ${c.to}`))
          .sort();
        return `${isFlipped ? (flipped[r.kind] ?? r.kind) : r.kind} ${ids(r[from])} ${ids(r[to])} ${changes.join()}`;
      })
      .sort(),
    pairs: diff.pairs.map((p) => `${p[from].id} ${p[to].id} ${p.phase}`).sort(),
    related: diff.related,
    unchanged: diff.unchanged,
    blocks: diff.blocks.map((b) => (isFlipped ? `${b.name} ${b.to} ${b.from}` : `${b.name} ${b.from} ${b.to}`)).sort(),
  };
}

test('comparing b with a mirrors comparing a with b', () => {
  fc.assert(
    fc.property(network, network, fc.boolean(), (before, after, values) => {
      const [base, head] = [side(spec(before, values)), side(spec(after, values))];
      assert.deepEqual(shape(compare(head, base), true), shape(compare(base, head), false));
    }),
    runs,
  );
});

test('another kernel in one layer of a chain is that one change', () => {
  const chain = fc
    .array(step, { minLength: 6, maxLength: 20 })
    .map((steps) => steps.map((s) => ({ ...s, first: 0, second: 0 })));
  fc.assert(
    fc.property(chain, fc.nat(100), (steps, where) => {
      const at = where % steps.length;
      fc.pre(steps[at]?.op === 'Conv');
      const edited = steps.map((s, i) => (i === at ? { ...s, kernel: s.kernel === 1 ? 3 : 1 } : s));
      const diff = compare(side(spec(steps, false)), side(spec(edited, false)));
      assert.equal(diff.pairs.length, steps.length);
      assert.deepEqual(
        diff.records.map((r) => [
          r.kind,
          r.base[0]?.index,
          r.head[0]?.index,
          r.changes.some((c) => c.what === 'kernel'),
        ]),
        [['modified', at, at, true]],
      );
    }),
    runs,
  );
});
