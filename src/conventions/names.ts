/** Names of conventions, without their tables: what the command line needs to know before it counts anything. */
export const conventionNames = [
  'flopgate',
  'paper',
  'caffe',
  'torch',
  'ptflops',
  'thop',
  'fvcore',
  'torchinfo',
  'torchstat',
  'calflops',
  'deepspeed',
  'onnx-tool',
  'opcounter',
  'tflite',
  'tensorflow',
  'netscope',
  'convnet-burden',
] as const;
export type ConventionName = (typeof conventionNames)[number];

export function isConventionName(name: string): name is ConventionName {
  return conventionNames.some((known) => known === name);
}
