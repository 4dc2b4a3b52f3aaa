import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dim, unknown } from '../../src/model/dim.ts';
import { formatDim, formatShape, parseDim } from '../../src/model/dim-text.ts';
import { type DType, isFloat } from '../../src/model/dtype.ts';
import type { Attribute, Scalar, Tensor } from '../../src/model/model.ts';
import { bindInputs, bindOutputs, inferOutputs, readAttributes, workOf } from '../../src/operators/bind.ts';
import { everyOperator } from '../../src/operators/index.ts';
import {
  type AttributeSpec,
  type Call,
  type Example,
  type ExampleOperand,
  type Fact,
  Operand,
  type Operator,
} from '../../src/operators/operator.ts';
import { common } from '../../src/operators/sequence.ts';

const operators = everyOperator();

for (const entry of operators)
  for (const [i, example] of entry.examples.entries()) {
    const name = entry.domain === '' ? entry.name : `${entry.domain}.${entry.name}`;
    test(`${name}, ${entry.revisions.at(0)}–${entry.revisions.at(-1)}: ${example.title ?? `example ${i + 1}`}`, () =>
      run(entry, example));
  }

test('every operator has an example, a source, and prose', () => {
  for (const entry of operators) {
    const label = `${entry.domain}.${entry.name}`;
    assert.ok(entry.examples.length > 0, `${label} has no example`);
    assert.ok(entry.source.length > 0, `${label} has no source`);
    assert.ok(entry.doc.endsWith('.'), `${label}: its doc should be sentences`);
  }
});

function run(entry: Operator, example: Example): void {
  if (entry.control !== undefined) return; // bodies are the walk's: test/analysis
  const inputs = bindInputs(entry, operandsOf(entry, example));
  const attributes = readAttributes(entry, { attributes: attributesOf(entry, example) });
  const call: Call = {
    opset: BigInt(example.opset ?? entry.revisions.at(-1) ?? 1),
    outputs: outputNames(entry, example),
    label: entry.name,
  };
  const facts = inferOutputs(entry, inputs, attributes, call);
  const outputs = bindOutputs(
    entry,
    facts.map((fact, i) => new Operand(entry.outputs[i]?.name ?? 'y', fact)),
  );
  for (const [name, expected] of Object.entries(example.gives)) {
    const got = outputs[name];
    const list = isList(expected) ? expected : [expected];
    assert.ok(got !== undefined, `no output ${name}`);
    list.forEach((e, k) => {
      const operand = Array.isArray(got) ? got[k] : got;
      assert.ok(operand instanceof Operand, `no output ${name}[${k}]`);
      compare(operand.fact, e, `${name}${isList(expected) ? `[${k}]` : ''}`);
    });
  }
  const work = workOf(entry, inputs, outputs, attributes, call);
  assert.equal(formatDim(work.macs), formatDim(count(example.macs)), 'macs');
  assert.equal(formatDim(work.other), formatDim(count(example.other)), 'other operations');
}

function compare(fact: Fact, expected: ExampleOperand, name: string): void {
  if ('sequence' in expected || 'optional' in expected) {
    assert.deepEqual(shapesOf(fact), shapesOf(factOf(expected)), name);
    return;
  }
  assert.equal(fact.kind, 'tensor');
  if (fact.kind !== 'tensor') return;
  const wanted = 'shape' in expected ? expected : { shape: expected };
  assert.equal(formatShape(fact.shape), formatShape(wanted.shape.map(dim)), `shape of ${name}`);
  if ('dtype' in wanted && wanted.dtype !== undefined) assert.equal(fact.dtype, wanted.dtype, `dtype of ${name}`);
  if ('value' in wanted && wanted.value !== undefined) {
    const dtype = fact.dtype ?? 'float32';
    assert.deepEqual(
      fact.value?.map(show),
      wanted.value.map((v) => show(scalar(v, dtype))),
      `value of ${name}`,
    );
  }
}

function operandsOf(entry: Operator, example: Example): readonly (Operand | undefined)[] {
  return entry.inputs.flatMap((slot) => {
    const given = example.given[slot.name];
    if (given === undefined) return slot.variadic ? [] : [undefined];
    return isList(given) ? given.map((g, k) => operand(`${slot.name}${k}`, g)) : [operand(slot.name, given)];
  });
}

