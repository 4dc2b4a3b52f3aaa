/** The list of conventions. To add one: a file with its table, a name in `names.ts`, and a row here. */

import { caffe } from './caffe.ts';
import { calflops, deepspeed } from './calflops.ts';
import type { Convention } from './convention.ts';
import { convnetBurden } from './convnet-burden.ts';
import { fvcore } from './fvcore.ts';
import type { ConventionName } from './names.ts';
import { netscope } from './netscope.ts';
import { onnxTool } from './onnx-tool.ts';
import { opcounter } from './opcounter.ts';
import { paper } from './paper.ts';
import { ptflops } from './ptflops.ts';
import { tensorflow } from './tensorflow.ts';
import { tflite } from './tflite.ts';
import { thop } from './thop.ts';
import { torch } from './torch.ts';
import { torchinfo } from './torchinfo.ts';
import { torchstat } from './torchstat.ts';

/** In the order of `conventionNames`; our own is not among them, because the operators' entries are it. */
export const conventions: readonly Convention[] = [
  paper,
  caffe,
  torch,
  ptflops,
  thop,
  fvcore,
  torchinfo,
  torchstat,
  calflops,
  deepspeed,
  onnxTool,
  opcounter,
  tflite,
  tensorflow,
  netscope,
  convnetBurden,
];

/** `undefined` for `flopgate`: the default. */
export function conventionNamed(name: ConventionName): Convention | undefined {
  return conventions.find(({ id }) => id === name);
}
