/**
 * Whole models against what the tools themselves gave, at the versions the conventions name: on these very files for
 * the tools that read ONNX, on the modules they were exported from for those that run PyTorch. `near` cells are those
 * whose numbers an export cannot change.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { profileModel } from '../../src/analysis/measure.ts';
import { conventionNamed } from '../../src/conventions/index.ts';
import { type ConventionName, isConventionName } from '../../src/conventions/names.ts';
import { readModel } from '../../src/formats/index.ts';
import { fileSource } from '../../src/host/files.ts';
import { optionsOf, textOf } from '../analysis/fixtures.ts';
import { sharedPath } from '../shared.ts';

const models = sharedPath('models');
const skip = models === undefined ? 'the shared models are not here' : false;

interface Case {
  readonly file: string;
  readonly at?: Readonly<Record<string, readonly number[]>>;
  readonly gives: Readonly<Partial<Record<ConventionName, number>>>;
}

const image = { input: [1, 3, 224, 224] };
/** MACs, but for `torch` FLOPs. */
const cases: readonly Case[] = [
  {
    file: 'tv-resnet18-ts17.onnx',
    gives: {
      'onnx-tool': 1821452264,
      opcounter: 1817339648,
      torch: 3628146688,
      calflops: 1814073344,
      deepspeed: 1814073344,
    },
  },
  { file: 'tv-resnet18-dynamo.onnx', gives: { 'onnx-tool': 1821450216, opcounter: 1817335296, torch: 3628146688 } },
  { file: 'tv-r3d_18-ts17.onnx', gives: { 'onnx-tool': 6652701072, opcounter: 6649209856, torch: 13289013248 } },
  {
    file: 'tv-squeezenet1_1-ts11.onnx',
    gives: { 'onnx-tool': 714950448, opcounter: 707047920, fvcore: 698641872, torch: 1396607744 },
  },
  // convnet-burden's rules on torchvision's graph; its README rounds it to 360 MFLOPs.
  { file: 'tv-squeezenet1_1-ts11.onnx', at: image, gives: { 'convnet-burden': 359730400 } },
  // Netscope's preset squeezenet_v11.
  { file: 'tv-squeezenet1_1-ts11.onnx', at: { input: [1, 3, 227, 227] }, gives: { netscope: 387747520 } },
  { file: 'tv-mobilenet_v2-ts13-batch.onnx', at: image, gives: { 'onnx-tool': 319949192, torch: 601548544 } },
  { file: 'tv-densenet121-ts17-hw.onnx', at: image, gives: { 'onnx-tool': 3184545768, torch: 5668323328 } },
  { file: 'tv-vit_b_16-dynamo.onnx', gives: { 'onnx-tool': 18062453777, opcounter: 17602550544 } },
  { file: 'tv-vit_b_16-ts17.onnx', at: image, gives: { 'onnx-tool': 17866375103, deepspeed: 17563828224 } },
  {
    file: 'bert-base-dynamo.onnx',
    gives: { 'onnx-tool': 11454845312, opcounter: 11201676160, fvcore: 11186503680, torch: 22348431360 },
  },
  {
    file: 'gpt2-small-prefill-dynamo.onnx',
    gives: { 'onnx-tool': 8288105792, opcounter: 8004648960, fvcore: 7987691520, torch: 15963095040 },
  },
  {
    file: 'timm-efficientnet_b0-dynamo.onnx',
    gives: { 'onnx-tool': 600946624, opcounter: 400666424, torch: 771629504 },
  },
  { file: 'quant-resnet18-qdq.onnx', gives: { 'onnx-tool': 1856872024, opcounter: 1833891640, torch: 3628146688 } },
  { file: 'gru-ts14.onnx', gives: { 'onnx-tool': 61180, opcounter: 1283, fvcore: 960, torch: 48000 } },
  { file: 'unet-convtranspose-dynamo.onnx', gives: { 'onnx-tool': 1966080, opcounter: 2042368, torch: 3325952 } },
];

for (const { file, at = {}, gives } of cases)
  test(`${file}${at.input === undefined ? '' : ` at ${at.input.at(-1)}²`}: ${Object.keys(gives).join(', ')}`, {
    skip,
  }, () => {
    for (const [name, expected] of Object.entries(gives)) {
      const { totals } = profile(file, name, at);
      assert.equal(textOf(name === 'torch' ? totals.flops : totals.macs), String(expected), name);
    }
  });

/** Elements of weights, as each tool sums them. */
const parameters: readonly (readonly [file: string, tool: ConventionName, parameters: number])[] = [
  ['tv-resnet18-ts17.onnx', 'onnx-tool', 11688552],
  ['tv-resnet18-ts17.onnx', 'opcounter', 11680872],
  ['bert-base-dynamo.onnx', 'onnx-tool', 109581236],
  ['bert-base-dynamo.onnx', 'opcounter', 109482763],
  // A tied embedding is read twice, so onnx-tool counts it twice.
  ['gpt2-small-prefill-dynamo.onnx', 'onnx-tool', 201733317],
  ['gpt2-small-prefill-dynamo.onnx', 'opcounter', 124443998],
  ['tv-squeezenet1_1-ts11.onnx', 'netscope', 1235496],
];

for (const [file, tool, expected] of parameters)
  test(`${file} has ${expected} parameters by ${tool}`, { skip }, () => {
    assert.equal(textOf(profile(file, tool, {}).totals.parameters), String(expected));
  });

function profile(file: string, name: string, inputs: Readonly<Record<string, readonly number[]>>) {
  assert.ok(isConventionName(name) && models !== undefined);
  const source = fileSource(join(models, file));
  try {
    return profileModel(readModel(source), file, optionsOf({ inputs }), conventionNamed(name));
  } finally {
    source.close();
  }
}
