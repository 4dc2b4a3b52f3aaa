import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyOperator, lookup, newestOpset } from '../../src/operators/index.ts';

const operators = everyOperator();

test('finds the entry in force: the largest revision not above the operator set', () => {
  assert.equal(lookup('', 'Clip', 6n)?.revision, 6);
  assert.deepEqual(
    lookup('', 'Clip', 10n)?.operator.inputs.map((i) => i.name),
    ['input'],
  );
  const clip = lookup('', 'Clip', 12n);
  assert.equal(clip?.revision, 12);
  assert.deepEqual(
    clip?.operator.inputs.map((i) => i.name),
    ['input', 'min', 'max'],
  );
});

test('does not find an operator before its first revision, nor one of another domain', () => {
  assert.equal(lookup('', 'Gelu', 19n), undefined);
  assert.equal(lookup('', 'BiasGelu', 20n), undefined);
  assert.equal(lookup('', 'constructor', 20n), undefined);
});

test('says that an operator set is newer than those read, in every domain', () => {
  assert.equal(lookup('', 'Relu', newestOpset)?.newer, false);
  assert.equal(lookup('', 'Relu', newestOpset + 1n)?.newer, true);
  for (const { domain, name } of operators) {
    const newest = new Map([
      ['', newestOpset],
      ['ai.onnx.ml', 5n],
      ['com.ms.internal.nhwc', newestOpset],
    ]);
    const version = newest.get(domain) ?? 1n;
    assert.equal(lookup(domain, name, version)?.newer, false, `${domain}.${name}`);
    assert.equal(lookup(domain, name, version + 1n)?.newer, true, `${domain}.${name}`);
  }
});

test('no two entries claim the same revision of an operator', () => {
  const seen = new Map<string, number>();
  for (const { domain, name, revisions } of operators)
    for (const revision of revisions) {
      const key = `${domain}.${name} ${revision}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  assert.deepEqual(
    [...seen].filter(([, n]) => n > 1).map(([key]) => key),
    [],
  );
});

test('roles, reads and logical elements name inputs of their entry', () => {
  for (const o of operators) {
    const names = new Set(o.inputs.map((i) => i.name));
    for (const key of [o.roles, o.reads, o.logicalElements].flatMap((record) => Object.keys(record)))
      assert.ok(names.has(key), `${o.domain}.${o.name} has no input ${key}`);
  }
});

test('finds entries that are made when asked for, and every entry by its own name', () => {
  assert.equal(lookup('com.microsoft', 'ReluGrad', 1n)?.operator.name, 'ReluGrad');
  assert.equal(lookup('com.ms.internal.nhwc', 'Conv', 11n)?.revision, 11);
  assert.equal(lookup('TRT', 'NoSuch_TRT', 1n), undefined);
  for (const { domain, name, revisions } of operators)
    for (const revision of revisions)
      assert.ok(
        lookup(domain, name, BigInt(revision))?.operator.revisions.includes(revision),
        `${domain}.${name} ${revision}`,
      );
});
