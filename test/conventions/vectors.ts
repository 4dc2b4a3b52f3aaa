/**
 * One operator at a time, as PyTorch 2.13's TorchScript exporter writes it (opset 17), and what each tool gives for the
 * module it came from: measured by running the tools at the versions their conventions name. MACs and FLOPs are
 * written `macs;flops` where a tool has both. A tool that is left out tells apart what a file does not.
 */
import type { ModelSpec } from '../build.ts';

export interface Vector {
  readonly title: string;
  readonly spec: ModelSpec;
  readonly gives: Readonly<Record<string, number | `${number};${number}`>>;
}

type Nodes = ModelSpec['nodes'];
type Tensors = NonNullable<ModelSpec['initializers']>;

function one(shape: readonly number[], nodes: Nodes, initializers: Tensors = {}): ModelSpec {
  return { inputs: { x: shape }, outputs: ['y'], nodes, initializers };
}
const image = [1, 8, 10, 10];
const windows = { kernel_shape: [3, 3], strides: [2, 2] };
const scalar = (value: number) => ({ shape: [], values: [value] });

function recurrentLayer(op: string, gates: number, input: number, directions: number) {
  return {
    initializers: {
      [`${op}W${input}`]: { shape: [directions, gates * 16, input] },
      [`${op}R${input}`]: { shape: [directions, gates * 16, 16] },
      [`${op}B${input}`]: { shape: [directions, gates * 32] },
    },
    inputs: [`${op}W${input}`, `${op}R${input}`, `${op}B${input}`],
    attributes: { hidden_size: 16, ...(directions === 2 && { direction: 'bidirectional' }) },
  };
}
function recurrent(op: string, gates: number): ModelSpec {
  const { initializers, inputs, attributes } = recurrentLayer(op, gates, 8, 1);
  return one([5, 1, 8], [{ op, inputs: ['x', ...inputs, '', 'h0'], outputs: ['y', 'h'], attributes }], {
    ...initializers,
    h0: { shape: [1, 1, 16] },
  });
}
function twoLayers(): ModelSpec {
  const [first, second] = [recurrentLayer('LSTM', 4, 8, 2), recurrentLayer('LSTM', 4, 32, 2)];
  return one(
    [5, 1, 8],
    [
      { op: 'LSTM', inputs: ['x', ...first.inputs], outputs: ['a'], attributes: first.attributes },
      { op: 'Transpose', inputs: ['a'], outputs: ['b'], attributes: { perm: [0, 2, 1, 3] } },
      { op: 'Reshape', inputs: ['b', 'shape'], outputs: ['c'] },
      { op: 'LSTM', inputs: ['c', ...second.inputs], outputs: ['y'], attributes: second.attributes },
    ],
    { ...first.initializers, ...second.initializers, shape: { shape: [3], dtype: 'int64', values: [0, 0, -1] } },
  );
}

function plain(
  op: string,
  shape: readonly number[] = image,
  attributes: Record<string, number | number[]> = {},
): ModelSpec {
  return one(shape, [{ op, inputs: ['x'], outputs: ['y'], attributes }]);
}
function resize(mode: string): ModelSpec {
  return one(image, [{ op: 'Resize', inputs: ['x', '', 'scales'], outputs: ['y'], attributes: { mode } }], {
    scales: { shape: [4], values: [1, 1, 2, 2] },
  });
}

