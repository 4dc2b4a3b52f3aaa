import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUnknown } from '../../src/model/dim.ts';
import type { Graph } from '../../src/model/model.ts';
import { bindInputs, bindOutputs, inferOutputs, readAttributes, workOf } from '../../src/operators/bind.ts';
import { lookup } from '../../src/operators/index.ts';
import { Operand } from '../../src/operators/operator.ts';

const tensor = (name: string, ...shape: bigint[]) => new Operand(name, { kind: 'tensor', dtype: 'float32', shape });

test('a graph that changes the scores leaves the other operations unknown, not uncounted', () => {
  const operator = lookup('ai.onnx.preview', 'FlexAttention', 1n)?.operator;
  assert.ok(operator !== undefined);
  const nothing: Graph = { name: '', nodes: [], inputs: [], outputs: [], tensors: new Map(), declared: new Map() };
  const attributes = readAttributes(operator, {
    attributes: new Map([['score_mod', { kind: 'graph', value: nothing }]]),
  });
  const [q, k, v] = [tensor('q', 1n, 2n, 5n, 4n), tensor('k', 1n, 2n, 7n, 4n), tensor('v', 1n, 2n, 7n, 6n)];
  const inputs = bindInputs(operator, [q, k, v]);
  const call = { opset: 1n, outputs: ['y'], label: 'FlexAttention' };
  const outputs = inferOutputs(operator, inputs, attributes, call).map((fact) => new Operand('y', fact));
  const work = workOf(operator, inputs, bindOutputs(operator, outputs), attributes, call);
  assert.equal(work.macs, 700n); // 2·5·7 · (4 + 6)
  assert.ok(isUnknown(work.other));
  assert.equal(work.other.why, 'the graph that changes its scores is not counted');
});

test('the logical elements of a packed weight are those of the matrix it stands for', () => {
  const operator = lookup('com.microsoft', 'MatMulNBits', 1n)?.operator;
  assert.equal(operator?.logicalElements.B?.({}, { N: 48n, K: 32n }), 1536n);
});
