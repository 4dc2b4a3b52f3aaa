/**
 * Networks of Keras applications as an ONNX file would hold them, channels first, weights by shape alone. Read from
 * https://github.com/keras-team/keras-applications; `folded` leaves the batch norms out, as a converter does.
 */
import type { ModelSpec, NodeSpec, TensorSpec } from '../build.ts';

/** A graph as it is put together: each method adds a layer after the last and answers its output. */
export class Builder {
  readonly nodes: NodeSpec[] = [];
  readonly initializers: Record<string, TensorSpec> = {};
  last = 'x';
  private channels = 3;
  private readonly folded: boolean;

  constructor(folded: boolean) {
    this.folded = folded;
  }

  add(op: string, inputs: readonly string[], attributes: NodeSpec['attributes'] = {}): string {
    const output = `t${this.nodes.length}`;
    this.nodes.push({ op, inputs, outputs: [output], attributes });
    this.last = output;
    return output;
  }

  weight(shape: readonly number[]): string {
    const name = `w${Object.keys(this.initializers).length}`;
    this.initializers[name] = { shape, external: { location: 'weights.bin' } };
    return name;
  }

  /** `same` padding, but explicit where Keras pads by a layer of its own. */
  conv(filters: number, kernel: number, stride = 1, bias = true, groups = 1): string {
    return this.window(filters, [kernel, kernel], stride, bias, groups, true);
  }

  /** A window of any shape, without bias; `valid` padding where it is not to be the same. */
  window(
    filters: number,
    kernel: readonly [number, number],
    stride = 1,
    bias = false,
    groups = 1,
    same = true,
  ): string {
    const inputs = [this.last, this.weight([filters, this.channels / groups, ...kernel])];
    if (bias || this.folded) inputs.push(this.weight([filters]));
    const half = kernel.map((k) => (same ? Math.floor(k / 2) : 0));
    const attributes = { strides: [stride, stride], group: groups, pads: [...half, ...half] };
    this.channels = filters;
    return this.add('Conv', inputs, attributes);
  }

  norm(): string {
    if (this.folded) return this.last;
    const c = [this.channels];
    const inputs = [this.last, this.weight(c), this.weight(c), this.weight(c), this.weight(c)];
    return this.add('BatchNormalization', inputs);
  }

  relu(): string {
    return this.add('Relu', [this.last]);
  }

  pool(kernel: number, stride: number, pad = 0): string {
    const attributes = { kernel_shape: [kernel, kernel], strides: [stride, stride], pads: [pad, pad, pad, pad] };
    return this.add('MaxPool', [this.last], attributes);
  }

  /** The mean over space, a layer of 1000 classes, softmax. */
  head(): void {
    this.add('ReduceMean', [this.last], { axes: [2, 3], keepdims: 0 });
    this.dense(this.channels, 1000);
    this.add('Softmax', [this.last], { axis: -1 });
  }

  dense(from: number, to: number): string {
    return this.add('Gemm', [this.last, this.weight([from, to]), this.weight([to])]);
  }

  /** Where a branch goes on from. */
  from(output: string, channels: number): void {
    this.last = output;
    this.channels = channels;
  }

  width(): number {
    return this.channels;
  }

  model(size = 224): ModelSpec {
    return {
      inputs: { x: [1, 3, size, size] },
      outputs: [this.last],
      initializers: this.initializers,
      nodes: this.nodes,
      opset: 17,
    };
  }
}

export function vgg16(): ModelSpec {
  const b = new Builder(false);
  for (const [convs, filters] of [
    [2, 64],
    [2, 128],
    [3, 256],
    [3, 512],
    [3, 512],
  ] as const) {
    for (let i = 0; i < convs; i++) {
      b.conv(filters, 3);
      b.relu();
    }
    b.pool(2, 2);
  }
  b.add('Flatten', [b.last]);
  b.dense(25088, 4096);
  b.relu();
  b.dense(4096, 4096);
  b.relu();
  b.dense(4096, 1000);
  b.add('Softmax', [b.last], { axis: -1 });
  return b.model();
}

export function resnet50(folded: boolean): ModelSpec {
  const b = new Builder(folded);
  b.conv(64, 7, 2);
  b.norm();
  b.relu();
  b.pool(3, 2, 1);
  for (const [blocks, filters, first] of [
    [3, 64, 1],
    [4, 128, 2],
    [6, 256, 2],
    [3, 512, 2],
  ] as const)
    for (let i = 0; i < blocks; i++) {
      const [start, width] = [b.last, b.width()];
      const stride = i === 0 ? first : 1;
      let shortcut = start;
      if (i === 0) {
        b.conv(4 * filters, 1, stride);
        shortcut = b.norm();
      }
      b.from(start, width);
      b.conv(filters, 1, stride);
      b.norm();
      b.relu();
      b.conv(filters, 3);
      b.norm();
      b.relu();
      b.conv(4 * filters, 1);
      b.norm();
      b.add('Add', [shortcut, b.last]);
      b.relu();
    }
  b.head();
  return b.model();
}

export function mobilenetV2(folded: boolean): ModelSpec {
  const b = new Builder(folded);
  const clip = (): string => b.add('Clip', [b.last]);
  b.conv(32, 3, 2, false);
  b.norm();
  clip();
  let first = true;
  for (const [expansion, filters, repeats, stride] of [
    [1, 16, 1, 1],
    [6, 24, 2, 2],
    [6, 32, 3, 2],
    [6, 64, 4, 2],
    [6, 96, 3, 1],
    [6, 160, 3, 2],
    [6, 320, 1, 1],
  ] as const)
    for (let i = 0; i < repeats; i++) {
      const [start, width] = [b.last, b.width()];
      if (!first) {
        b.conv(expansion * width, 1, 1, false);
        b.norm();
        clip();
      }
      b.conv(b.width(), 3, i === 0 ? stride : 1, false, b.width());
      b.norm();
      clip();
      b.conv(filters, 1, 1, false);
      b.norm();
      if (i > 0) b.add('Add', [start, b.last]);
      first = false;
    }
  b.conv(1280, 1, 1, false);
  b.norm();
  clip();
  b.head();
  return b.model();
}

export function densenet121(): ModelSpec {
  const b = new Builder(false);
  const normed = (): void => {
    b.norm();
    b.relu();
  };
  b.conv(64, 7, 2, false);
  normed();
  b.pool(3, 2, 1);
  for (const [block, layers] of [6, 12, 24, 16].entries()) {
    for (let i = 0; i < layers; i++) {
      const [start, width] = [b.last, b.width()];
      normed();
      b.conv(128, 1, 1, false);
      normed();
      b.conv(32, 3, 1, false);
      b.from(b.add('Concat', [start, b.last], { axis: 1 }), width + 32);
    }
    normed();
    if (block < 3) {
      b.conv(b.width() / 2, 1, 1, false);
      b.add('AveragePool', [b.last], { kernel_shape: [2, 2], strides: [2, 2] });
    }
  }
  b.head();
  return b.model();
}
