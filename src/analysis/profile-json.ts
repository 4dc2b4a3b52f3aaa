/** A profile as the document `flopgate.profile/1`; `profile-read.ts` reads it back. */
import { type Dim, isUnknown, type Shape } from '../model/dim.ts';
import { type DimJson, dimToJson } from '../model/dim-text.ts';
import type { Attribute, Scalar, Tensor } from '../model/model.ts';
import {
  costKeys,
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
    inputs: profile.inputs.map(valueToJson),
    outputs: profile.outputs.map(valueToJson),
    convention: profile.convention,
    totals: totalsToJson(profile.totals),
    layers: profile.layers.map(layerToJson),
    coverage: { ...profile.coverage, unknownOperators: record(profile.coverage.unknownOperators, (n) => n) },
    assumptions: profile.assumptions,
    problems: profile.problems,
  };
}

/** Object.fromEntries defines keys as they are, `__proto__` included. */
function record<V>(map: ReadonlyMap<string, V>, write: (value: V) => DimJson): object {
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
  return {
    index: layer.index,
    name: layer.name,
    op: layer.op,
    domain: layer.domain,
    module: layer.module,
    ...(layer.owner !== undefined && { owner: layer.owner }),
    ...(layer.body !== undefined && { body: layer.body }),
    inputs: layer.inputs,
    outputs: layer.outputs.map(valueToJson),
    attributes: Object.fromEntries([...layer.attributes].map(([name, a]) => [name, attributeToJson(a)])),
    weights: layer.weights.map(weightToJson),
    ...Object.fromEntries(costKeys.map((key) => [key, dimToJson(layer[key])])),
    status: layer.status,
    ...(layer.why !== undefined && { why: layer.why }),
    ...(layer.dead === true && { dead: true }),
    ...(layer.untaken === true && { untaken: true }),
  };
}

function valueToJson({ name, dtype, shape, type }: NamedValue): object {
  return { name, dtype, shape: shapeToJson(shape), ...(type !== undefined && { type }) };
}

function shapeToJson(shape: Shape): readonly DimJson[] | null {
  return isUnknown(shape) ? null : shape.map(dimToJson);
}

function weightToJson({ input, name, dtype, shape, role }: WeightRef): object {
  return { input, name, dtype, shape: shape.map(dimToJson), role };
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
