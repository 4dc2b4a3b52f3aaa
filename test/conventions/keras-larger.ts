/** The networks of Keras applications that branch, as `keras.ts` has the others. */
import type { ModelSpec } from '../build.ts';
import { Builder } from './keras.ts';

type Window = readonly [filters: number, height: number, width: number, stride?: number];

/** Convolution, batch norm, Relu; a stride comes with `valid` padding. */
function layers(b: Builder, windows: readonly Window[]): void {
  for (const [filters, height, width, stride = 1] of windows) {
    b.window(filters, [height, width], stride, false, 1, stride === 1);
    b.norm();
    b.relu();
  }
}

/** Branches from one place, joined over channels. */
function mixed(b: Builder, branches: readonly (() => void)[]): void {
  const [start, width] = [b.last, b.width()];
  const ends: string[] = [];
  let channels = 0;
  for (const branch of branches) {
    b.from(start, width);
    branch();
    ends.push(b.last);
    channels += b.width();
  }
  b.from(b.add('Concat', ends, { axis: 1 }), channels);
}

const max = (b: Builder) => () => {
  b.pool(3, 2);
};
const mean = (b: Builder, filters: number) => () => {
  b.add('AveragePool', [b.last], { kernel_shape: [3, 3], strides: [1, 1], pads: [1, 1, 1, 1] });
  layers(b, [[filters, 1, 1]]);
};

export function inceptionV3(folded: boolean): ModelSpec {
  const b = new Builder(folded);
  const valid = (filters: number, kernel: number): void => {
    b.window(filters, [kernel, kernel], 1, false, 1, false);
    b.norm();
    b.relu();
  };
  const run =
    (...windows: readonly Window[]) =>
    () =>
      layers(b, windows);
  layers(b, [[32, 3, 3, 2]]);
  valid(32, 3);
  layers(b, [[64, 3, 3]]);
  b.pool(3, 2);
  valid(80, 1);
  valid(192, 3);
  b.pool(3, 2);
  for (const pooled of [32, 64, 64])
    mixed(b, [run([64, 1, 1]), run([48, 1, 1], [64, 5, 5]), run([64, 1, 1], [96, 3, 3], [96, 3, 3]), mean(b, pooled)]);
  mixed(b, [run([384, 3, 3, 2]), run([64, 1, 1], [96, 3, 3], [96, 3, 3, 2]), max(b)]);
  for (const n of [128, 160, 160, 192])
    mixed(b, [
      run([192, 1, 1]),
      run([n, 1, 1], [n, 1, 7], [192, 7, 1]),
      run([n, 1, 1], [n, 7, 1], [n, 1, 7], [n, 7, 1], [192, 1, 7]),
      mean(b, 192),
    ]);
  mixed(b, [run([192, 1, 1], [320, 3, 3, 2]), run([192, 1, 1], [192, 1, 7], [192, 7, 1], [192, 3, 3, 2]), max(b)]);
  const fork = (): void => mixed(b, [run([384, 1, 3]), run([384, 3, 1])]);
  for (let i = 0; i < 2; i++)
    mixed(b, [
      run([320, 1, 1]),
      () => {
        layers(b, [[384, 1, 1]]);
        fork();
      },
      () => {
        layers(b, [
          [448, 1, 1],
          [384, 3, 3],
        ]);
        fork();
      },
      mean(b, 192),
    ]);
  b.head();
  return b.model(299);
}

export function efficientnetB0(folded: boolean): ModelSpec {
  const b = new Builder(folded);
  const silu = (): string => {
    const x = b.last;
    return b.add('Mul', [x, b.add('Sigmoid', [x])]);
  };
  const scaled = (op: string): string => b.add(op, [b.last, b.weight([3, 1, 1])]);
  // Rescaling to 1, without an offset; Normalization by a mean and a deviation that is not below ε.
  b.add('Mul', [b.last, b.weight([])]);
  b.add('Add', [b.last, b.weight([])]);
  scaled('Sub');
  const deviation = b.add('Max', [b.weight([3, 1, 1]), b.weight([])]);
  b.from('t2', 3);
  b.add('Div', [b.last, deviation]);
  b.conv(32, 3, 2, false);
  b.norm();
  silu();
  let first = true;
  for (const [kernel, repeats, filters, expansion, stride] of [
    [3, 1, 16, 1, 1],
    [3, 2, 24, 6, 2],
    [5, 2, 40, 6, 2],
    [3, 3, 80, 6, 2],
    [5, 3, 112, 6, 1],
    [5, 4, 192, 6, 2],
    [3, 1, 320, 6, 1],
  ] as const)
    for (let i = 0; i < repeats; i++) {
      const [start, width] = [b.last, b.width()];
      if (!first) {
        b.conv(expansion * width, 1, 1, false);
        b.norm();
        silu();
      }
      b.conv(b.width(), kernel, i === 0 ? stride : 1, false, b.width());
      b.norm();
      const [image, expanded] = [silu(), b.width()];
      b.add('ReduceMean', [image], { axes: [2, 3], keepdims: 1 });
      b.conv(width / 4, 1);
      silu();
      b.conv(expanded, 1);
      b.from(b.add('Mul', [image, b.add('Sigmoid', [b.last])]), expanded);
      b.conv(filters, 1, 1, false);
      b.norm();
      if (i > 0) b.add('Add', [start, b.last]);
      first = false;
    }
  b.conv(1280, 1, 1, false);
  b.norm();
  silu();
  b.head();
  return b.model();
}