export const vectors: readonly Vector[] = [
  {
    title: 'Conv2d 8→16, 3×3, padded, with bias',
    spec: one(
      image,
      [
        {
          op: 'Conv',
          inputs: ['x', 'w', 'b'],
          outputs: ['y'],
          attributes: { kernel_shape: [3, 3], pads: [1, 1, 1, 1] },
        },
      ],
      { w: { shape: [16, 8, 3, 3] }, b: { shape: [16] } },
    ),
    gives: {
      ptflops: 116800,
      thop: 115200,
      fvcore: 115200,
      torchinfo: 116800,
      calflops: '115200;232000',
      deepspeed: '115200;232000',
      torch: '115200;230400',
      'onnx-tool': 116800,
      opcounter: 115200,
      torchstat: '116800;230400',
    },
  },
  {
    title: 'Conv2d 8→16 in 4 groups, no bias',
    spec: one(
      image,
      [
        {
          op: 'Conv',
          inputs: ['x', 'w'],
          outputs: ['y'],
          attributes: { kernel_shape: [3, 3], pads: [1, 1, 1, 1], group: 4 },
        },
      ],
      { w: { shape: [16, 2, 3, 3] } },
    ),
    gives: {
      ptflops: 28800,
      thop: 28800,
      fvcore: 28800,
      torchinfo: 28800,
      calflops: '28800;57600',
      deepspeed: '28800;57600',
      torch: '28800;57600',
      'onnx-tool': 28800,
      opcounter: 28800,
      torchstat: '28800;56000',
    },
  },
  {
    title: 'ConvTranspose2d 8→6, 3×3, stride 2, with bias',
    spec: one(image, [{ op: 'ConvTranspose', inputs: ['x', 'w', 'b'], outputs: ['y'], attributes: windows }], {
      w: { shape: [8, 6, 3, 3] },
      b: { shape: [6] },
    }),
    gives: {
      ptflops: 45846,
      thop: 190512,
      fvcore: 43200,
      torchinfo: 193158,
      calflops: '43200;86496',
      deepspeed: '43200;86496',
      torch: '43200;86400',
      'onnx-tool': 145530,
      opcounter: 190512,
      torchstat: '0;86400',
    },
  },
  {
    title: 'ConvTranspose2d 8→6 in 2 groups',
    spec: one(
      image,
      [{ op: 'ConvTranspose', inputs: ['x', 'w', 'b'], outputs: ['y'], attributes: { ...windows, group: 2 } }],
      { w: { shape: [8, 3, 3, 3] }, b: { shape: [6] } },
    ),
    gives: {
      ptflops: 24246,
      thop: 95256,
      fvcore: 21600,
      torchinfo: 97902,
      calflops: '7200;14448',
      deepspeed: '7200;14448',
      torch: '21600;43200',
      'onnx-tool': 74088,
      opcounter: 95256,
      torchstat: '0;43200',
    },
  },
  {
    title: 'Linear 8→16 on two axes',
    spec: one([1, 8], [{ op: 'Gemm', inputs: ['x', 'w', 'b'], outputs: ['y'], attributes: { transB: 1 } }], {
      w: { shape: [16, 8] },
      b: { shape: [16] },
    }),
    gives: {
      ptflops: 144,
      thop: 128,
      fvcore: 128,
      torchinfo: 144,
      calflops: '128;256',
      deepspeed: '128;256',
      torch: '128;256',
      'onnx-tool': 144,
      opcounter: 128,
    },
  },
  {
    title: 'Linear 8→16 on three axes, its bias apart',
    spec: one(
      [1, 5, 8],
      [
        { op: 'MatMul', inputs: ['x', 'w'], outputs: ['m'] },
        { op: 'Add', inputs: ['b', 'm'], outputs: ['y'] },
      ],
      { w: { shape: [8, 16] }, b: { shape: [16] } },
    ),
    gives: {
      ptflops: 720,
      thop: 640,
      fvcore: 640,
      torchinfo: 720,
      calflops: '640;1280',
      deepspeed: '640;1280',
      torch: '640;1280',
      'onnx-tool': 720,
      opcounter: 656,
    },
  },
  {
    title: 'BatchNorm2d, equal tensors behind Identity',
    spec: one(
      image,
      [
        { op: 'Identity', inputs: ['ones'], outputs: ['var'] },
        { op: 'Identity', inputs: ['zeros'], outputs: ['mean'] },
        { op: 'BatchNormalization', inputs: ['x', 'ones', 'zeros', 'mean', 'var'], outputs: ['y'] },
      ],
      { ones: { shape: [8] }, zeros: { shape: [8] } },
    ),
    gives: {
      ptflops: 1600,
      thop: 3200,
      fvcore: 1600,
      torchinfo: 16,
      calflops: '0;1600',
      deepspeed: '0;1600',
      torch: '0;0',
      'onnx-tool': 24800,
      opcounter: 1616,
      torchstat: '1600;3200',
    },
  },
  {
    title: 'InstanceNorm2d',
    spec: one(image, [{ op: 'InstanceNormalization', inputs: ['x', 's', 'b'], outputs: ['y'] }], {
      s: { shape: [8] },
      b: { shape: [8] },
    }),
    gives: {
      ptflops: 1600,
      thop: 3200,
      fvcore: 4000,
      torchinfo: 16,
      calflops: '0;4000',
      deepspeed: '0;4000',
      torch: '0;0',
      'onnx-tool': 5600,
      opcounter: 800,
      torchstat: '0;0',
    },
  },
  {
    title: 'LayerNorm over 8',
    spec: one(
      [1, 5, 8],
      [{ op: 'LayerNormalization', inputs: ['x', 's', 'b'], outputs: ['y'], attributes: { axis: -1 } }],
      { s: { shape: [8] }, b: { shape: [8] } },
    ),
    gives: {
      ptflops: 40,
      thop: 160,
      fvcore: 200,
      torchinfo: 16,
      calflops: '0;200',
      deepspeed: '0;200',
      torch: '0;0',
      'onnx-tool': 425,
      opcounter: 40,
    },
  },
  {
    title: 'GroupNorm of 2 groups',
    spec: one(
      image,
      [
        { op: 'Reshape', inputs: ['x', 'split'], outputs: ['a'] },
        { op: 'InstanceNormalization', inputs: ['a', 's', 'b'], outputs: ['c'] },
        { op: 'Reshape', inputs: ['c', 'whole'], outputs: ['d'] },
        { op: 'Mul', inputs: ['d', 'weight'], outputs: ['e'] },
        { op: 'Add', inputs: ['e', 'bias'], outputs: ['y'] },
      ],
      {
        split: { shape: [3], dtype: 'int64', values: [0, 2, -1] },
        whole: { shape: [4], dtype: 'int64', values: [1, 8, 10, 10] },
        s: { shape: [2] },
        b: { shape: [2] },
        weight: { shape: [8, 1, 1] },
        bias: { shape: [8, 1, 1] },
      },
    ),
    gives: {
      ptflops: 1600,
      thop: 0,
      fvcore: 4000,
      torchinfo: 16,
      calflops: '0;4000',
      deepspeed: '0;4000',
      torch: '0;0',
      'onnx-tool': 7200,
      opcounter: 2400,
      torchstat: '0;0',
    },
  },
  {
    title: 'ReLU',
    spec: plain('Relu'),
    gives: {
      ptflops: 1600,
      thop: 0,
      fvcore: 0,
      torchinfo: 0,
      calflops: '0;800',
      deepspeed: '0;800',
      torch: '0;0',
      'onnx-tool': 800,
      opcounter: 800,
      torchstat: '800;800',
    },
  },
  {
    title: 'PReLU',
    spec: one(image, [{ op: 'PRelu', inputs: ['x', 'slope'], outputs: ['y'] }], {
      slope: { shape: [1, 1, 1], values: [0.25] },
    }),
    gives: {
      ptflops: 1600,
      thop: 800,
      fvcore: 0,
      torchinfo: 1,
      calflops: '0;800',
      deepspeed: '0;800',
      torch: '0;0',
      'onnx-tool': 1600,
      opcounter: 800,
      torchstat: '800;0',
    },
  },
  {
    title: 'LeakyReLU',
    spec: plain('LeakyRelu'),
    gives: {
      ptflops: 800,
      thop: 0,
      fvcore: 0,
      torchinfo: 0,
      calflops: '0;800',
      deepspeed: '0;800',
      torch: '0;0',
      'onnx-tool': 1600,
      opcounter: 800,
      torchstat: '800;0',
    },
  },
  {
    title: 'GELU by its error function',
    spec: one(
      image,
      [
        { op: 'Div', inputs: ['x', 'root'], outputs: ['a'] },
        { op: 'Erf', inputs: ['a'], outputs: ['b'] },
        { op: 'Add', inputs: ['b', 'one'], outputs: ['c'] },
        { op: 'Mul', inputs: ['x', 'c'], outputs: ['d'] },
        { op: 'Mul', inputs: ['d', 'half'], outputs: ['y'] },
      ],
      { root: scalar(1.5), one: scalar(1), half: scalar(0.5) },
    ),
    gives: {
      ptflops: 1600,
      thop: 0,
      fvcore: 0,
      torchinfo: 0,
      calflops: '0;800',
      deepspeed: '0;800',
      torch: '0;0',
      'onnx-tool': 5600,
      opcounter: 4000,
      torchstat: '0;0',
    },
  },
  {
    title: 'Sigmoid',
    spec: plain('Sigmoid'),
    gives: {
      ptflops: 0,
      thop: 0,
      fvcore: 0,
      torchinfo: 0,
      calflops: '0;0',
      deepspeed: '0;0',
      torch: '0;0',
      'onnx-tool': 25600,
      opcounter: 800,
      torchstat: '0;0',
    },
  },
  {
    title: 'SiLU as Sigmoid and Mul',
    spec: one(image, [
      { op: 'Sigmoid', inputs: ['x'], outputs: ['s'] },
      { op: 'Mul', inputs: ['x', 's'], outputs: ['y'] },
    ]),
    gives: {
      ptflops: 800,
      thop: 0,
      fvcore: 0,
      torchinfo: 0,
      calflops: '0;800',
      deepspeed: '0;800',
      torch: '0;0',
      'onnx-tool': 26400,
      opcounter: 1600,
      torchstat: '0;0',
    },
  },
  {
    title: 'Hardswish',
    spec: plain('HardSwish'),
    gives: {
      ptflops: 0,
      thop: 0,
      fvcore: 0,
      torchinfo: 0,
      calflops: '0;0',
      deepspeed: '0;0',
      torch: '0;0',
      'onnx-tool': 4000,
      opcounter: 800,
      torchstat: '0;0',
    },
  },
  {
    title: 'Softmax',
    spec: plain('Softmax', [1, 8, 10], { axis: -1 }),
    gives: {
      ptflops: 80,
      thop: 232,
      fvcore: 0,
      torchinfo: 0,
      calflops: '0;80',
      deepspeed: '0;80',
      torch: '0;0',
      'onnx-tool': 2880,
      opcounter: 80,
    },
  },
  {
    title: 'MaxPool2d 3×3, stride 2',
    spec: plain('MaxPool', [1, 8, 11, 11], windows),
    gives: {
      ptflops: 1936,
      thop: 0,
      fvcore: 0,
      torchinfo: 0,
      calflops: '0;968',
      deepspeed: '0;968',
      torch: '0;0',
      'onnx-tool': 1800,
      opcounter: 200,
      torchstat: '968;1600',
    },
  },
  {
    title: 'AvgPool2d 3×3, stride 2',
    spec: plain('AveragePool', [1, 8, 11, 11], windows),
    gives: {
      ptflops: 1936,
      thop: 200,
      fvcore: 0,
      torchinfo: 0,
      calflops: '0;968',
      deepspeed: '0;968',
      torch: '0;0',
      'onnx-tool': 1800,
      opcounter: 200,
      torchstat: '968;1800',
    },
  },
  {
    title: 'AdaptiveAvgPool2d to one',
    spec: plain('GlobalAveragePool'),
    gives: {
      ptflops: 1600,
      thop: 808,
      fvcore: 800,
      torchinfo: 0,
      calflops: '0;800',
      deepspeed: '0;800',
      torch: '0;0',
      'onnx-tool': 832,
      opcounter: 8,
      torchstat: '0;0',
    },
  },
  {
    title: 'Upsample ×2, nearest',
    spec: resize('nearest'),
    gives: {
      ptflops: 6400,
      thop: 3200,
      fvcore: 3200,
      torchinfo: 0,
      calflops: '0;800',
      deepspeed: '0;3200',
      torch: '0;0',
      'onnx-tool': 0,
      opcounter: 0,
      torchstat: '400;0',
    },
  },
  {
    title: 'Upsample ×2, bilinear',
    spec: resize('linear'),
    gives: {
      ptflops: 6400,
      thop: 35200,
      fvcore: 12800,
      torchinfo: 0,
      calflops: '0;800',
      deepspeed: '0;3200',
      torch: '0;0',
      'onnx-tool': 12800,
      opcounter: 35200,
      torchstat: '400;0',
    },
  },
  {
    title: 'x + x',
    spec: one(image, [{ op: 'Add', inputs: ['x', 'x'], outputs: ['y'] }]),
    gives: {
      ptflops: 0,
      thop: 0,
      fvcore: 0,
      torchinfo: 0,
      calflops: '0;0',
      deepspeed: '0;0',
      torch: '0;0',
      'onnx-tool': 800,
      opcounter: 800,
      torchstat: '0;0',
    },
  },
  {
    title: 'x * x',
    spec: one(image, [{ op: 'Mul', inputs: ['x', 'x'], outputs: ['y'] }]),
    gives: {
      ptflops: 0,
      thop: 0,
      fvcore: 0,
      torchinfo: 0,
      calflops: '0;0',
      deepspeed: '0;0',
      torch: '0;0',
      'onnx-tool': 800,
      opcounter: 800,
      torchstat: '0;0',
    },
  },
  {
    title: 'torch.matmul of two activations',
    spec: one(
      [2, 5, 8],
      [
        { op: 'Transpose', inputs: ['x'], outputs: ['t'], attributes: { perm: [0, 2, 1] } },
        { op: 'MatMul', inputs: ['x', 't'], outputs: ['y'] },
      ],
    ),
    gives: {
      ptflops: 400,
      thop: 0,
      fvcore: 400,
      torchinfo: 0,
      calflops: '400;800',
      deepspeed: '400;800',
      torch: '400;800',
      'onnx-tool': 400,
      opcounter: 400,
    },
  },
  {
    title: 'einsum bij,bkj->bik',
    spec: one(
      [2, 5, 8],
      [{ op: 'Einsum', inputs: ['x', 'x'], outputs: ['y'], attributes: { equation: 'bij,bkj->bik' } }],
    ),
    gives: {
      ptflops: 0,
      thop: 0,
      fvcore: 400,
      torchinfo: 0,
      calflops: '0;801',
      deepspeed: '0;801',
      torch: '400;800',
      'onnx-tool': 400,
      opcounter: 50,
    },
  },
  {
    title: 'LSTM 8→16, 5 steps',
    spec: recurrent('LSTM', 4),
    gives: {
      ptflops: 9120,
      thop: 8960,
      fvcore: 0,
      torchinfo: 8320,
      calflops: '0;16160',
      deepspeed: '0;16160',
      torch: '0;0',
      'onnx-tool': 22720,
    },
  },
  {
    title: 'GRU 8→16, 5 steps',
    spec: recurrent('GRU', 3),
    gives: {
      ptflops: 6800,
      thop: 6800,
      fvcore: 0,
      torchinfo: 6240,
      calflops: '0;12080',
      deepspeed: '0;12080',
      torch: '5760;11520',
      'onnx-tool': 15040,
    },
  },
  {
    title: 'RNN 8→16, 5 steps',
    spec: recurrent('RNN', 1),
    gives: {
      ptflops: 2160,
      thop: 2160,
      fvcore: 0,
      torchinfo: 2080,
      calflops: '0;3920',
      deepspeed: '0;3920',
      torch: '1920;3840',
    },
  },
  {
    title: 'LSTM of two layers in both directions',
    spec: twoLayers(),
    gives: {
      ptflops: 51840,
      thop: 51200,
      fvcore: 0,
      torchinfo: 48640,
      calflops: '0;95360',
      deepspeed: '0;95360',
      torch: '0;0',
      'onnx-tool': 77440,
    },
  },
];
