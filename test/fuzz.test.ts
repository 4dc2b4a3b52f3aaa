/**
 * A slice of the fuzzer (`npm run fuzz`, docs/fuzzing.md) with a fixed seed: the same inputs on every machine, a few
 * seconds in all. What it finds comes with the number of the input; the fuzzer writes it down, made small.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCampaign, startTally } from '../scripts/fuzz/campaign.ts';
import { minimise } from '../scripts/fuzz/minimise.ts';
import { mutateModel } from '../scripts/fuzz/mutate-model.ts';
import { randomOf } from '../scripts/fuzz/random.ts';
import { exampleModels, specimens } from '../scripts/fuzz/seeds.ts';
import { type Target, targets } from '../scripts/fuzz/targets.ts';
import { parse, write } from '../scripts/fuzz/wire.ts';
import { FlopgateError } from '../src/problem.ts';

/** Inputs by target; what takes longest gets fewest. */
const slices: Readonly<Record<string, number>> = {
  read: 1000,
  profile: 1200,
  alike: 1000,
  diff: 400,
  'saved-profile': 300,
  'saved-report': 200,
  config: 400,
  glob: 1500,
  expression: 3000,
  arguments: 1500,
  pointer: 3000,
  event: 800,
};

for (const target of targets)
  test(`${slices[target.id]} hostile inputs to ${target.id} (${target.title}) end in a result that adds up or one problem`, () => {
    const findings: string[] = [];
    const tally = startTally();
    runCampaign(
      target,
      planOf(target, { onFinding: ({ index, error }) => findings.push(`#${index}: ${error}`) }),
      tally,
    );
    assert.deepEqual(findings, []);
    const understood = [...tally.outcomes].filter(([outcome]) => !outcome.startsWith('refused')).length;
    assert.ok(understood > 0, 'some inputs get past the door');
  });

function planOf(target: Target, more: { readonly onFinding: (f: { index: number; error: string }) => void }) {
  const corpus = [...target.seeds([])];
  return { seed: 'ci', from: 0, to: slices[target.id] ?? 0, corpus, guided: false, slowMs: 4000, ...more };
}

test('a seed gives the same inputs again, another seed others', () => {
  const inputs = (seed: string) => {
    const random = randomOf(seed);
    const [tree = []] = specimens().map((model) => parse(model, 'Model') ?? []);
    const stock = { others: [tree], operators: [{ name: 'Relu', domain: '' }] };
    return Array.from({ length: 20 }, () => Buffer.from(mutateModel(tree, 'Model', stock, random)).toString('hex'));
  };
  assert.deepEqual(inputs('a'), inputs('a'));
  assert.notDeepEqual(inputs('a'), inputs('b'));
  assert.ok(new Set(inputs('a')).size > 15);
});

test('a model taken apart and put together is the same file', () => {
  for (const model of [...specimens(), ...exampleModels()])
    assert.deepEqual(Buffer.from(write(parse(model, 'Model') ?? [])), Buffer.from(model));
});

/** A reader with one fault of each kind. */
const faulty: Target = {
  id: 'faulty',
  title: '',
  seeds: () => [Buffer.from('abcdefgh')],
  mutate: (input, _, random) => Buffer.concat([input, Buffer.from([random.int(256)])]),
  run(input) {
    const last = input.at(-1) ?? 0;
    if (last < 64) throw new TypeError('not expected');
    if (last < 128) throw new FlopgateError({ code: 'format/empty', severity: 'fatal', message: '', help: '' });
    if (last < 192) assert.equal(last, 0, 'a sum that is wrong');
    return 'read';
  },
};

test('an exception and a wrong sum are findings, a refusal is not', () => {
  const findings: string[] = [];
  const tally = startTally();
  const plan = { ...planOf(faulty, { onFinding: ({ error }) => findings.push(error) }), to: 200 };
  runCampaign(faulty, plan, tally);
  assert.equal(tally.inputs, 200);
  const count = (pattern: RegExp) => findings.filter((error) => pattern.test(error)).length;
  assert.ok(count(/^TypeError: not expected/) > 20 && count(/a sum that is wrong/) > 20);
  assert.equal(
    findings.length + (tally.outcomes.get('read') ?? 0) + (tally.outcomes.get('refused format/empty') ?? 0),
    200,
  );
});

test('code that no input reached before is noticed, and what reached it is kept', () => {
  const [target] = targets.filter(({ id }) => id === 'pointer');
  assert.ok(target);
  const corpus = [Buffer.from('x')];
  const tally = startTally();
  const mutate: Target['mutate'] = (_input, _corpus, random) => random.pick([Buffer.from('y'), ...target.seeds([])]);
  const plan = { seed: 'k', from: 0, to: 128, corpus, guided: true, slowMs: 4000, onFinding: () => {} };
  runCampaign({ ...target, mutate }, plan, tally);
  assert.ok(tally.kept >= 1 && tally.kept < 5, `${tally.kept} kept`);
});

test('a failing input is made as small as it can be while it still fails', () => {
  const fails = (input: Uint8Array) => Buffer.from(input).includes('bug');
  const input = Buffer.from('a long text with a bug somewhere in the middle of it');
  assert.equal(Buffer.from(minimise(input, undefined, fails)).toString(), 'bug');
  const [model = input] = specimens();
  const holdsIt = (candidate: Uint8Array) => Buffer.from(candidate).includes('LeakyRelu');
  const small = minimise(model, 'Model', holdsIt);
  assert.ok(holdsIt(small) && small.length < 30, `${small.length} bytes`);
});
