/** What TensorFlow's profiler and the rules of the TFLite converter gave for Keras applications. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileModel } from '../../src/analysis/measure.ts';
import { conventionNamed } from '../../src/conventions/index.ts';
import type { ConventionName } from '../../src/conventions/names.ts';
import { modelOf, optionsOf } from '../analysis/fixtures.ts';
import type { ModelSpec } from '../build.ts';
import { densenet121, mobilenetV2, resnet50, vgg16 } from './keras.ts';
import { efficientnetB0, inceptionV3 } from './keras-larger.ts';

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
  ['EfficientNetB0', efficientnetB0(false), 803_050_119n],
  // Keras leaves γ out of its 17,216 channels, where an ONNX batch norm always has one.
  ['InceptionV3 and a product for each channel', inceptionV3(false), 11_468_989_680n + 17_216n],
] as const)
  test(`tensorflow gives the profiler's integer for ${name}`, async () => {
    assert.equal(await flops(spec, 'tensorflow'), measured);
  });

// The converter's rules on the files TensorFlow 2.21 converts, whether the batch norms are folded in ours or not.
for (const [name, specs, measured] of [
  ['ResNet50', [resnet50(true), resnet50(false)], 7_733_924_328n],
  ['MobileNetV2', [mobilenetV2(true), mobilenetV2(false)], 608_508_040n],
  ['InceptionV3', [inceptionV3(true), inceptionV3(false)], 11_459_864_040n],
  ['DenseNet121', [densenet121()], 5_698_895_336n],
] as const)
  test(`tflite gives the converter's integer for ${name}, folded or not`, async () => {
    for (const spec of specs) assert.equal(await flops(spec, 'tflite'), measured);
  });

test('tflite counts four operations on the image of EfficientNetB0 that the converter takes out', async () => {
  assert.equal(await flops(efficientnetB0(false), 'tflite'), 1_181_796_160n + 4n * 150_528n);
});
