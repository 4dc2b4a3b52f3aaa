import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunctionSpec, ModelSpec } from '../build.ts';
import { codesOf, profiled, textOf, typeOf } from './fixtures.ts';

const dense: FunctionSpec = {
  domain: 'acme',
  name: 'Dense',
  inputs: ['a', 'b', 'bias'],
  outputs: ['out'],
  attributes: ['slope'],
  defaults: { turn: 1 },
  opset: 17,
  nodes: [
    {
      op: 'Gemm',
      inputs: ['a', 'b', 'bias'],
      outputs: ['g'],
      attributes: { transB: { ref: 'turn', kind: 'int' } },
    },
    { op: 'LeakyRelu', inputs: ['g'], outputs: ['out'], attributes: { alpha: { ref: 'slope', kind: 'float' } } },
  ],
};

function calling(nodes: ModelSpec['nodes'], functions: readonly FunctionSpec[] = [dense]): ModelSpec {
  return {
    opset: { '': 17, acme: 1 },
    inputs: { x: [2, 4] },
    outputs: [nodes.at(-1)?.outputs[0] ?? ''],
    initializers: { w: { shape: [8, 4] }, v: { shape: [8, 8] }, c: { shape: [8] } },
    functions,
    nodes,
  };
}

const call = (inputs: readonly string[], output: string, name: string, turn?: number) => ({
  op: 'Dense',
  domain: 'acme',
  name,
  inputs,
  outputs: [output],
  ...(turn !== undefined && { attributes: { turn } }),
});

test('a call is its own layer without cost, followed by what the function does', () => {
  const profile = profiled(calling([call(['x', 'w', 'c'], 'y', 'first')]));
  assert.equal(typeOf(profile, 'y'), 'float32[2, 8]');
  assert.deepEqual(
    profile.layers.map((l) => [l.op, l.index, l.owner, l.body, l.macs, l.parameters]),
    [
      ['Dense', 0, undefined, undefined, 0n, 0n],
      ['Gemm', null, 0, 'Dense', 64n, 40n], // 2·4·8; 32 + 8
      ['LeakyRelu', null, 0, 'Dense', 0n, 0n],
    ],
  );
  assert.equal(profile.totals.macs, 64n);
  assert.equal(profile.totals.parameters, 40n);
});

test('an attribute of the call overrides the default, and one not given is left out', () => {
  const [, gemm, leaky] = profiled(calling([call(['x', 'w', 'c'], 'y', 'first')])).layers;
  assert.deepEqual(gemm?.attributes.get('transB'), { kind: 'int', value: 1n });
  assert.equal(leaky?.attributes.has('alpha'), false);
  const profile = profiled(calling([call(['x', 'w', 'c'], 'y', 'first', 0)]));
  assert.match(typeOf(profile, 'y'), /unknown/); // [2, 4] · [8, 4] does not multiply untransposed
});

test('an input the caller leaves out is absent inside', () => {
  const profile = profiled(calling([call(['x', 'w'], 'y', 'first')]));
  assert.equal(profile.totals.parameters, 32n);
});

test('two calls are told apart: each tensor has a name of its own', () => {
  const profile = profiled(calling([call(['x', 'w', 'c'], 'h', 'first'), call(['h', 'v', 'c'], 'y', 'second')]));
  assert.deepEqual(
    profile.layers.flatMap((l) => l.outputs.map((o) => o.name)),
    ['h', 'first/g', 'first/out', 'y', 'second/g', 'second/out'],
  );
  assert.equal(profile.totals.macs, 192n); // 2·4·8 + 2·8·8
  assert.equal(profile.totals.parameters, 104n); // 32 + 64 + 8, the bias tied
});

test('what a call returns is no new storage', () => {
  // x 32; g 64 and out 64; the call gives `out` under another name.
  assert.equal(profiled(calling([call(['x', 'w', 'c'], 'y', 'first')])).totals.activationBytes, 160n);
});

