/** Whatever a file gives an operator, its rules end in an answer, in Mismatch or in Undetermined: never in a crash. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dim, isKnown, product, symbol, unknown } from '../../src/model/dim.ts';
import { type DType, isFloat } from '../../src/model/dtype.ts';
import type { Attribute, Scalar } from '../../src/model/model.ts';
import { bindInputs, bindOutputs, inferOutputs, readAttributes, workOf } from '../../src/operators/bind.ts';
import { everyOperator } from '../../src/operators/index.ts';
import { type Fact, Mismatch, Operand, type Operator, Undetermined } from '../../src/operators/operator.ts';

const operators = everyOperator();

const rounds = 40;
const dtypes: readonly DType[] = ['float32', 'int64', 'int32', 'uint8', 'int8', 'bool', 'float16', 'string'];
const dims: readonly Dim[] = [0n, 1n, 2n, 3n, 4n, 5n, 8n, 16n, symbol('n'), unknown('nobody said')];
const whole = [0n, 1n, 2n, 4n, -1n, 8n, 1_000_000_000_000n];
const words = ['', 'none', 'silu', 'linear', 'SAME_UPPER', 'nearest'];

/** The same numbers in every run. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function generator(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return (state >> 8) % n;
  };
}

function pick<T>(list: readonly T[], random: (n: number) => number): T {
  const found = list[random(list.length)];
  assert.ok(found !== undefined);
  return found;
}

function factOf(random: (n: number) => number): Fact {
  if (random(20) === 0) return { kind: 'sequence', element: { kind: 'opaque', why: 'nobody said' } };
  if (random(12) === 0) return { kind: 'tensor', dtype: null, shape: unknown('nobody said') };
  const shape = Array.from({ length: random(6) }, () => pick(dims, random));
  const dtype = pick(dtypes, random);
  const count = product(shape);
  if (!isKnown(count) || count > 64n || random(2) === 0) return { kind: 'tensor', dtype, shape };
  const element = (): Scalar => (dtype === 'string' ? 'a' : isFloat(dtype) ? random(9) - 2 : BigInt(random(9) - 2));
  return { kind: 'tensor', dtype, shape, value: Array.from({ length: Number(count) }, element) };
}

function attributeOf(kind: string, random: (n: number) => number): Attribute | undefined {
  switch (kind) {
    case 'int':
      return { kind, value: pick(whole, random) };
    case 'float':
      return { kind, value: random(3) - 1 };
    case 'string':
      return { kind, value: pick(words, random) };
    case 'ints':
      return { kind, value: Array.from({ length: random(5) }, () => BigInt(random(5) - 1)) };
    case 'floats':
      return { kind, value: [1, 2] };
    case 'strings':
      return { kind, value: ['a'] };
    default:
      return undefined;
  }
}

/** Runs every rule of an entry once; a rule may refuse. True when the shapes could be told. */
function exercise(entry: Operator, random: (n: number) => number): boolean {
  const refusals = <T>(rule: () => T): T | undefined => {
    try {
      return rule();
    } catch (error) {
      if (error instanceof Mismatch || error instanceof Undetermined) return undefined;
      throw error;
    }
  };
  const given = entry.inputs.flatMap((slot): (Operand | undefined)[] => {
    if (slot.variadic) return Array.from({ length: random(4) }, (_, i) => new Operand(`x${i}`, factOf(random)));
    return [slot.optional && random(2) === 0 ? undefined : new Operand(slot.name, factOf(random))];
  });
  const attributes = new Map<string, Attribute>();
  for (const [name, spec] of Object.entries(entry.attributes)) {
    const attribute = spec.required || random(3) === 0 ? attributeOf(spec.kind, random) : undefined;
    if (attribute !== undefined) attributes.set(name, attribute);
  }
  const call = { opset: BigInt(entry.revisions.at(-1) ?? 1), outputs: entry.outputs.map((o) => o.name), label: 'it' };
  const inputs = refusals(() => bindInputs(entry, given));
  const values = refusals(() => readAttributes(entry, { attributes }));
  if (inputs === undefined || values === undefined) return false;
  const facts = refusals(() => inferOutputs(entry, inputs, values, call));
  if (facts === undefined) return false;
  const outputs = bindOutputs(
    entry,
    facts.map((fact, i) => new Operand(`y${i}`, fact)),
  );
  refusals(() => workOf(entry, inputs, outputs, values, call));
  for (const rule of Object.values(entry.reads)) refusals(() => rule(inputs, outputs, values));
  for (const rule of Object.values(entry.logicalElements)) refusals(() => rule(inputs, values));
  return true;
}

test('no rule of any operator crashes on operands and attributes at random', () => {
  const random = generator(20_261_123);
  let told = 0;
  for (let round = 0; round < rounds; round++)
    for (const entry of operators)
      if (entry.control === undefined) {
        try {
          if (exercise(entry, random)) told++;
        } catch (error) {
          assert.fail(`${entry.domain}.${entry.name}: ${error instanceof Error ? error.stack : error}`);
        }
      }
  assert.ok(told > 1000, `${told} answers`);
});
