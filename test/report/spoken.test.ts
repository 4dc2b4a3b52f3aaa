import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeWords, functionsOf, isRespelling, spoken } from '../../src/report/spoken.ts';

const swaps: readonly [from: string, to: string, words: string][] = [
  ['Relu', 'Sigmoid + Mul', 'activation Relu → SiLU'],
  ['Relu', 'Div + Erf + Add + Mul + Mul', 'activation Relu → Gelu'],
  ['Relu', 'Mul + Mul + Mul + Add + Mul + Tanh + Add + Mul', 'activation Relu → Gelu (tanh)'],
  ['Relu', 'Pow + Mul + Add + Mul + Tanh + Add + Mul + Mul', 'activation Relu → Gelu (tanh)'],
  ['Clip', 'Add + Clip + Div + Mul', 'activation Clip → HardSwish'],
  ['HardSigmoid + Mul', 'Softplus + Tanh + Mul', 'activation HardSwish → Mish'],
  ['Relu + GlobalAveragePool + Flatten', 'Sigmoid + Mul + ReduceMean + Reshape', 'activation Relu → SiLU'],
  ['Add + Relu', 'Add + Tanh', 'activation Relu → Tanh'],
  ['Conv + Relu', 'Gemm', 'op Conv + Relu → Gemm'],
];
for (const [from, to, words] of swaps)
  test(`${from} → ${to} is said as ${words}`, () => {
    assert.equal(changeWords(spoken([{ what: 'op', from, to }])), words);
  });

test('one function in other operators is told from a change', () => {
  assert.ok(isRespelling({ what: 'op', from: 'GlobalAveragePool + Flatten', to: 'ReduceMean + Reshape' }));
  assert.ok(isRespelling({ what: 'op', from: 'Gelu', to: 'Div + Erf + Add + Mul + Mul' }));
  assert.ok(!isRespelling({ what: 'op', from: 'Relu', to: 'Sigmoid + Mul' }));
  assert.ok(!isRespelling({ what: 'activation', from: 'Relu', to: 'Relu' }));
});

test('a list too long to be one function is left as it is', () => {
  const long = Array<string>(65).fill('Sigmoid + Mul').join(' + ');
  assert.equal(functionsOf(long).length, 130);
});

test('other changes keep their words', () => {
  const words = changeWords(
    spoken([
      { what: 'outChannels', from: 64, to: 96 },
      { what: 'bias', from: null, to: 'yes' },
    ]),
  );
  assert.equal(words, 'out channels 64 → 96, bias none → yes');
});