/** Kinds and shapes as text, item by item. */
function shapesOf(fact: Fact): unknown {
  if (fact.kind === 'tensor') return formatShape(fact.shape);
  if (fact.kind === 'optional') return { optional: shapesOf(fact.element) };
  return fact.kind === 'sequence' ? { sequence: fact.items?.map(shapesOf) ?? shapesOf(fact.element) } : fact;
}

function operand(name: string, given: ExampleOperand): Operand {
  return new Operand(name, factOf(given));
}

function factOf(given: ExampleOperand): Fact {
  if ('optional' in given) return { kind: 'optional', element: factOf(given.optional) };
  if ('sequence' in given) {
    const items = given.sequence.map(factOf);
    return { kind: 'sequence', element: common(items), length: BigInt(items.length), items };
  }
  const { shape, dtype = 'float32', value } = 'shape' in given ? given : { shape: given, value: undefined };
  return {
    kind: 'tensor',
    dtype,
    shape: shape.map(dim),
    ...(value !== undefined && { value: value.map((v) => scalar(v, dtype)) }),
  };
}

function isList(x: ExampleOperand | readonly ExampleOperand[]): x is readonly ExampleOperand[] {
  return Array.isArray(x) && x.some((e) => typeof e === 'object');
}

function outputNames(entry: Operator, example: Example): readonly string[] {
  return entry.outputs.flatMap((slot) => {
    const expected = example.gives[slot.name];
    if (expected === undefined) return [''];
    return slot.variadic && isList(expected) ? expected.map((_, k) => `${slot.name}${k}`) : [slot.name];
  });
}

function attributesOf(entry: Operator, example: Example): ReadonlyMap<string, Attribute> {
  const map = new Map<string, Attribute>();
  for (const [name, value] of Object.entries(example.attributes ?? {})) {
    const spec = entry.attributes[name];
    assert.ok(spec !== undefined, `the entry has no attribute ${name}`);
    map.set(name, attribute(spec, value));
  }
  return map;
}

function attribute(spec: AttributeSpec<unknown>, value: number | string | readonly (number | string)[]): Attribute {
  const list = (Array.isArray(value) ? value : [value]) as readonly (number | string)[];
  switch (spec.kind) {
    case 'int':
      return { kind: 'int', value: BigInt(String(value)) };
    case 'float':
      return { kind: 'float', value: Number(value) };
    case 'string':
      return { kind: 'string', value: String(value) };
    case 'ints':
      return { kind: 'ints', value: list.map((v) => BigInt(v)) };
    case 'floats':
      return { kind: 'floats', value: list.map(Number) };
    case 'strings':
      return { kind: 'strings', value: list.map(String) };
    case 'tensor':
      return { kind: 'tensor', value: tensorOf(list.map(Number)) };
    default:
      throw new Error(`an example cannot give an attribute of kind ${spec.kind}`);
  }
}

/** A vector of integers, or of floats where one is none. */
function tensorOf(numbers: readonly number[]): Tensor {
  const dtype = numbers.every(Number.isInteger) ? 'int64' : 'float32';
  const elementCount = BigInt(numbers.length);
  const elements = (from: number, to: number) => numbers.slice(from, to).map((x) => scalar(x, dtype));
  return { name: '', dtype, shape: [elementCount], elementCount, byteLength: 4n, place: 'inline', elements };
}

function dim(d: number | string): Dim {
  if (d === '?') return unknown('the example says so');
  const parsed = typeof d === 'number' ? BigInt(d) : parseDim(d);
  assert.ok(parsed !== undefined, `${d} is not a dimension`);
  return parsed;
}

function scalar(v: number | bigint | string, dtype: DType): Scalar {
  if (typeof v === 'string') return dtype === 'string' ? v : dim(v);
  if (typeof v === 'bigint') return v;
  return isFloat(dtype) ? v : BigInt(v);
}

function show(x: Scalar): string {
  return typeof x === 'object' ? formatDim(x) : `${typeof x} ${x}`;
}

function count(expected: bigint | string | undefined): Dim {
  return typeof expected === 'bigint' ? expected : expected === undefined ? 0n : dim(expected);
}
