/** A profile as the document `flopgate.profile/1`; `profile-read.ts` reads it back. */
import { strictJson } from '../bytes/text.ts';
import { type Dim, isUnknown, type Shape } from '../model/dim.ts';
import { type DimJson, dimToJson } from '../model/dim-text.ts';
import type { Attribute, Scalar, Tensor } from '../model/model.ts';
import {
  type BodyRef,
  type Layer,
  type NamedValue,
  type Profile,
  profileSchema,
  type Totals,
  totalKeys,
  type WeightRef,
} from './profile.ts';

export { looksLikeProfile, profileFromJson } from './profile-read.ts';

/** Plain JSON values only; the same profile gives the same document. */
export function profileToJson(profile: Profile): object {
  return documentOf(profile, profile.layers.map(layerToJson));
}

/** Layers written at a time: each piece is some 100 kB of text. */
const layersInPiece = 128;

/**
 * The document's text, indented by one space, in pieces: that of 100,000 layers takes 75 MB, and as much again for the
 * values it is written from. With `depth` spaces before each line but the first.
 */
export function* profileText(profile: Profile, depth = 0): Generator<string> {
  const whole = strictJson(JSON.stringify(documentOf(profile, []), null, 1)).replaceAll('\n', `\n${' '.repeat(depth)}`);
  // No line break stands inside a JSON string, so this is the key of the document itself.
  const gap = `\n${' '.repeat(depth + 1)}"layers": [`;
  const at = whole.indexOf(`${gap}]`) + gap.length;
  const { layers } = profile;
  const attributes = attributesWritten();
  if (layers.length === 0) {
    yield whole;
    return;
  }
  yield whole.slice(0, at);
  for (let from = 0; from < layers.length; from += layersInPiece) {
    const piece = layers.slice(from, from + layersInPiece).map((layer) => layerFields(layer, attributes));
    yield (from === 0 ? '' : ',') + elementsText(piece, depth + 2);
  }
  yield `\n${' '.repeat(depth + 1)}${whole.slice(at)}`;
}

/** The elements of a list as they stand `depth` spaces deep: lists around it indent them, and are cut off. */
function elementsText(list: readonly object[], depth: number): string {
  let value: object = list;
  for (let i = 1; i < depth; i++) value = [value];
  const text = JSON.stringify(value, null, 1);
  // Before it a bracket on each line, 0 to depth − 1 spaces deep; the same after it, and one line break more.
  const around = (depth * (depth + 1)) / 2 + depth - 1;
  return strictJson(text.slice(around, text.length - around - 1));
}

/** Several documents as one array. */
export function* profilesText(profiles: readonly Profile[]): Generator<string> {
  for (const [i, profile] of profiles.entries()) {
    yield i === 0 ? '[\n ' : ',\n ';
    yield* profileText(profile, 1);
  }
  yield profiles.length === 0 ? '[]' : '\n]';
}

function documentOf(profile: Profile, layers: readonly object[]): object {
  const { model } = profile;
  return {
    schema: profileSchema,
    model: {
      path: model.path,
      format: model.format,
      byteSize: model.byteSize,
      producer: model.producer,
      opsets: record(model.opsets, dimToJson),
    },
    ...(profile.scenario !== undefined && { scenario: profile.scenario }),
    inputs: profile.inputs.map(valueToJson),
    outputs: profile.outputs.map(valueToJson),
    convention: profile.convention,
    totals: totalsToJson(profile.totals),
    layers,
    coverage: { ...profile.coverage, unknownOperators: record(profile.coverage.unknownOperators, (n) => n) },
    assumptions: profile.assumptions,
    problems: profile.problems,
  };
}

/** Object.fromEntries defines keys as they are, `__proto__` included. */
function record<V>(map: ReadonlyMap<string, V>, write: (value: V) => DimJson | object): object {
  if (map.size === 0) return {};
  return Object.fromEntries([...map].map(([key, value]) => [key, write(value)]));
}

function totalsToJson(totals: Totals): object {
  const why = totalKeys.flatMap((key) => {
    const d = totals[key];
    return isUnknown(d) ? [[key, d.why]] : [];
  });
  return {
    ...Object.fromEntries(totalKeys.map((key) => [key, dimToJson(totals[key])])),
    weightBytesByDtype: record(totals.weightBytesByDType, dimToJson),
    macsByWidth: record(totals.macsByWidth, dimToJson),
    ...(why.length > 0 && { why: Object.fromEntries(why) }),
  };
}

