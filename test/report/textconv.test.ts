import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySource } from '../../src/bytes/source.ts';
import { count } from '../../src/count.ts';
import { modelText } from '../../src/report/textconv.ts';
import { onnx } from '../build.ts';

type Spec = Parameters<typeof onnx>[0];

function textOf(spec: Spec): readonly string[] {
  const options = { inputs: new Map(), bind: new Map() };
  const { profile, model } = count(memorySource('m.onnx', onnx(spec)), 'm.onnx', options);
  return modelText(profile, model).trimEnd().split('\n');
}

const net = (values: readonly number[], more: Partial<Spec> = {}): Spec => ({
  producer: 'hand',
  inputs: { x: ['batch', 2] },
  outputs: ['z'],
  initializers: { w: { shape: [2, 3], values: [...values] } },
  nodes: [
    { op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'], name: 'fc' },
    { op: 'Relu', inputs: ['y'], outputs: ['z'], name: 'act' },
  ],
  ...more,
});

test('expressions stay expressions, and a layer is known by what it reads', () => {
  const lines = textOf(net([1, 2, 3, 4, 5, 6]));
  assert.ok(lines.includes('fc: MatMul(x) -> float32[batch, 3]; parameter float32[2, 3]; parameters 6; macs 6*batch'));
  assert.ok(lines.includes('act: Relu(fc) -> float32[batch, 3]'));
  assert.ok(lines.includes('output: z float32[batch, 3] <- act'), lines.join('\n'));
});

test('another name for every tensor changes no line but those of inputs and outputs', () => {
  const renamed = net([1, 2, 3, 4, 5, 6], {
    initializers: { weight: { shape: [2, 3], values: [1, 2, 3, 4, 5, 6] } },
    nodes: [
      { op: 'MatMul', inputs: ['x', 'weight'], outputs: ['hidden'], name: 'fc' },
      { op: 'Relu', inputs: ['hidden'], outputs: ['z'], name: 'act' },
    ],
  });
  assert.deepEqual(textOf(renamed), textOf(net([1, 2, 3, 4, 5, 6])));
});

test('other weights change the fingerprint and nothing else', () => {
  const [before, after] = [textOf(net([1, 2, 3, 4, 5, 6])), textOf(net([1, 2, 3, 4, 5, 7]))];
  assert.deepEqual(before.slice(0, -1), after.slice(0, -1));
  assert.match(before.at(-1) ?? '', /^weights: 1 sampled, #[0-9a-f]{8}$/);
  assert.notEqual(before.at(-1), after.at(-1));
});

test('weights that are not in the file are said to be away', () => {
  const away = net([], {
    initializers: { w: { shape: [2, 3], external: { location: 'w.bin', offset: 0, length: 24 } } },
  });
  assert.equal(textOf(away).at(-1), 'weights: 1 not at hand');
});

test('a second output, a missing input, an unknown operator and an attribute have their place', () => {
  const lines = textOf({
    inputs: { x: [4, 6] },
    outputs: ['b', 'c'],
    nodes: [
      { op: 'Split', inputs: ['x'], outputs: ['a', 'b'], name: 'split', attributes: { axis: 1, num_outputs: 2 } },
      { op: 'Clip', inputs: ['a', '', 'b'], outputs: ['d'], name: 'clip' },
      { op: 'Mystery', domain: 'their.own', inputs: ['d'], outputs: ['c'], name: 'm', attributes: { s: 'a\nb' } },
    ],
    opset: { '': 18, 'their.own': 1 },
  });
  assert.ok(
    lines.some((line) => line.startsWith('split: Split(x) -> float32[4, 3], float32[4, 3]; axis=1; num_outputs=2')),
  );
  assert.ok(lines.some((line) => line.startsWith('clip: Clip(split, , split#1) -> ')));
  assert.ok(
    lines.some((line) => /^m: their\.own\.Mystery\(clip\) -> .*; s=a b; macs unknown \(.*; unknown: ./.test(line)),
    lines.join('\n'),
  );
  assert.ok(
    lines.some((line) => line.startsWith('total flops: unknown (')),
    lines.join('\n'),
  );
});
