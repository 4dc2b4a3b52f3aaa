import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Fingerprint, fingerprintOf, kinship, pairKin } from '../../src/diff/kin.ts';
import { sharedPath } from '../shared.ts';
import { measured, renamed, type Spec, side, sideOfFile } from './sides.ts';

interface Plan {
  readonly widths?: readonly number[];
  readonly activation?: string;
  /** Weights are numbers that follow from their names. */
  readonly weights?: string;
  readonly input?: readonly number[];
  readonly norms?: boolean;
}

/** Convolutions in a row, each with an activation, and a classifier at the end. */
function network({ widths = [8, 8, 16, 16, 32, 32, 64, 64, 64, 64, 64, 64], ...plan }: Plan = {}): Spec {
  const { activation = 'Relu', weights = 'w', input = [1, 3, 32, 32], norms = false } = plan;
  const kernel = input.length === 4 ? [3, 3] : [3];
  const nodes: { op: string; inputs: string[]; outputs: string[]; attributes?: { pads: number[] } }[] = [];
  const initializers: Record<string, { shape: number[] }> = {};
  let [last, channels] = ['x', input[1] ?? 1];
  widths.forEach((width, i) => {
    initializers[`${weights}${i}`] = { shape: [width, channels, ...kernel] };
    const pads = kernel.flatMap(() => [1, 1]);
    nodes.push({ op: 'Conv', inputs: [last, `${weights}${i}`], outputs: [`c${i}`], attributes: { pads } });
    if (norms) nodes.push({ op: 'Sqrt', inputs: [`c${i}`], outputs: [`n${i}`] });
    nodes.push({ op: activation, inputs: [norms ? `n${i}` : `c${i}`], outputs: [`a${i}`] });
    [last, channels] = [`a${i}`, width];
  });
  nodes.push({ op: 'GlobalAveragePool', inputs: [last], outputs: ['y'] });
  return { inputs: { x: input }, outputs: ['y'], initializers, nodes };
}

const print = (plan: Plan): Fingerprint => fingerprintOf(side(network(plan)));
const plain = print({});

test('a model is its own kin whatever its nodes, tensors and weights are called', () => {
  const { model } = side(network());
  assert.ok(model);
  assert.equal(kinship(plain, fingerprintOf(measured(renamed(model)))), 4);
});

test('trained anew, a network of the same layers is kin; without the numbers in the weights it is as likely', () => {
  assert.equal(kinship(plain, print({ weights: 'v' })), 2);
  const { profile } = side(network());
  assert.equal(kinship(plain, fingerprintOf({ profile })), 2);
});

test('made wider throughout it keeps its places, made deeper most of its weights, and is kin', () => {
  assert.equal(kinship(plain, print({ weights: 'v', widths: [9, 9, 18, 18, 36, 36, 72, 72, 72, 72, 72, 72] })), 1);
  const deeper = print({ widths: [8, 8, 16, 16, 32, 32, 64, 64, 64, 64, 64, 64, 64, 64, 64] });
  assert.ok(kinship(plain, deeper) > 2.5);
});

test('another stem of operators and other extents are another network', () => {
  assert.equal(kinship(plain, print({ weights: 'v', norms: true, widths: Array.from({ length: 12 }, () => 24) })), 0);
});

test('weights alike are not enough where one takes images and the other sequences', () => {
  const one = { ...plain, places: new Float64Array([1]), contents: new Float64Array() };
  assert.equal(kinship(one, { ...one, ports: 'int641>number2' }), 0);
  assert.equal(kinship(one, { ...one, places: new Float64Array([2]) }), 1);
});

test('what is too small says nothing', () => {
  const tiny = print({ widths: [8, 8] });
  assert.equal(kinship(tiny, tiny), 0);
});

test('one that went pairs with the one that came of it, and with no other', () => {
  const other = print({ weights: 'o', norms: true, widths: Array.from({ length: 12 }, () => 24) });
  const edited = print({ activation: 'Sigmoid' });
  assert.deepEqual(pairKin([other, plain], [edited]), { pairs: [[1, 0]], unclear: [] });
  assert.deepEqual(pairKin([plain], [other]), { pairs: [], unclear: [] });
  assert.deepEqual(pairKin([other, plain], [edited, other]), {
    pairs: [
      [1, 0],
      [0, 1],
    ],
    unclear: [],
  });
});

test('of two that are made alike the numbers in the weights tell which it was', () => {
  const twin = print({ weights: 'v' });
  assert.deepEqual(pairKin([twin, plain], [print({ activation: 'Sigmoid' })]).pairs, [[1, 0]]);
});

test('without the numbers nobody can say which of two it was, nor which of two came of one', () => {
  const blind = { ...plain, contents: new Float64Array() };
  assert.deepEqual(pairKin([blind, blind], [blind]), { pairs: [], unclear: [{ came: 0, gone: [0, 1] }] });
  assert.deepEqual(pairKin([blind], [blind, blind]), {
    pairs: [],
    unclear: [
      { came: 0, gone: [0] },
      { came: 1, gone: [0] },
    ],
  });
});

/** Models of one family: one architecture, exported, quantised or measured for another batch. */
const families = [
  /bert-(base|tiny)-(dynamo|ts17|dynamo-dyn|ts17-dyn|ortfused)|quant-bert-tiny/,
  /gpt2-tiny/,
  /resnet18/,
  /squeezenet1_1/,
  /shufflenet_v2_x0_5/,
  /tv-vit_b_16/,
  /unet-convtranspose/,
];

test('no two models of different families are kin, whatever else they share', (t) => {
  const folder = sharedPath('models');
  if (folder === undefined) return t.skip('../shared/models is not there');
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.onnx'))
    .map((name) => ({ name, print: fingerprintOf(sideOfFile(join(folder, name))) }));
  const odd = all.flatMap((a, at) =>
    all.slice(at + 1).flatMap((b) => {
      const isFamily = families.some((family) => family.test(a.name) && family.test(b.name));
      return !isFamily && kinship(a.print, b.print) > 0 ? [`${a.name} ${b.name}`] : [];
    }),
  );
  assert.deepEqual(odd, []);
});
