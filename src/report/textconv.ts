/**
 * A model as lines of text for `git diff`: one line for each layer, in file order, with what makes it what it is. Nothing
 * in a line depends on another layer's place: no indices, no columns, no tensor names, or one change would show in all.
 */
import type { Layer, NamedValue, Profile, WeightRef } from '../analysis/profile.ts';
import { type Dim, isUnknown } from '../model/dim.ts';
import { formatDim, formatShape } from '../model/dim-text.ts';
import type { Attribute, Model } from '../model/model.ts';
import { terminalText } from './escape.ts';

const longestName = 200;
/** Letters of one attribute; a table of classes is told by its first and last. */
const longestValue = 120;

/** Header, layers, totals. `model` shows whether weights are the same; a saved profile cannot. */
export function modelText(profile: Profile, model?: Model): string {
  const { format, producer, opsets } = profile.model;
  const sets = [...opsets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([domain, n]) => `${domain || 'ai.onnx'} ${n}`);
  const labels = labelsOf(profile);
  const lines = [
    `format: ${format}`,
    `producer: ${producer}`,
    `operator sets: ${sets.join(', ')}`,
    ...profile.assumptions.map((assumption) => `measured with: ${assumption}`),
    ...profile.inputs.map((value) => `input: ${value.name} ${typeText(value)}`),
    ...profile.layers.map((layer) => layerLine(layer, profile, labels)),
    ...profile.outputs.map((value) => `output: ${value.name} ${typeText(value)} <- ${labels.get(value.name) ?? '?'}`),
    ...(['parameters', 'macs', 'flops', 'weightBytes', 'peakBytes'] as const).map(
      (metric) => `total ${metric}: ${countText(profile.totals[metric])}`,
    ),
    ...(model === undefined ? [] : [`weights: ${weightsText(profile, model)}`]),
  ];
  return lines.map((line) => `${terminalText(line, Number.POSITIVE_INFINITY)}\n`).join('');
}

/** `layer1.0.conv1: Conv(bn1) -> float32[1, 64, 56, 56]; kernel_shape=[3, 3]; W float32[64, 64, 3, 3]; 36,864 …` */
function layerLine(layer: Layer, { layers }: Profile, labels: ReadonlyMap<string, string>): string {
  const stored = new Set(layer.weights.map(({ input }) => input));
  const inputs = layer.inputs.flatMap((name, i) =>
    stored.has(i) ? [] : [name === '' ? '' : (labels.get(name) ?? '?')],
  );
  const domain = layer.domain === '' || layer.domain === 'ai.onnx' ? '' : `${layer.domain}.`;
  const attributes = [...layer.attributes].flatMap(([name, value]) => {
    const text = attributeText(value);
    return text === undefined ? [] : [`${name}=${text}`];
  });
  const costs = (['parameters', 'macs'] as const).flatMap((metric) =>
    layer[metric] === 0n ? [] : [`${metric} ${countText(layer[metric])}`],
  );
  const marks = [
    ...(layer.dead === true ? ['dead'] : []),
    ...(layer.untaken === true ? ['untaken'] : []),
    ...(layer.status === 'unknown' ? [`unknown: ${layer.why ?? ''}`] : []),
  ];
  const body = layer.body === undefined ? '' : ` (${layer.body})`;
  return [
    `${indent(layer, layers)}${labelOf(layer)}${body}: ${domain}${layer.op}(${inputs.join(', ')}) -> ${layer.outputs.map(typeText).join(', ')}`,
    ...attributes.sort(),
    ...layer.weights.map(weightText),
    ...costs,
    ...marks,
  ].join('; ');
}

/** Two spaces for each owner; a chain of owners is as deep as bodies are nested. */
function indent(layer: Layer, layers: readonly Layer[]): string {
  let depth = 0;
  for (let owner = layer.owner; owner !== undefined && depth < 16; owner = layers[owner]?.owner) depth++;
  return '  '.repeat(depth);
}

/** By tensor: the label of the layer that makes it, or the graph input's name. */
function labelsOf({ inputs, layers }: Profile): ReadonlyMap<string, string> {
  const labels = new Map(inputs.map(({ name }) => [name, name]));
  for (const layer of layers)
    for (const [i, { name }] of layer.outputs.entries()) {
      if (name !== '' && !labels.has(name)) labels.set(name, i === 0 ? labelOf(layer) : `${labelOf(layer)}#${i}`);
    }
  return labels;
}

function labelOf({ module, name, outputs, op }: Layer): string {
  return terminalText(module || name || outputs[0]?.name || op, longestName);
}

function typeText({ dtype, shape, type }: NamedValue): string {
  return type === undefined ? `${dtype ?? 'unknown'}${formatShape(shape)}` : `${type} of ${dtype ?? 'unknown'}`;
}

function weightText({ dtype, shape, role }: WeightRef): string {
  return `${role} ${dtype}[${shape.join(', ')}]`;
}

function countText(count: Dim): string {
  return isUnknown(count) ? `unknown (${count.why})` : formatDim(count);
}

/** What the analysis keeps of it: graphs and tensors are in lines of their own, or too large for one. */
function attributeText(attribute: Attribute): string | undefined {
  switch (attribute.kind) {
    case 'int':
    case 'float':
    case 'string':
      return shortened(String(attribute.value));
    case 'ints':
    case 'floats':
    case 'strings':
      return shortened(`[${attribute.value.join(', ')}]`);
    default:
      return undefined;
  }
}

function shortened(text: string): string {
  return terminalText(text, longestValue);
}

const samples = 16;

/** A fingerprint of up to 16 elements of each stored tensor: other numbers in the same structure change this one line. */
function weightsText({ layers }: Profile, { graph }: Model): string {
  let hash = 0x811c9dc5;
  let seen = 0;
  let missing = 0;
  const mix = (text: string): void => {
    // FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  };
  const done = new Set<string>();
  for (const { name } of layers.flatMap(({ weights }) => weights)) {
    const tensor = graph.tensors.get(name);
    if (tensor === undefined || done.has(name)) continue;
    done.add(name);
    const values = sampled(Number(tensor.elementCount), (at) => tensor.elements(at, at + 1)?.[0]);
    if (values === undefined) missing++;
    else {
      seen++;
      mix(`${values.join()};`);
    }
  }
  const away = missing === 0 ? '' : `${seen === 0 ? '' : ', '}${missing} not at hand`;
  return `${seen === 0 ? '' : `${seen} sampled, #${(hash >>> 0).toString(16).padStart(8, '0')}`}${away}` || 'none';
}

/** Elements at even distances, first and last among them; `undefined` where one is not there. */
function sampled<T>(count: number, read: (at: number) => T | undefined): readonly T[] | undefined {
  const values: T[] = [];
  const most = Math.min(samples, count);
  for (let i = 0; i < most; i++) {
    const value = read(most === 1 ? 0 : Math.floor((i * (count - 1)) / (most - 1)));
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}
