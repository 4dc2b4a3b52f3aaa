/** Names of conventions, without their tables: what the command line needs to know before it counts anything. */
export declare const conventionNames: readonly ['flopgate', 'paper', 'caffe', 'torch', 'ptflops', 'thop', 'fvcore', 'torchinfo', 'torchstat', 'calflops', 'deepspeed', 'onnx-tool', 'opcounter', 'tflite', 'tensorflow', 'netscope', 'convnet-burden'];
export type ConventionName = (typeof conventionNames)[number];
export declare function isConventionName(name: string): name is ConventionName;
