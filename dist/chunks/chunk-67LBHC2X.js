import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/conventions/names.ts
var conventionNames = [
  "flopgate",
  "paper",
  "caffe",
  "torch",
  "ptflops",
  "thop",
  "fvcore",
  "torchinfo",
  "torchstat",
  "calflops",
  "deepspeed",
  "onnx-tool",
  "opcounter",
  "tflite",
  "tensorflow",
  "netscope",
  "convnet-burden"
];
function isConventionName(name) {
  return conventionNames.some((known) => known === name);
}

export {
  conventionNames,
  isConventionName
};
