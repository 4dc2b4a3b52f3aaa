import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileModel } from '../../src/analysis/measure.ts';
import type { Profile } from '../../src/analysis/profile.ts';
import { conventionNamed, conventions } from '../../src/conventions/index.ts';
import { type ConventionName, conventionNames } from '../../src/conventions/names.ts';
import { modelOf, optionsOf, textOf } from '../analysis/fixtures.ts';
import type { ModelSpec } from '../build.ts';

function counted(name: ConventionName, spec: ModelSpec): Profile {
  return profileModel(modelOf(spec), 'net.onnx', optionsOf(), conventionNamed(name));
}
function macs(name: ConventionName, spec: ModelSpec): string {
  return textOf(counted(name, spec).totals.macs);
}
function flops(name: ConventionName, spec: ModelSpec): string {
  return textOf(counted(name, spec).totals.flops);
}

const conv: ModelSpec = {
  inputs: { x: [2, 8, 10, 10] },
  outputs: ['y'],
  initializers: { w: { shape: [16, 8, 3, 3] }, b: { shape: [16] } },
  nodes: [{ op: 'Conv', inputs: ['x', 'w', 'b'], outputs: ['y'], attributes: { pads: [1, 1, 1, 1] } }],
};
const linear: ModelSpec = {
  inputs: { x: [2, 8] },
  outputs: ['y'],
  initializers: { w: { shape: [8, 16] }, b: { shape: [16] } },
  nodes: [{ op: 'Gemm', inputs: ['x', 'w', 'b'], outputs: ['y'] }],
};
const unary = (op: string, domain = ''): ModelSpec => ({
  opset: { '': 17, ...(domain !== '' && { [domain]: 1 }) },
  inputs: { x: [2, 8] },
  outputs: ['y'],
  nodes: [{ op, domain, inputs: ['x'], outputs: ['y'] }],
});
const scores: ModelSpec = {
  inputs: { a: [4, 5], b: [5, 6] },
  outputs: ['y'],
  nodes: [{ op: 'MatMul', inputs: ['a', 'b'], outputs: ['y'] }],
};

test('every name has its convention, in order, and our own has none', () => {
  assert.deepEqual(
    conventions.map(({ id }) => id),
    conventionNames.filter((name) => name !== 'flopgate'),
  );
  assert.equal(conventionNamed('flopgate'), undefined);
});

test('paper: 2·H·W·(Ci·K² + 1)·Co of convolutions, (2·I − 1)·O of fully connected layers', () => {
  // 2 · (2·100) · (8·9 + 1) · 16
  assert.equal(flops('paper', conv), '467200');
  // 2 rows · (2·8 − 1) · 16
  assert.equal(flops('paper', linear), '480');
  assert.match(flops('paper', scores), /^unknown: .*Molchanov et al\. have no formula/);
});

test('caffe: weight elements × positions, without batch, bias or anything else', () => {
  // 16·8·9 · 100, whatever the batch
  assert.equal(macs('caffe', conv), '115200');
  assert.equal(macs('caffe', linear), '128');
  assert.equal(macs('caffe', scores), '0');
  assert.equal(macs('caffe', unary('Relu')), '0');
});

test('tflite: two for each multiply-accumulate and the bias; 64 for a sigmoid', () => {
  // 2 · 200 · 1152 + 200·16
  assert.equal(flops('tflite', conv), '464000');
  // 2 · 2·128 + 32
  assert.equal(flops('tflite', linear), '544');
  assert.equal(flops('tflite', unary('Sigmoid')), '1024');
  assert.equal(flops('tflite', unary('Relu')), '0');
  assert.equal(flops('tflite', scores), '0');
});

test('tensorflow: the same for products, 5 for a softmax, nothing for Relu and Sigmoid', () => {
  assert.equal(flops('tensorflow', conv), '464000');
  assert.equal(flops('tensorflow', unary('Softmax')), '80');
  assert.equal(flops('tensorflow', unary('Sigmoid')), '0');
  // 2 · 4·5·6
  assert.equal(flops('tensorflow', scores), '240');
});

