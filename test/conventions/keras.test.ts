/** What TensorFlow's profiler and the rules of the TFLite converter gave for Keras applications. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileModel } from '../../src/analysis/measure.ts';
import { conventionNamed } from '../../src/conventions/index.ts';
import type { ConventionName } from '../../src/conventions/names.ts';
import { modelOf, optionsOf } from '../analysis/fixtures.ts';
import type { ModelSpec } from '../build.ts';
import { densenet121, mobilenetV2, resnet50, vgg16 } from './keras.ts';

async function flops(spec: ModelSpec, name: ConventionName): Promise<bigint> {
  const { totals } = profileModel(modelOf(spec), 'keras', optionsOf(), await conventionNamed(name));
  assert.ok(typeof totals.flops === 'bigint');
  return totals.flops;
}

// Measured with TensorFlow 2.21 on frozen Keras applications.
for (const [name, spec, measured] of [
  ['VGG16', vgg16(), 30_960_211_824n],
  ['ResNet50', resnet50(false), 7_755_299_312n],
  ['MobileNetV2', mobilenetV2(false), 615_292_208n],
  ['DenseNet121', densenet121(), 5_702_474_160n],
] as const)
  test(`tensorflow gives the profiler's integer for ${name}`, async () => {
    assert.equal(await flops(spec, 'tensorflow'), measured);
  });

// The rules applied to converted files, without the pool of ResNet50 (1,806,336) and one of its 1000 sums at the end.
for (const [name, spec, measured] of [
  ['ResNet50', resnet50(true), 7_732_116_992n],
  ['MobileNetV2', mobilenetV2(true), 608_507_040n],
] as const)
  test(`tflite comes within 0.03 % for ${name}`, async () => {
    const ours = await flops(spec, 'tflite');
    const apart = ours > measured ? ours - measured : measured - ours;
    assert.ok(apart * 10_000n <= measured * 3n, `${ours} against ${measured}`);
  });
