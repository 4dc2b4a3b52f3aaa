/**
 * Attributes and extents in one form on both sides, so that another operator-set version, an explicit default or another
 * name for the same symbol does not read as a change.
 */
import type { Layer, Profile, WeightRef } from '../analysis/profile.ts';
import { bind, type Dim, isSymbolic, isUnknown, keyOf, type Shape, symbol } from '../model/dim.ts';
import type { Attribute } from '../model/model.ts';
import { isMovedAttribute, operatorClass } from './classes.ts';
import { isLearnt } from './weights.ts';

/** How one side's extents are written in the words of both. */
export type Extent = (d: Dim) => Dim;

/**
 * Head symbols in base's words: those at the same input and axis are the same, whatever each file calls them. Left alone
 * where that would make two symbols one.
 */
export function alignSymbols(base: Profile, head: Profile): Extent {
  const renames = new Map<string, string>();
  head.inputs.forEach((input, ordinal) => {
    const other = base.inputs[ordinal];
    if (other === undefined || isUnknown(input.shape) || isUnknown(other.shape)) return;
    const mine = other.shape;
    input.shape.forEach((d, axis) => {
      const from = symbolName(d);
      const to = symbolName(mine[axis] ?? 0n);
      if (from !== undefined && to !== undefined && !renames.has(from)) renames.set(from, to);
    });
  });
  const changed = [...renames].filter(([from, to]) => from !== to);
  if (changed.length === 0 || new Set(renames.values()).size < renames.size) return (d) => d;
  const values = new Map(changed.map(([from, to]) => [from, symbol(to)]));
  return (d) => (typeof d === 'bigint' ? d : bind(d, values));
}

function symbolName(d: Dim): string | undefined {
  if (!isSymbolic(d) || d.terms.length !== 1) return undefined;
  const [term] = d.terms;
  const [factor] = term?.factors ?? [];
  if (term?.coefficient !== 1n || term.factors.length !== 1 || factor?.power !== 1) return undefined;
  return factor.atom.kind === 'symbol' ? factor.atom.name : undefined;
}

export function shapeKey(shape: Shape, extent: Extent): string {
  if (isUnknown(shape)) return '?';
  let text = '';
  for (const d of shape) text += `${typeof d === 'bigint' ? d : keyOf(extent(d))},`;
  return text;
}

const shapeLike = new Set(
  'hidden_size K N num_heads kv_num_heads q_num_heads sizes output_shape output_size'.split(' '),
);
const lastAxisByDefault = new Set([
  'Softmax',
  'LogSoftmax',
  'Hardmax',
  'LayerNormalization',
  'SimplifiedLayerNormalization',
]);
const plainByDefault = new Set(['dilations', 'strides']);
const ignored = new Set(['auto_pad', 'storage_order', 'stash_type', 'direction']);

/**
 * Attributes by name, as text, in normal form: defaults out, axes counted from the front, without what became an input in
 * some version. `direction` and `auto_pad` stay where they are not the default.
 */
export function attributesOf(layer: Layer, opset: bigint): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  const kind = operatorClass(layer.op);
  const softmax = lastAxisByDefault.has(layer.op);
  for (const [name, attribute] of layer.attributes) {
    const text = attributeText(attribute);
    if (text === undefined || isMovedAttribute(layer.op, name)) continue;
    if (isDefault(name, text, kind)) continue;
    if (name === 'axis' && attribute.kind === 'int') {
      const rank = rankOf(layer);
      const axis = attribute.value < 0n && rank !== undefined ? attribute.value + BigInt(rank) : attribute.value;
      if (softmax && (attribute.value === -1n || (rank !== undefined && axis === BigInt(rank - 1)))) continue;
      result.set(name, axis.toString());
    } else result.set(name, text);
  }
  // Softmax counted its default axis from the front before version 13.
  if (softmax && opset < 13n && kind === 'softmax' && !layer.attributes.has('axis') && rankOf(layer) !== 2)
    result.set('axis', '1');
  // Exporters order attributes each in their own way.
  return result.size < 2 ? result : new Map([...result].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What of the attributes is not an extent: the same in a wider copy of the layer. */
export function styleOf(layer: Layer, attributes: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [name, value] of attributes) {
    if (shapeLike.has(name)) continue;
    text += name === 'group' ? `group=${isDepthwise(layer) ? 'each' : 'some'};` : `${name}=${value};`;
  }
  return text;
}

function isDepthwise(layer: Layer): boolean {
  return layer.weights.some((w) => w.role === 'parameter' && w.input === 1 && w.shape[1] === 1n);
}

/** Parameters and statistics in order; where operands may be swapped, by shape. */
export function weightKeys(weights: readonly WeightRef[], swap: boolean): readonly string[] {
  const keys: string[] = [];
  for (const w of weights) {
    if (!isLearnt(w)) continue;
    keys.push(swap ? `${w.dtype}[${w.shape.join(',')}]` : `${w.input}:${w.dtype}[${w.shape.join(',')}]`);
  }
  return swap ? keys.sort() : keys;
}

function isDefault(name: string, text: string, kind: string): boolean {
  if (plainByDefault.has(name)) return /^1(,1)*$/.test(text);
  if (name === 'pads') return /^0(,0)*$/.test(text);
  if (name === 'group' || name === 'beta' || name === 'alpha') return text === '1' && kind !== 'activation';
  if (name === 'kernel_shape') return kind === 'conv';
  if (ignored.has(name)) return text === 'NOTSET' || text === '0' || text === '1' || text === 'forward';
  return name === 'ceil_mode' || name === 'count_include_pad' || name === 'transA' || name === 'transB'
    ? text === '0'
    : false;
}

function rankOf(layer: Layer): number | undefined {
  const shape = layer.outputs[0]?.shape;
  return shape === undefined || isUnknown(shape) ? undefined : shape.length;
}

export function attributeText(attribute: Attribute): string | undefined {
  switch (attribute.kind) {
    case 'int':
    case 'string':
      return String(attribute.value);
    case 'float':
      return String(Math.fround(attribute.value));
    case 'ints':
    case 'strings':
      return attribute.value.join(',');
    case 'floats':
      return attribute.value.map((v) => Math.fround(v)).join(',');
    case 'tensor':
      return `${attribute.value.dtype}[${attribute.value.shape.join(',')}]`;
    default:
      return undefined;
  }
}