test('tensorflow: a transposed convolution divides by the channels and strides', () => {
  // |Y| = 2·6·21·21 = 5292; 2 · 5292 · (8·6·9) / (6 · 4), and 5292 for the bias
  assert.equal(flops('tensorflow', deconv), '195804');
  // 2 · |X| · Co·K = 2 · 1600 · 54, and the bias
  assert.equal(flops('tflite', deconv), '172800');
  // Ci·Co·Wo·Ho·(K/s²)·N = 8·6·441·2·9/4
  assert.equal(macs('netscope', deconv), '95256');
  // |X| · K·Ci + |Y| = 1600·72 + 5292
  assert.equal(macs('convnet-burden', deconv), '120492');
});

const deconv: ModelSpec = {
  inputs: { x: [2, 8, 10, 10] },
  outputs: ['y'],
  initializers: { w: { shape: [8, 6, 3, 3] }, b: { shape: [6] } },
  nodes: [{ op: 'ConvTranspose', inputs: ['x', 'w', 'b'], outputs: ['y'], attributes: { strides: [2, 2] } }],
};

test('netscope: a batch norm is a BatchNorm and a Scale; sums, comparisons and the rest have columns of their own', () => {
  const norm: ModelSpec = {
    inputs: { x: [2, 8, 10, 10] },
    outputs: ['y'],
    initializers: { s: { shape: [8] }, b: { shape: [8] }, m: { shape: [8] }, v: { shape: [8] } },
    nodes: [{ op: 'BatchNormalization', inputs: ['x', 's', 'b', 'm', 'v'], outputs: ['y'] }],
  };
  const { totals } = counted('netscope', norm);
  assert.deepEqual([textOf(totals.macs), textOf(totals.parameters)], ['1600', '16']);
  assert.equal(textOf(totals.flops), 'unknown: Netscope counts MACs only');
  assert.equal(macs('netscope', unary('Relu')), '0');
  assert.match(macs('netscope', scores), /^unknown: .*Caffe has no layer/);
  const lrn = { ...unary('LRN'), inputs: { x: [2, 8, 10, 10] } };
  const sized = { ...lrn, nodes: [{ op: 'LRN', inputs: ['x'], outputs: ['y'], attributes: { size: 5 } }] };
  const found = counted('netscope', sized).totals;
  assert.deepEqual([textOf(found.macs), textOf(found.parameters)], ['8000', '2']);
  // |Y| + N·(2 + 2C)·H·W
  assert.equal(macs('convnet-burden', sized), '5200');
});

test('convnet-burden: bias in convolutions, two for a ReLU, two for what a pool covers', () => {
  // 115200·2 + 3200
  assert.equal(macs('convnet-burden', conv), '233600');
  assert.equal(macs('convnet-burden', linear), '288');
  assert.equal(macs('convnet-burden', unary('Relu')), '32');
  const pool = { inputs: { x: [1, 8, 10, 10] }, outputs: ['y'] };
  const nodes = [
    { op: 'MaxPool', inputs: ['x'], outputs: ['y'], attributes: { kernel_shape: [2, 2], strides: [2, 2] } },
  ];
  // 2 · 8·25 · 4
  assert.equal(macs('convnet-burden', { ...pool, nodes }), '1600');
  const max = { inputs: { x: [2, 8] }, outputs: ['y'], nodes: [{ op: 'Max', inputs: ['x', 'x'], outputs: ['y'] }] };
  assert.equal(macs('convnet-burden', max), '32');
  assert.match(macs('convnet-burden', scores), /^unknown: .*MatConvNet has no layer/);
});

test('the number a tool does not give is unknown with that reason, and makes no layer unknown', () => {
  const profile = counted('thop', conv);
  assert.equal(textOf(profile.totals.flops), 'unknown: thop counts MACs only');
  assert.deepEqual([profile.layers[0]?.status, profile.coverage.unknown], ['known', 0]);
  assert.equal(textOf(counted('paper', conv).totals.macs), 'unknown: Molchanov et al. counts FLOPs only');
});

