import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelSpec, NodeSpec } from '../build.ts';
import { profiled } from './fixtures.ts';

/** The module of the last of these nodes. */
function moduleOf(nodes: readonly NodeSpec[], initializers: ModelSpec['initializers'] = {}): string {
  const [output = ''] = nodes.at(-1)?.outputs ?? [];
  return profiled({ inputs: { x: [4, 4] }, outputs: [output], initializers, nodes }).layers.at(-1)?.module ?? 'none';
}

const scopes = (text: string) => ({ 'pkg.torch.onnx.name_scopes': text });

test('a parameter that one node reads names its module', () => {
  const node = { op: 'MatMul', inputs: ['x', 'layer1.0.fc.weight'], outputs: ['y'], name: '/other/path/MatMul' };
  assert.equal(moduleOf([node], { 'layer1.0.fc.weight': { shape: [4, 4] } }), 'layer1.0.fc');
});

test('a parameter with two readers names neither: exporters merge parameters of equal content', () => {
  const nodes = [
    { op: 'Mul', inputs: ['x', 'block.0.ln1.weight'], outputs: ['a'], name: '/block.0/ln1/Mul' },
    { op: 'Mul', inputs: ['a', 'block.0.ln1.weight'], outputs: ['b'], name: '/block.0/ln2/Mul' },
  ];
  assert.equal(moduleOf(nodes, { 'block.0.ln1.weight': { shape: [4] } }), 'block.0.ln2');
});

test('an Identity bears the true name of a merged parameter', () => {
  const nodes = [
    { op: 'Identity', inputs: ['onnx::Conv_1'], outputs: ['block.1.ln2.weight'] },
    { op: 'Mul', inputs: ['x', 'block.1.ln2.weight'], outputs: ['y'] },
  ];
  assert.equal(moduleOf(nodes, { 'onnx::Conv_1': { shape: [4] } }), 'block.1.ln2');
});

test('the scopes of the dynamo exporter, without the operation', () => {
  const metadata = scopes("['', 'layer1', 'layer1.0', 'layer1.0.relu', 'relu_1']");
  assert.equal(moduleOf([{ op: 'Relu', inputs: ['x'], outputs: ['y'], metadata }]), 'layer1.0.relu');
});

test('a convolution with the scope of the norm folded into it is only told the module around', () => {
  const metadata = scopes("['', 'layer1', 'layer1.0', 'layer1.0.bn1', '_native_batch_norm_legit_no_training_1']");
  const node = { op: 'MatMul', inputs: ['x', 'val_1'], outputs: ['y'], metadata };
  assert.equal(moduleOf([node], { val_1: { shape: [4, 4] } }), 'layer1.0');
  // Its own weight says more.
  assert.equal(
    moduleOf([{ ...node, inputs: ['x', 'layer1.0.conv1.weight'] }], { 'layer1.0.conv1.weight': { shape: [4, 4] } }),
    'layer1.0.conv1',
  );
});

test('scopes that the exporter left empty say nothing', () => {
  const metadata = scopes("['_empty_nn_module_stack_from_metadata_hook', 'sym_size_int']");
  assert.equal(moduleOf([{ op: 'Relu', inputs: ['x'], outputs: ['y'], metadata }]), '');
});

test('the node path of TorchScript, a repeated part once', () => {
  const named = (name: string): string => moduleOf([{ op: 'Relu', inputs: ['x'], outputs: ['y'], name }]);
  assert.equal(named('/layer1/layer1.0/relu/Relu_1'), 'layer1.0.relu');
  assert.equal(named('/features/features.0/Relu'), 'features.0');
  assert.equal(named('/Relu'), '');
  assert.equal(named('Relu_7'), '');
});

test('a node without a name takes the path of its output', () => {
  assert.equal(moduleOf([{ op: 'Relu', inputs: ['x'], outputs: ['/head/act/Relu_output_0'] }]), 'head.act');
});

test('what a body does not say is what its owner says', () => {
  const profile = profiled({
    opset: { '': 17, acme: 1 },
    inputs: { x: [4] },
    outputs: ['y'],
    functions: [
      {
        domain: 'acme',
        name: 'F',
        inputs: ['a'],
        outputs: ['b'],
        opset: 17,
        nodes: [{ op: 'Relu', inputs: ['a'], outputs: ['b'] }],
      },
    ],
    nodes: [{ op: 'F', domain: 'acme', inputs: ['x'], outputs: ['y'], name: '/head/act/F' }],
  });
  assert.deepEqual(
    profile.layers.map((l) => l.module),
    ['head.act', 'head.act'],
  );
});
