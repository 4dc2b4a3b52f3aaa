/** Models of a few nodes, analysed. */
import { type Inference, type InferOptions, infer } from '../../src/analysis/infer.ts';
import { profileModel } from '../../src/analysis/measure.ts';
import type { Layer, Profile } from '../../src/analysis/profile.ts';
import { memorySource } from '../../src/bytes/source.ts';
import { readModel } from '../../src/formats/index.ts';
import { type Dim, isUnknown, type Shape } from '../../src/model/dim.ts';
import { formatDim, formatShape } from '../../src/model/dim-text.ts';
import type { Model } from '../../src/model/model.ts';
import { type ModelSpec, onnx } from '../build.ts';

export function modelOf(spec: ModelSpec): Model {
  return readModel(memorySource('test.onnx', onnx(spec)));
}

export interface Settings {
  readonly inputs?: Readonly<Record<string, readonly (number | Dim)[]>>;
  readonly bind?: Readonly<Record<string, number>>;
}

export function optionsOf({ inputs = {}, bind = {} }: Settings = {}): InferOptions {
  const dim = (d: number | Dim): Dim => (typeof d === 'number' ? BigInt(d) : d);
  return {
    inputs: new Map(Object.entries(inputs).map(([name, shape]): [string, Shape] => [name, shape.map(dim)])),
    bind: new Map(Object.entries(bind).map(([name, n]) => [name, BigInt(n)])),
  };
}

export function inferred(spec: ModelSpec, settings?: Settings): Inference {
  return infer(modelOf(spec), optionsOf(settings));
}

export function profiled(spec: ModelSpec, settings?: Settings): Profile {
  return profileModel(modelOf(spec), 'test.onnx', optionsOf(settings));
}

/** `float32[1, 4]` of a tensor by name; its reason where the rank is unknown. */
export function typeOf(profile: Profile, tensor: string): string {
  const all = [...profile.inputs, ...profile.layers.flatMap((l) => l.outputs), ...profile.outputs];
  const value = all.find((v) => v.name === tensor);
  if (value === undefined) return 'no such tensor';
  const { dtype, shape } = value;
  return isUnknown(shape) ? `${dtype ?? '?'} unknown: ${shape.why}` : `${dtype ?? '?'}${formatShape(shape)}`;
}

export function layerOf(profile: Profile, op: string): Layer {
  const layer = profile.layers.find((l) => l.op === op);
  if (layer === undefined) throw new Error(`no layer ${op}`);
  return layer;
}

/** As text, so that a test can write an expression down; the reason where unknown. */
export function textOf(d: Dim): string {
  return isUnknown(d) ? `unknown: ${d.why}` : formatDim(d);
}

export function codesOf({ problems }: { readonly problems: readonly { readonly code: string }[] }): readonly string[] {
  return problems.map((p) => p.code);
}