test('a profile names its convention, how near it comes, and says so among its problems', () => {
  const { convention, problems } = counted('ptflops', conv);
  assert.deepEqual([convention.id, convention.unit, convention.accuracy], ['ptflops', 'macs', 'near']);
  assert.match(convention.version, /^0\.7\.6 \(d612c75\)/);
  const [said] = problems.filter(({ code }) => code === 'operator/convention');
  assert.match(said?.message ?? '', /^MACs as ptflops counts them .* as near as a file tells\./);
  assert.equal(profileModel(modelOf(conv), 'net.onnx', optionsOf()).convention.id, 'flopgate');
});

test('everything but MACs, FLOPs and parameters stays what it is', () => {
  const [own, other] = [profileModel(modelOf(conv), 'net.onnx', optionsOf()), counted('thop', conv)];
  for (const key of ['weightBytes', 'readBytes', 'writeBytes', 'peakBytes', 'activationBytes'] as const)
    assert.equal(other.totals[key], own.totals[key], key);
});

test('an operator nobody knows is unknown, not 0', () => {
  for (const { id } of conventions) {
    const found = profileModel(
      modelOf(unary('Mystery', 'acme')),
      'net.onnx',
      optionsOf(),
      conventionNamed(id as ConventionName),
    );
    const metric = found.convention.unit === 'flops' ? 'flops' : 'macs';
    assert.match(textOf(found.totals[metric]), /^unknown: /, id);
  }
});

test('a fused operator that a tool has no word for is unknown where the tool counts such things', () => {
  const fused = unary('Gelu', 'com.microsoft');
  assert.match(macs('ptflops', fused), /^unknown: .*ptflops has no word for `com\.microsoft\.Gelu`/);
  // Only products count there, and this is none.
  assert.equal(macs('torch', fused), '0');
});

test('onnx-tool stops where it has no rule, and so does the count', () => {
  assert.match(macs('onnx-tool', unary('Softsign')), /^unknown: .*onnx-tool stops at `Softsign`/);
});

test('onnx-tool: a scalar has no elements, and a third axis of a pool is forgotten', () => {
  const scalar: ModelSpec = {
    inputs: { x: [] },
    outputs: ['y'],
    nodes: [{ op: 'Neg', inputs: ['x'], outputs: ['y'] }],
  };
  assert.equal(macs('onnx-tool', scalar), '0');
  const pool: ModelSpec = {
    inputs: { x: [1, 1, 4, 4, 4] },
    outputs: ['y'],
    nodes: [
      { op: 'MaxPool', inputs: ['x'], outputs: ['y'], attributes: { kernel_shape: [2, 2, 2], strides: [2, 2, 2] } },
    ],
  };
  assert.equal(macs('onnx-tool', pool), '16');
});

test('opcounter is exact on a plain file, near where it cannot see extents', () => {
  assert.equal(counted('opcounter', conv).convention.accuracy, 'exact');
  const open = counted('opcounter', { ...conv, inputs: { x: ['N', 8, 10, 10] } });
  assert.equal(open.convention.accuracy, 'near');
  assert.match(open.convention.why, /leaves extents of its inputs open/);
  assert.equal(textOf(open.totals.macs), '115200*N');
  assert.equal(counted('opcounter', unary('Gelu', 'com.microsoft')).convention.accuracy, 'near');
});

test('torch says that attention is counted otherwise where PyTorch fuses it', () => {
  const attention: ModelSpec = {
    inputs: { a: [4, 5], b: [5, 6] },
    outputs: ['y'],
    nodes: [
      { op: 'Softmax', inputs: ['a'], outputs: ['s'] },
      { op: 'MatMul', inputs: ['s', 'b'], outputs: ['y'] },
    ],
  };
  const { convention, totals } = counted('torch', attention);
  assert.deepEqual([convention.accuracy, textOf(totals.flops)], ['near', '240']);
  assert.match(convention.why, /scaled_dot_product_attention/);
  assert.equal(counted('torch', scores).convention.accuracy, 'exact');
});

