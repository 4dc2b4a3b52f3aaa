/**
 * ONNX models of hundreds of megabytes that take a few kilobytes: what is between the weights is kept, the weights
 * themselves are a pattern made when they are read.
 */

export interface BigModel {
  readonly size: number;
  slice(from: number, to: number): Uint8Array;
}

export interface BigModelOptions {
  /** Where the stored tensors stand: behind the nodes, as PyTorch writes them, or before. */
  readonly order: 'nodes first' | 'tensors first';
  /** Multiplies every width of the network; its weights grow with the square. */
  readonly width: number;
  /** Added to the channels of the last stage, for a second model that differs. */
  readonly wider?: number;
}

/** ResNet-50 with its batch norms folded away: 53 convolutions and a classifier, each with weight and bias. */
export function bigResNet({ order, width, wider = 0 }: BigModelOptions): BigModel {
  const nodes: Uint8Array[] = [];
  const tensors: Part[] = [];
  const layer = (op: string, input: string, name: string, shape: readonly number[], attributes: Uint8Array[] = []) => {
    const output = `${name}_out`;
    nodes.push(node(op, `/${name}/${op}`, [input, `${name}.weight`, `${name}.bias`], output, attributes));
    tensors.push(...tensor(`${name}.weight`, shape), ...tensor(`${name}.bias`, shape.slice(0, 1)));
    return output;
  };
  const conv = (input: string, name: string, from: number, to: number, kernel: number, stride = 1) => {
    const pad = (kernel - 1) / 2;
    return layer(
      'Conv',
      input,
      name,
      [to, from, kernel, kernel],
      [ints('kernel_shape', [kernel, kernel]), ints('strides', [stride, stride]), ints('pads', [pad, pad, pad, pad])],
    );
  };
  const simple = (op: string, inputs: readonly string[], output: string, attributes: Uint8Array[] = []) => {
    nodes.push(node(op, `/${output}/${op}`, inputs, output, attributes));
    return output;
  };
  let channels = Math.round(64 * width);
  let at = simple('Relu', [conv('input', 'conv1', 3, channels, 7, 2)], 'relu');
  for (const [stage, blocks] of [3, 4, 6, 3].entries()) {
    const planes = Math.round(64 * 2 ** stage * width) + (stage === 3 ? wider : 0);
    for (let block = 0; block < blocks; block++) {
      const name = `layer${stage + 1}.${block}`;
      const stride = block === 0 && stage > 0 ? 2 : 1;
      let inner = simple('Relu', [conv(at, `${name}.conv1`, channels, planes, 1)], `${name}.relu1`);
      inner = simple('Relu', [conv(inner, `${name}.conv2`, planes, planes, 3, stride)], `${name}.relu2`);
      inner = conv(inner, `${name}.conv3`, planes, planes * 4, 1);
      const skip = block === 0 ? conv(at, `${name}.downsample`, channels, planes * 4, 1, stride) : at;
      at = simple('Relu', [simple('Add', [inner, skip], `${name}.add`)], `${name}.relu`);
      channels = planes * 4;
    }
  }
  at = simple('Flatten', [simple('GlobalAveragePool', [at], 'pool')], 'flat');
  at = layer('Gemm', at, 'fc', [1000, channels], [int('transB', 1)]);
  return model({ order, nodes, tensors, input: ['input', [1, 3, 224, 224]], output: [at, [1, 1000]] });
}

// Protobuf, as little of it as a model needs. Field numbers: onnx/onnx.proto.

/** Bytes, or a run of `weights` bytes made when they are read. */
type Part = Uint8Array | { readonly weights: number };

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (part instanceof Uint8Array ? part.length : part.weights), 0);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

function number(field: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(field * 8), ...varint(value)]);
}

function message(field: number, parts: readonly Part[]): Part[] {
  return [Uint8Array.from([...varint(field * 8 + 2), ...varint(lengthOf(parts))]), ...parts];
}

function bytes(field: number, parts: readonly Uint8Array[]): Uint8Array {
  const whole = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.from([...varint(field * 8 + 2), ...varint(whole.length)]), whole]);
}

function text(field: number, value: string): Uint8Array {
  return bytes(field, [Buffer.from(value)]);
}

/** NodeProto: input = 1, output = 2, name = 3, op_type = 4, attribute = 5. */
function node(op: string, name: string, inputs: readonly string[], output: string, attributes: readonly Uint8Array[]) {
  return bytes(1, [...inputs.map((one) => text(1, one)), text(2, output), text(3, name), text(4, op), ...attributes]);
}

/** AttributeProto: name = 1, i = 3, ints = 8, type = 20 (INT = 2, INTS = 7). */
function int(name: string, value: number): Uint8Array {
  return bytes(5, [text(1, name), number(3, value), number(20, 2)]);
}

function ints(name: string, values: readonly number[]): Uint8Array {
  return bytes(5, [text(1, name), ...values.map((value) => number(8, value)), number(20, 7)]);
}

/** GraphProto.initializer = 5 of TensorProto: dims = 1, data_type = 2 (FLOAT = 1), name = 8, raw_data = 9. */
function tensor(name: string, dims: readonly number[]): Part[] {
  const weights = 4 * dims.reduce((product, extent) => product * extent, 1);
  return message(5, [
    ...dims.map((extent) => number(1, extent)),
    number(2, 1),
    text(8, name),
    ...message(9, [{ weights }]),
  ]);
}

/** ValueInfoProto: name = 1, type = 2; TypeProto.tensor_type = 1: elem_type = 1, shape = 2: dim = 1: dim_value = 1. */
function value(field: number, [name, dims]: readonly [string, readonly number[]]): Uint8Array {
  const shape = bytes(
    2,
    dims.map((extent) => bytes(1, [number(1, extent)])),
  );
  return bytes(field, [text(1, name), bytes(2, [bytes(1, [number(1, 1), shape])])]);
}

interface Contents {
  readonly order: BigModelOptions['order'];
  readonly nodes: readonly Uint8Array[];
  readonly tensors: readonly Part[];
  readonly input: readonly [string, readonly number[]];
  readonly output: readonly [string, readonly number[]];
}

/** ModelProto: ir_version = 1, producer_name = 2, graph = 7, opset_import = 8. GraphProto: name = 2, input = 11, output = 12. */
function model({ order, nodes, tensors, input, output }: Contents): BigModel {
  const front: readonly Part[] = [...(order === 'nodes first' ? nodes : []), text(2, 'main_graph')];
  const back: readonly Part[] = order === 'nodes first' ? [] : nodes;
  const graph = [...front, ...tensors, ...back, value(11, input), value(12, output)];
  return placed([number(1, 8), text(2, 'pytorch'), ...message(7, graph), bytes(8, [number(2, 17)])]);
}

function placed(parts: readonly Part[]): BigModel {
  const starts: number[] = [];
  let size = 0;
  for (const part of parts) {
    starts.push(size);
    size += lengthOf([part]);
  }
  return {
    size,
    slice(from, to) {
      const result = new Uint8Array(to - from);
      for (const [i, part] of parts.entries()) {
        const start = starts[i] ?? 0;
        const [first, last] = [Math.max(from, start), Math.min(to, start + lengthOf([part]))];
        if (first >= last) continue;
        if (part instanceof Uint8Array) result.set(part.subarray(first - start, last - start), first - from);
        else for (let at = first; at < last; at++) result[at - from] = weight(at);
      }
      return result;
    },
  };
}

/** Half of the bytes of random weights look like tags; none of them may be taken for one. */
function weight(at: number): number {
  return (Math.imul(at, 0x9e3779b1) >>> 24) & 0x7f;
}
