import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonName, pattern } from '../../src/report/names.ts';

const cases: readonly [names: readonly string[], common: string][] = [
  [['layer3.1.conv2'], 'layer3.1.conv2'],
  [['a.0.b', 'a.1.b'], 'a.{0,1}.b'],
  [['a.2.b', 'a.1.b', 'a.0.b', 'a.3.b'], 'a.{0…3}.b'],
  [['a.0.b', 'a.2.b', 'a.9.b', 'a.30.b'], 'a.*.b'],
  [['layer1.0.relu', 'layer1.1.relu', 'layer2.0.relu'], 'layer*.*.relu'],
  [['features.0.0', 'features.1.conv'], 'features.*'],
  [['conv1', 'layer1.0.conv1'], 'conv1, …'],
  [['relu', 'relu'], 'relu'],
];
for (const [names, common] of cases)
  test(`${names.join(' and ')} are called ${common}`, () => {
    assert.equal(commonName(names), common);
  });

test('the copies of a block have one pattern, a second call of a module too', () => {
  assert.equal(pattern('layer3.12.relu_1', 'components'), 'layer3.*.relu');
  assert.equal(pattern('layer3.12.conv1', 'components'), 'layer3.*.conv1');
  assert.equal(pattern('layer3.12.conv1', 'digits'), 'layer*.*.conv*');
});
