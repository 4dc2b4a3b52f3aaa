import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attribute } from '../../src/model/model.ts';
import { bindInputs, bindOutputs, inferOutputs, readAttributes } from '../../src/operators/bind.ts';
import { lookup } from '../../src/operators/index.ts';
import { free, int, ints, Mismatch, Operand, operator, required } from '../../src/operators/operator.ts';

const tensor = (name: string, ...shape: bigint[]) => new Operand(name, { kind: 'tensor', dtype: 'float32', shape });
const attributes = (given: Readonly<Record<string, Attribute>>) => ({ attributes: new Map(Object.entries(given)) });
const found = (op: string, version = 17n) => {
  const entry = lookup('', op, version);
  assert.ok(entry !== undefined);
  return entry.operator;
};

test('binds inputs by name, those left out as undefined, a variadic tail as a list', () => {
  const [x, w, b] = [tensor('x', 1n), tensor('w', 2n), tensor('b', 3n)];
  assert.equal(bindInputs(found('Conv'), [x, w]).B, undefined);
  assert.equal(bindInputs(found('Conv'), [x, w, b]).B, b);
  assert.deepEqual(bindInputs(found('Sum'), [x, w, b]).data, [x, w, b]);
  assert.throws(() => bindInputs(found('Sum'), [undefined]), new Mismatch('it has no inputs'));
});

test('rejects a missing required input, and one too many', () => {
  const x = tensor('x', 1n);
  assert.throws(() => bindInputs(found('Conv'), [x, undefined]), new Mismatch('input W is missing'));
  assert.throws(() => bindInputs(found('Relu'), [x, x]), new Mismatch('it has 2 inputs; at most 1 expected'));
  assert.doesNotThrow(() => bindInputs(found('Relu'), [x, undefined]));
});

test('reads attributes with their defaults and leaves out those the entry does not name', () => {
  const values = readAttributes(
    found('Conv'),
    attributes({ group: { kind: 'int', value: 4n }, odd: { kind: 'int', value: 1n } }),
  );
  assert.equal(values.group, 4n);
  assert.equal(values.auto_pad, 'NOTSET');
  assert.equal(values.pads, undefined);
  assert.equal(Object.hasOwn(values, 'odd'), false);
});

test('rejects an attribute of a wrong kind, a missing required one, and a reference nobody bound', () => {
  assert.throws(
    () => readAttributes(found('Conv'), attributes({ group: { kind: 'float', value: 1 } })),
    new Mismatch('attribute group is of kind float; int expected'),
  );
  assert.throws(
    () => readAttributes(found('MaxPool'), attributes({})),
    new Mismatch('attribute kernel_shape is missing'),
  );
  assert.throws(
    () => readAttributes(found('Conv'), attributes({ group: { kind: 'reference', name: 'g' } })),
    new Mismatch('attribute group refers to `g`, which no caller has given'),
  );
});

const odd = operator({
  name: 'Odd',
  revisions: [1],
  source: 'this test',
  doc: 'Splits.',
  inputs: ['X', 'Y?'],
  outputs: ['first', '...rest'],
  attributes: { axis: int(0n), parts: required(ints()) },
  dtype: { first: 'Y' },
  shape: ({ X }) => ({ first: X.shape, rest: [[2n], [3n]] }),
  value: () => ({ rest: [undefined, [1n]] }),
  work: free,
  examples: [],
});

test('gives as many variadic outputs as the node names, and no element type from an input left out', () => {
  const inputs = bindInputs(odd, [tensor('x', 5n)]);
  const call = { opset: 1n, outputs: ['a', 'b', 'c', 'd'], label: 'Odd' };
  const facts = inferOutputs(odd, inputs, { axis: 0n, parts: [] }, call);
  assert.deepEqual(facts.slice(0, 3), [
    { kind: 'tensor', dtype: null, shape: [5n] },
    { kind: 'tensor', dtype: 'float32', shape: [2n] },
    { kind: 'tensor', dtype: 'float32', shape: [3n], value: [1n] },
  ]);
  assert.deepEqual(facts[3], {
    kind: 'tensor',
    dtype: 'float32',
    shape: { kind: 'unknown', why: 'the operator does not give this output' },
  });
  const bound = bindOutputs(
    odd,
    facts.map((fact, i) => new Operand(`o${i}`, fact)),
  );
  assert.equal(Array.isArray(bound.rest) ? bound.rest.length : 0, 3);
});
