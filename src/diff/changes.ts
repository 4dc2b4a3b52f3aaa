/** What differs between two paired layers, in the words of the field. */
import type { Layer } from '../analysis/profile.ts';
import { isWeightedClass } from './classes.ts';
import type { Change } from './diff.ts';
import type { Net } from './net.ts';
import { attributesOf } from './normalise.ts';
import { mainWeight } from './weights.ts';

type Value = string | number | null;
/** Properties by name, in the order they are reported. */
type Properties = ReadonlyMap<string, Value>;

const words: Readonly<Record<string, string>> = {
  kernel_shape: 'kernel',
  strides: 'stride',
  dilations: 'dilation',
  pads: 'padding',
  auto_pad: 'padding',
  group: 'groups',
  hidden_size: 'hiddenSize',
  K: 'inChannels',
  N: 'outChannels',
};
const missing: Readonly<Record<string, Value>> = { groups: 1, padding: 0, stride: 1, dilation: 1, bias: 'no' };

/**
 * Own properties that differ. Of layers that hold weights in a class of their own (convolution, matrix product, recurrent,
 * embedding) that includes the weights' extents and type; of all others these follow from what comes in.
 */
export function changesOf(base: Net, head: Net, i: number, j: number): readonly Change[] {
  const [from, to] = [base.layers[i], head.layers[j]];
  if (from === undefined || to === undefined) return [];
  const kind = base.classes[i] ?? '';
  const before = propertiesOf(base, from, kind);
  const after = propertiesOf(head, to, kind);
  const changes: Change[] = [];
  if (from.op !== to.op || from.domain !== to.domain)
    changes.push({ what: kind === 'activation' ? 'activation' : 'op', from: from.op, to: to.op });
  for (const what of new Set([...before.keys(), ...after.keys()])) {
    // Two operators of a class share few attributes; that they differ is said by the operator.
    if (from.op !== to.op && !(before.has(what) && after.has(what))) continue;
    const [a, b] = [before.get(what) ?? missing[what] ?? null, after.get(what) ?? missing[what] ?? null];
    if (a !== b) changes.push({ what, from: a, to: b });
  }
  return changes;
}

function propertiesOf(net: Net, layer: Layer, kind: string): Properties {
  const own = new Map<string, Value>();
  const holdsWeights = isWeightedClass(kind) || kind === 'embedding';
  const weight = mainWeight(layer);
  if (weight !== undefined && holdsWeights) {
    const put = extentsByClass[kind];
    put?.(layer, weight.shape.map(Number), own, weight.input);
    own.set('dtype', weight.dtype);
  }
  const opset = net.profile.model.opsets.get('') ?? 0n;
  const attributes = attributesOf(layer, opset);
  for (const [name, text] of attributes) {
    const what = words[name] ?? camelCase(name);
    const value = parseValue(text);
    if (!own.has(what) || value !== text) own.set(what, value);
  }
  const body = net.inner.get(layer);
  if (body !== undefined) own.set('body', body.map((l) => l.op).join(' '));
  return own;
}

type Describe = (layer: Layer, weight: readonly number[], own: Map<string, Value>, input: number) => void;

const extentsByClass: Readonly<Record<string, Describe>> = {
  conv: (layer, weight, own) => {
    const [first = 0, second = 0, ...kernel] = weight;
    const groups = intAttribute(layer, 'group') ?? 1;
    const transposed = layer.op === 'ConvTranspose';
    own.set('outChannels', transposed ? second * groups : first);
    own.set('inChannels', transposed ? first : second * groups);
    own.set('kernel', kernel.join('×'));
    own.set('bias', layer.weights.some((w) => w.input === 2) ? 'yes' : 'no');
  },
  matmul: (layer, weight, own, input) => {
    if (intAttribute(layer, 'N') !== undefined) return;
    const turned = (intAttribute(layer, input === 0 ? 'transA' : 'transB') ?? 0) === 1;
    const [rows = 1, columns = 1] = turned ? weight.slice(-2).reverse() : weight.slice(-2);
    const [into, out] = input === 0 ? [columns, rows] : [rows, columns];
    own.set('outChannels', weight.length < 2 ? 1 : out);
    own.set('inChannels', weight.length < 2 ? (weight[0] ?? 1) : into);
  },
  recurrent: (layer, weight, own) => {
    const hidden = intAttribute(layer, 'hidden_size');
    if (hidden !== undefined) own.set('hiddenSize', hidden);
    const input = layer.weights.find((w) => w.input === 1);
    own.set('inputSize', Number(input?.shape[2] ?? weight[2] ?? 0));
  },
  embedding: (_, weight, own) => {
    const [rows = 0, ...rest] = weight;
    own.set('vocabulary', rows);
    own.set(
      'outChannels',
      rest.reduce((n, d) => n * d, 1),
    );
  },
};

function intAttribute(layer: Layer, name: string): number | undefined {
  const attribute = layer.attributes.get(name);
  return attribute?.kind === 'int' ? Number(attribute.value) : undefined;
}

/** `3,3` as `3×3`, a lone integer as a number. */
function parseValue(text: string): Value {
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  return /^-?\d+(,-?\d+)+$/.test(text) ? text.replaceAll(',', '×') : text;
}

function camelCase(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_, c: string) => c.toUpperCase());
}
