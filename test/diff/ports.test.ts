import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../src/diff/compare.ts';
import type { Side } from '../../src/diff/diff.ts';
import { type Spec, side } from './sides.ts';

type NodeSpec = Spec['nodes'][number];
const microsoft = { domain: 'com.microsoft' };
const kernel = { shape: [4, 4, 1, 1] };
const scale = { shape: [], values: [0.1] };
const zero = { shape: [], dtype: 'int8', values: [0] } as const;
const quantized = { s: scale, z: zero };

/** Without the model, so that no weight tells: pairs of operators with the first outputs' names. */
function pairs(base: Spec, head: Spec): readonly string[] {
  const blind = (spec: Spec): Side => ({ profile: side(spec).profile });
  return compare(blind(base), blind(head))
    .pairs.map((p) => `${p.base.outputs[0]?.name} ${p.head.outputs[0]?.name}`)
    .filter((text) => !text.includes('quantized'));
}

const quantize: NodeSpec = { op: 'QuantizeLinear', inputs: ['x', 's', 'z'], outputs: ['quantized x'] };

function convolved(from: string, name: string): NodeSpec {
  return { op: 'QLinearConv', inputs: [from, 's', 'z', `w${name}`, 's', 'z', 's', 'z'], outputs: [name] };
}

test('branches of a quantised Concat are told by the place of their data, whatever scales stand between', () => {
  const names = ['a', 'b', 'c', 'd'];
  const branches = names.map((name): NodeSpec => ({ op: 'Conv', inputs: ['x', `w${name}`], outputs: [name] }));
  const base: Spec = {
    inputs: { x: [1, 4, 8, 8] },
    outputs: ['y'],
    initializers: Object.fromEntries(names.map((name) => [`w${name}`, kernel])),
    nodes: [...branches, { op: 'Concat', inputs: names, outputs: ['y'], attributes: { axis: 1 } }],
  };
  const head: Spec = {
    ...base,
    initializers: {
      ...quantized,
      ...Object.fromEntries(names.map((name) => [`w${name}`, { ...kernel, dtype: 'int8' }])),
    },
    nodes: [
      quantize,
      ...['c', 'a', 'd', 'b'].map((name) => convolved('quantized x', name)),
      {
        op: 'QLinearConcat',
        ...microsoft,
        inputs: ['s', 'z', ...names.flatMap((name) => [name, 's', 'z'])],
        outputs: ['q'],
        attributes: { axis: 1 },
      },
      { op: 'DequantizeLinear', inputs: ['q', 's', 'z'], outputs: ['y'] },
    ],
  };
  assert.deepEqual(pairs(base, head), ['a a', 'b b', 'c c', 'd d', 'y q']);
});

/** `gates` gated convolutions in a row, as WaveNet has them; of the quantised ones only the sigmoid is an integer's. */
function gated(gates: number, isQuantized: boolean): Spec {
  const nodes: NodeSpec[] = isQuantized ? [quantize] : [];
  const weights: string[] = [];
  let from = isQuantized ? 'quantized x' : 'x';
  for (let k = 0; k < gates; k++) {
    const [f, g] = [`f${k}`, `g${k}`];
    weights.push(`w${f}`, `w${g}`);
    if (isQuantized)
      nodes.push(
        convolved(from, g),
        convolved(from, f),
        { op: 'QLinearSigmoid', ...microsoft, inputs: [g, 's', 'z', 's', 'z'], outputs: [`s${k}`] },
        { op: 'DequantizeLinear', inputs: [f, 's', 'z'], outputs: [`quantized ${f}`] },
        { op: 'Tanh', inputs: [`quantized ${f}`], outputs: [`t${k}`] },
        { op: 'QuantizeLinear', inputs: [`t${k}`, 's', 'z'], outputs: [`quantized t${k}`] },
        {
          op: 'QLinearMul',
          ...microsoft,
          inputs: [`quantized t${k}`, 's', 'z', `s${k}`, 's', 'z', 's', 'z'],
          outputs: [`m${k}`],
        },
      );
    else
      nodes.push(
        { op: 'Conv', inputs: [from, `w${f}`], outputs: [f] },
        { op: 'Tanh', inputs: [f], outputs: [`t${k}`] },
        { op: 'Conv', inputs: [from, `w${g}`], outputs: [g] },
        { op: 'Sigmoid', inputs: [g], outputs: [`s${k}`] },
        { op: 'Mul', inputs: [`t${k}`, `s${k}`], outputs: [`m${k}`] },
      );
    from = `m${k}`;
  }
  nodes.push(
    isQuantized
      ? { op: 'DequantizeLinear', inputs: [from, 's', 'z'], outputs: ['y'] }
      : { op: 'Identity', inputs: [from], outputs: ['y'] },
  );
  const weight = isQuantized ? ({ ...kernel, dtype: 'int8' } as const) : kernel;
  return {
    inputs: { x: [1, 4, 8, 8] },
    outputs: ['y'],
    initializers: { ...(isQuantized && quantized), ...Object.fromEntries(weights.map((name) => [name, weight])) },
    nodes,
  };
}

test('two branches that look alike but for their activations are not paired crosswise when only one activation is quantised', () => {
  const expected = [0, 1, 2, 3].flatMap((k) => [
    `f${k} f${k}`,
    `t${k} t${k}`,
    `g${k} g${k}`,
    `s${k} s${k}`,
    `m${k} m${k}`,
  ]);
  assert.deepEqual(
    pairs(gated(4, false), gated(4, true)).filter((p) => !p.startsWith('y')),
    expected,
  );
});

test('of copies that cost the same, those that kept their names are the old ones', () => {
  const stack = (width: number, copies: number): Spec => ({
    inputs: { x: [1, width] },
    outputs: ['y'],
    initializers: Object.fromEntries(Array.from({ length: copies }, (_, k) => [`w${k}`, { shape: [width, width] }])),
    nodes: Array.from({ length: copies }, (_, k) => [
      { op: 'MatMul', name: `/r/MatMul_${k}`, inputs: [k === 0 ? 'x' : `a${k - 1}`, `w${k}`], outputs: [`m${k}`] },
      { op: 'Relu', name: `/r/Relu_${k}`, inputs: [`m${k}`], outputs: [k === copies - 1 ? 'y' : `a${k}`] },
    ]).flat(),
  });
  assert.deepEqual(pairs(stack(8, 2), stack(12, 4)), ['m0 m0', 'a0 a0', 'm1 m1', 'y a1']);
});
