/**
 * ONNX files of any size for the benchmark, written piece by piece: a model of 1.9 GB never stands in memory.
 * Field numbers are those of onnx.proto.
 */
import { closeSync, openSync, writeSync } from 'node:fs';

/** Bytes, or so many bytes of weight data whose values do not matter. */
type Piece = Buffer | { readonly filler: number };

interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  /** Small integers, which are written into the file; otherwise floating point. */
  readonly values?: readonly number[];
}

interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly ints?: Readonly<Record<string, readonly number[]>>;
}

/** Residual blocks of ResNet-50, batch norms folded: 25,530,472 stored elements, 102 MB inside the file. */
export function writeResNet50(path: string): void {
  const weights: Weight[] = [];
  const nodes: Node[] = [];
  const node = (op: string, inputs: readonly string[], ints?: Node['ints']): string => {
    const output = `t${nodes.length}`;
    nodes.push({ op, inputs, output, ...(ints !== undefined && { ints }) });
    return output;
  };
  const stored = (shape: readonly number[]): string => {
    const name = `w${weights.length}`;
    weights.push({ name, shape });
    return name;
  };
  const conv = (x: string, cin: number, cout: number, k: number, stride: number): string => {
    const pad = (k - 1) / 2;
    const ints = { kernel_shape: [k, k], strides: [stride, stride], pads: [pad, pad, pad, pad] };
    return node('Conv', [x, stored([cout, cin, k, k]), stored([cout])], ints);
  };
  let x = node('Relu', [conv('x', 3, 64, 7, 2)]);
  x = node('MaxPool', [x], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] });
  let channels = 64;
  for (const [stage, blocks] of [3, 4, 6, 3].entries())
    for (let block = 0; block < blocks; block++) {
      const width = 64 << stage;
      const stride = block === 0 && stage > 0 ? 2 : 1;
      const first = node('Relu', [conv(x, channels, width, 1, 1)]);
      const second = node('Relu', [conv(first, width, width, 3, stride)]);
      const third = conv(second, width, width * 4, 1, 1);
      const shortcut = block === 0 ? conv(x, channels, width * 4, 1, stride) : x;
      x = node('Relu', [node('Add', [third, shortcut])]);
      channels = width * 4;
    }
  x = node('Flatten', [node('GlobalAveragePool', [x])]);
  x = node('Gemm', [x, stored([channels, 1000]), stored([1000])]);
  write(path, { nodes, weights, input: [1, 3, 224, 224], output: x, gives: [1, 1000], inline: true });
}

/** `layers` square products of `width` each, one after the other: 4 × layers × width² bytes of weights. */
export function writeLinearStack(
  path: string,
  { layers, width, inline }: { readonly layers: number; readonly width: number; readonly inline: boolean },
): void {
  const weights = Array.from({ length: layers }, (_, i) => ({ name: `w${i}`, shape: [width, width] }));
  const nodes = weights.map(({ name }, i) => ({
    op: 'MatMul',
    inputs: [i === 0 ? 'x' : `t${i - 1}`, name],
    output: `t${i}`,
  }));
  write(path, { nodes, weights, input: [1, width], output: `t${layers - 1}`, gives: [1, width], inline });
}

/** A chain of convolutions and activations, as deep as asked. */
export function writeChain(path: string, length: number): void {
  const nodes = Array.from({ length }, (_, i): Node => {
    const x = i === 0 ? 'x' : `t${i - 1}`;
    if (i % 2 === 1) return { op: 'Relu', inputs: [x], output: `t${i}` };
    return {
      op: 'Conv',
      inputs: [x, `w${i}`],
      output: `t${i}`,
      ints: { kernel_shape: [3, 3], pads: [1, 1, 1, 1] },
    };
  });
  const weights = nodes.flatMap(({ inputs: [, name] }) => (name === undefined ? [] : [{ name, shape: [4, 4, 3, 3] }]));
  write(path, {
    nodes,
    weights,
    input: [1, 4, 16, 16],
    output: `t${length - 1}`,
    gives: [1, 4, 16, 16],
    inline: false,
  });
}

type Extents = readonly (number | string)[];

/** A graph under construction: each call adds a node or a stored tensor and gives its name. */
function startGraph() {
  const nodes: Node[] = [];
  const weights: Weight[] = [];
  return {
    nodes,
    weights,
    node(op: string, inputs: readonly string[], ints?: Node['ints']): string {
      const output = `t${nodes.length}`;
      nodes.push({ op, inputs, output, ...(ints !== undefined && { ints }) });
      return output;
    },
    stored(shape: readonly number[], values?: readonly number[]): string {
      const name = `w${weights.length}`;
      weights.push({ name, shape, ...(values !== undefined && { values }) });
      return name;
    },
  };
}

/** Convolutions, shortcuts, and a mixing of channels between reshapes, over a batch that stays open: 10 nodes a block. */
export function writeMixed(path: string, length: number): void {
  const { nodes, weights, node, stored } = startGraph();
  const flat = stored([3], [0, 16, 64]);
  const image = stored([4], [0, 16, 8, 8]);
  const conv = (x: string, kernel: number): string => {
    const pads = Array<number>(4).fill((kernel - 1) / 2);
    return node('Conv', [x, stored([16, 16, kernel, kernel]), stored([16])], { kernel_shape: [kernel, kernel], pads });
  };
  let x = 'x';
  while (nodes.length < length) {
    const branch = node('Relu', [conv(node('Relu', [conv(x, 3)]), 1)]);
    x = node('Add', [branch, x]);
    const mixed = node('MatMul', [stored([16, 16]), node('Reshape', [x, flat])]);
    x = node('Reshape', [node('Mul', [mixed, stored([16, 1])]), image]);
  }
  const shape = ['batch', 16, 8, 8];
  write(path, { nodes, weights, input: shape, output: x, gives: shape, inline: false });
}