test('torchstat stops at a linear layer of three axes', () => {
  const deep: ModelSpec = {
    inputs: { x: [1, 5, 8] },
    outputs: ['y'],
    initializers: { w: { shape: [8, 16] } },
    nodes: [{ op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] }],
  };
  assert.match(macs('torchstat', deep), /^unknown: .*asserts that a linear layer has 2 axes/);
  assert.equal(macs('torchstat', linear), '256');
  // Out · (2·In − 1), the batch left out
  assert.equal(flops('torchstat', linear), '240');
  assert.equal(macs('torchstat', { ...conv, inputs: { x: [1, 8, 4, 4] } }), '18688');
});

test('thop and torchinfo charge the parameters and tables they own to', () => {
  const embedding: ModelSpec = {
    inputs: { x: { dtype: 'int64', shape: [2, 3] } },
    outputs: ['y'],
    initializers: { table: { shape: [10, 4] } },
    nodes: [{ op: 'Gather', inputs: ['table', 'x'], outputs: ['y'] }],
  };
  // batch × the whole table
  assert.equal(macs('torchinfo', embedding), '80');
  assert.equal(textOf(counted('thop', embedding).totals.parameters), '0');
  assert.equal(textOf(counted('thop', conv).totals.parameters), '1168');
});

test('bodies are followed by tools that run the model, and closed to those that read the graph', () => {
  const body = {
    inputs: {},
    outputs: { r: [2, 8] },
    nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['r'] }],
  };
  const branches: ModelSpec = {
    inputs: { c: { dtype: 'bool', shape: [] }, x: [2, 8] },
    outputs: ['y'],
    nodes: [
      {
        op: 'If',
        inputs: ['c'],
        outputs: ['y'],
        attributes: { then_branch: { graph: body }, else_branch: { graph: { ...body } } },
      },
    ],
  };
  assert.equal(macs('ptflops', branches), '32');
  assert.equal(macs('opcounter', branches), '16');
  assert.match(macs('onnx-tool', branches), /^unknown: .*onnx-tool stops at `If`/);
});

test('quantized and packed operators count as the float ones they stand for', () => {
  const quantized: ModelSpec = {
    inputs: { x: { dtype: 'uint8', shape: [1, 8, 10, 10] } },
    outputs: ['y'],
    initializers: {
      s: { shape: [], values: [0.1] },
      z: { shape: [], dtype: 'uint8', values: [0] },
      w: { shape: [16, 8, 3, 3], dtype: 'uint8' },
      b: { shape: [16], dtype: 'int32' },
    },
    nodes: [
      {
        op: 'QLinearConv',
        inputs: ['x', 's', 'z', 'w', 's', 'z', 's', 'z', 'b'],
        outputs: ['y'],
        attributes: { pads: [1, 1, 1, 1] },
      },
    ],
  };
  assert.equal(macs('fvcore', quantized), '115200');
  assert.equal(macs('ptflops', quantized), '116800');
  assert.equal(macs('onnx-tool', quantized), '116800');
});

test('fvcore halves what numpy prints, rounded to four digits', () => {
  const einsum = (equation: string, a: number[], b: number[]): ModelSpec => ({
    inputs: { a, b },
    outputs: ['y'],
    nodes: [{ op: 'Einsum', inputs: ['a', 'b'], outputs: ['y'], attributes: { equation } }],
  });
  // 2·10·123·7·11 + 1 = 189421 → 1.894e+05 → 94700
  assert.equal(macs('fvcore', einsum('bhid,bhjd->bhij', [2, 5, 123, 11], [2, 5, 7, 11])), '94700');
  assert.equal(flops('calflops', einsum('bhid,bhjd->bhij', [2, 5, 123, 11], [2, 5, 7, 11])), '189400');
  assert.equal(flops('torch', einsum('bhid,bhjd->bhij', [2, 5, 123, 11], [2, 5, 7, 11])), '189420');
});