test('functions call functions, with attributes handed on', () => {
  const twice: FunctionSpec = {
    domain: 'acme',
    name: 'Twice',
    inputs: ['p', 'q'],
    outputs: ['r'],
    attributes: ['t'],
    opset: { '': 17, acme: 1 },
    nodes: [
      {
        op: 'Dense',
        domain: 'acme',
        inputs: ['p', 'q'],
        outputs: ['m'],
        attributes: { turn: { ref: 't', kind: 'int' } },
      },
      {
        op: 'Dense',
        domain: 'acme',
        inputs: ['m', 'q'],
        outputs: ['r'],
        attributes: { turn: { ref: 't', kind: 'int' } },
      },
    ],
  };
  const spec: ModelSpec = {
    ...calling(
      [{ op: 'Twice', domain: 'acme', inputs: ['x', 'w'], outputs: ['y'], name: 'both', attributes: { t: 0 } }],
      [dense, twice],
    ),
    initializers: { w: { shape: [4, 4] } },
  };
  const profile = profiled(spec);
  assert.equal(profile.totals.macs, 64n); // 2 · 2·4·4
  assert.equal(profile.totals.parameters, 16n);
  assert.deepEqual(
    profile.layers.map((l) => l.owner),
    [undefined, 0, 1, 1, 0, 4, 4],
  );
});

test('a function that calls itself is refused, and the rest is measured', () => {
  const endless: FunctionSpec = {
    domain: 'acme',
    name: 'Endless',
    inputs: ['p'],
    outputs: ['q'],
    opset: { '': 17, acme: 1 },
    nodes: [{ op: 'Endless', domain: 'acme', inputs: ['p'], outputs: ['q'], name: 'again' }],
  };
  const profile = profiled(calling([{ op: 'Endless', domain: 'acme', inputs: ['x'], outputs: ['y'] }], [endless]));
  assert.match(typeOf(profile, 'y'), /calls itself/);
  assert.deepEqual(codesOf(profile), ['model/function']);
  assert.equal(profile.coverage.unknown, 2);
});

test('more inputs than the function takes are refused', () => {
  assert.deepEqual(codesOf(profiled(calling([call(['x', 'w', 'c', 'x'], 'y', 'first')]))), ['model/function']);
});

test('an output that is not used leaves what makes it dead', () => {
  const two: FunctionSpec = {
    domain: 'acme',
    name: 'Two',
    inputs: ['p'],
    outputs: ['q', 'r'],
    opset: 17,
    nodes: [
      { op: 'Exp', inputs: ['p'], outputs: ['q'] },
      { op: 'Sqrt', inputs: ['p'], outputs: ['r'] },
    ],
  };
  const spec = calling([{ op: 'Two', domain: 'acme', inputs: ['x'], outputs: ['y', 'z'] }], [two]);
  const profile = profiled({ ...spec, outputs: ['y'] });
  assert.deepEqual(
    profile.layers.map((l) => [l.op, l.dead ?? false]),
    [
      ['Two', false],
      ['Exp', false],
      ['Sqrt', true],
    ],
  );
});

test('calls that multiply without end are cut off, and the totals are unknown rather than small', () => {
  // Twelve levels of ten calls each would be 10^12 nodes. 20,000 + 16 × (12 × 10 + 1) are run.
  const level = (i: number): FunctionSpec => ({
    domain: 'acme',
    name: `L${i}`,
    inputs: ['p0'],
    outputs: ['p10'],
    opset: { '': 17, acme: 1 },
    nodes: Array.from({ length: 10 }, (_, k) =>
      i === 0
        ? { op: 'Relu', inputs: [`p${k}`], outputs: [`p${k + 1}`] }
        : { op: `L${i - 1}`, domain: 'acme', inputs: [`p${k}`], outputs: [`p${k + 1}`] },
    ),
  });
  const functions = Array.from({ length: 12 }, (_, i) => level(i));
  const profile = profiled(calling([{ op: 'L11', domain: 'acme', inputs: ['x'], outputs: ['y'] }], functions));
  assert.match(textOf(profile.totals.macs), /^unknown: .*more than 21936 nodes in bodies and functions/);
});