/** Encoder layers as exporters write them out, batch and length open: 24 nodes a layer. */
export function writeTransformer(path: string, length: number): void {
  const { nodes, weights, node, stored } = startGraph();
  const [width, heads, head] = [64, 4, 16];
  const split = stored([4], [0, 0, heads, head]);
  const joined = stored([3], [0, 0, width]);
  const scale = stored([1]);
  const linear = (x: string, from: number, to: number): string =>
    node('Add', [node('MatMul', [x, stored([from, to])]), stored([to])]);
  const apart = (x: string, perm: readonly number[]): string =>
    node('Transpose', [node('Reshape', [linear(x, width, width), split])], { perm });
  const norm = (x: string): string => node('LayerNormalization', [x, stored([width]), stored([width])]);
  let x = 'x';
  while (nodes.length < length) {
    const [query, key, value] = [apart(x, [0, 2, 1, 3]), apart(x, [0, 2, 3, 1]), apart(x, [0, 2, 1, 3])];
    const weighted = node('Softmax', [node('Mul', [node('MatMul', [query, key]), scale])]);
    const attended = node('Transpose', [node('MatMul', [weighted, value])], { perm: [0, 2, 1, 3] });
    x = norm(node('Add', [x, linear(node('Reshape', [attended, joined]), width, width)]));
    x = norm(node('Add', [x, linear(node('Relu', [linear(x, width, 4 * width)]), 4 * width, width)]));
  }
  const shape = ['batch', 'seq', width];
  write(path, { nodes, weights, input: shape, output: x, gives: shape, inline: false });
}

/** Two stored tensors for each node. */
export function writeStored(path: string, length: number): void {
  const { nodes, weights, node, stored } = startGraph();
  let x = 'x';
  while (nodes.length < length) x = node('Gemm', [x, stored([8, 8]), stored([8])]);
  write(path, { nodes, weights, input: [1, 8], output: x, gives: [1, 8], inline: false });
}

interface File {
  readonly nodes: readonly Node[];
  readonly weights: readonly Weight[];
  readonly input: Extents;
  readonly output: string;
  readonly gives: Extents;
  readonly inline: boolean;
}

function write(path: string, { nodes, weights, input, output, gives, inline }: File): void {
  const graph = [
    ...nodes.flatMap((node) => message(1, encodeNode(node))),
    ...message(2, [Buffer.from('graph')]),
    ...weights.flatMap((weight) => message(5, encodeWeight(weight, inline))),
    ...message(11, encodeValue('x', input)),
    ...message(12, encodeValue(output, gives)),
  ];
  const opset = message(8, [...integer(2, 17)]);
  writePieces(path, [...integer(1, 8), ...text(2, 'flopgate-bench'), ...opset, ...message(7, graph)]);
}

function encodeNode({ op, inputs, output, ints = {} }: Node): readonly Piece[] {
  const attributes = Object.entries(ints).flatMap(([name, values]) =>
    message(5, [...text(1, name), ...values.flatMap((value) => integer(8, value)), ...integer(20, 7)]),
  );
  return [
    ...inputs.flatMap((name) => text(1, name)),
    ...text(2, output),
    ...text(3, `${op}_${output}`),
    ...text(4, op),
    ...attributes,
  ];
}

function encodeWeight({ name, shape, values }: Weight, inline: boolean): readonly Piece[] {
  if (values !== undefined)
    return [
      ...shape.flatMap((extent) => integer(1, extent)),
      ...integer(2, 7),
      ...values.flatMap((value) => integer(7, value)),
      ...text(8, name),
    ];
  const bytes = 4 * shape.reduce((a, b) => a * b, 1);
  const entry = (key: string, value: string) => message(13, [...text(1, key), ...text(2, value)]);
  return [
    ...shape.flatMap((extent) => integer(1, extent)),
    ...integer(2, 1),
    ...text(8, name),
    ...(inline ? message(9, [{ filler: bytes }]) : [...entry('location', 'weights.bin'), ...integer(14, 1)]),
  ];
}

function encodeValue(name: string, shape: Extents): readonly Piece[] {
  const dims = message(
    2,
    shape.flatMap((extent) => message(1, typeof extent === 'string' ? text(2, extent) : integer(1, extent))),
  );
  return [...text(1, name), ...message(2, message(1, [...integer(1, 1), ...dims]))];
}

function message(field: number, pieces: readonly Piece[]): readonly Piece[] {
  const length = pieces.reduce((sum, piece) => sum + ('filler' in piece ? piece.filler : piece.length), 0);
  return [varint(field * 8 + 2), varint(length), ...pieces];
}

function text(field: number, value: string): readonly Piece[] {
  return message(field, [Buffer.from(value)]);
}

function integer(field: number, value: number): readonly Piece[] {
  return [varint(field * 8), varint(value)];
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

function writePieces(path: string, pieces: readonly Piece[]): void {
  const block = Buffer.alloc(1 << 24, 0x3c);
  const file = openSync(path, 'w');
  try {
    let waiting: Buffer[] = [];
    const flush = (): void => {
      if (waiting.length > 0) writeSync(file, Buffer.concat(waiting));
      waiting = [];
    };
    for (const piece of pieces) {
      if (!('filler' in piece)) {
        waiting.push(piece);
        if (waiting.length >= 10_000) flush();
        continue;
      }
      flush();
      for (let left = piece.filler; left > 0; left -= block.length)
        writeSync(file, block, 0, Math.min(left, block.length));
    }
    flush();
  } finally {
    closeSync(file);
  }
}