function layerToJson(layer: Layer): object {
  const fields = Object.entries(layerFields(layer, attributesToJson));
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** What a layer has not is `undefined`, which JSON.stringify leaves out: V8 is slow at objects spread together. */
function layerFields(layer: Layer, attributes: (map: Layer['attributes']) => object): object {
  return {
    index: layer.index,
    name: layer.name,
    op: layer.op,
    domain: layer.domain,
    module: layer.module,
    owner: layer.owner,
    body: layer.body,
    bodies: layer.bodies?.map(bodyToJson),
    inputs: layer.inputs,
    outputs: layer.outputs.map(valueToJson),
    attributes: attributes(layer.attributes),
    weights: layer.weights.map(weightToJson),
    parameters: dimToJson(layer.parameters),
    buffers: dimToJson(layer.buffers),
    macs: dimToJson(layer.macs),
    flops: dimToJson(layer.flops),
    weightBytes: dimToJson(layer.weightBytes),
    quantBytes: dimToJson(layer.quantBytes),
    constantBytes: dimToJson(layer.constantBytes),
    readBytes: dimToJson(layer.readBytes),
    writeBytes: dimToJson(layer.writeBytes),
    status: layer.status,
    why: layer.why,
    dead: layer.dead,
    untaken: layer.untaken,
  };
}

function bodyToJson({ name, call, inputs, outputs }: BodyRef): object {
  return { name, ...(call === true && { call }), inputs: inputs.map(valueToJson), outputs };
}

function valueToJson({ name, dtype, shape: extents, type }: NamedValue): object {
  const shape = shapeToJson(extents);
  return type === undefined ? { name, dtype, shape } : { name, dtype, shape, type };
}

function shapeToJson(shape: Shape): readonly DimJson[] | null {
  return isUnknown(shape) ? null : shape.map(dimToJson);
}

function weightToJson({ input, name, dtype, shape, role }: WeightRef): object {
  return { input, name, dtype, shape: shape.map(dimToJson), role };
}

/** Layers of equal settings share one map of them (measure.ts); text is made of each once. */
function attributesWritten(): (map: Layer['attributes']) => object {
  const known = new Map<Layer['attributes'], object>();
  return (map) => {
    const before = known.get(map);
    if (before !== undefined) return before;
    const json = attributesToJson(map);
    if (known.size < mostSettings) known.set(map, json);
    return json;
  };
}

/** Networks have dozens. */
const mostSettings = 4096;

function attributesToJson(map: Layer['attributes']): object {
  return record(map, attributeToJson);
}

function attributeToJson(attribute: Attribute): object {
  switch (attribute.kind) {
    case 'int':
      return { kind: 'int', value: dimToJson(attribute.value) };
    case 'ints':
      return { kind: 'ints', value: attribute.value.map(dimToJson) };
    case 'float':
      return { kind: 'float', value: floatToJson(attribute.value) };
    case 'floats':
      return { kind: 'floats', value: attribute.value.map(floatToJson) };
    case 'string':
    case 'strings':
      return attribute;
    case 'tensor':
      return { kind: 'tensor', value: tensorToJson(attribute.value) };
    case 'tensors':
      return { kind: 'tensors', value: attribute.value.map(tensorToJson) };
    default:
      // A profile's layers hold no graphs, types or references (measure.ts).
      return { kind: attribute.kind };
  }
}

/** JSON has no infinities and no NaN; they are written as text, as is −0, which JSON.stringify would lose. */
function floatToJson(x: number): number | string {
  return Number.isFinite(x) && !Object.is(x, -0) ? x : Object.is(x, -0) ? '-0' : String(x);
}

function tensorToJson(tensor: Tensor): object {
  const elements = tensor.elements(0, Number(tensor.elementCount));
  return {
    name: tensor.name,
    dtype: tensor.dtype,
    shape: tensor.shape.map(dimToJson),
    byteLength: dimToJson(tensor.byteLength),
    place: tensor.place,
    ...(elements !== undefined && { elements: elements.map(scalarToJson) }),
  };
}

/** Integers as `{ int }` where text or a float could be meant: floats and strings are plain. */
function scalarToJson(x: Scalar): object | number | string {
  if (typeof x === 'number') return { float: floatToJson(x) };
  if (typeof x === 'string') return x;
  const d: Dim = x;
  return { int: dimToJson(d) };
}
