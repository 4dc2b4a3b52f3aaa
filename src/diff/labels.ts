/** Three names for a layer, each blinder than the one before: what exactly it is, what style it has, what class it is of. */
import type { Layer } from '../analysis/profile.ts';
import { isUnknown, type Shape } from '../model/dim.ts';
import { isCommutative } from './classes.ts';
import type { Net } from './net.ts';
import { attributesOf, type Extent, shapeKey, styleOf, weightKeys } from './normalise.ts';
import { twins } from './twins.ts';
import { mainWeight } from './weights.ts';

export type Level = 'exact' | 'style' | 'kind';

/** Small integers, equal on both sides exactly where the layers look equal at that level. */
export interface Labels {
  readonly exact: Int32Array;
  readonly style: Int32Array;
  readonly kind: Int32Array;
  /** By node, for those with bodies: as `exact`, but blind to the bodies. */
  readonly own: ReadonlyMap<number, number>;
}

/** What the cost of a pair is computed from; one per exact label. */
export interface Look {
  readonly op: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Extents of the biggest parameter; empty without one. */
  readonly weight: readonly number[];
  /** Known extents of the first output, 0 for the others; `undefined` when not even the rank is known. */
  readonly output: readonly number[] | undefined;
  readonly dtype: string;
}

export interface Labelled {
  readonly base: Labels;
  readonly head: Labels;
  /** By exact label. */
  readonly looks: readonly Look[];
}

export function labelsOf(base: Net, head: Net, headExtent: Extent): Labelled {
  const exact = new Map<string, number>();
  const style = new Map<string, number>();
  const kind = new Map<string, number>();
  const own = new Map<string, number>();
  const looks: Look[] = [];
  const one = (net: Net, extent: Extent): Labels => {
    const opset = net.profile.model.opsets.get('') ?? 0n;
    const size = net.layers.length;
    const ofOwners = new Map<number, number>();
    const labels = {
      exact: new Int32Array(size),
      style: new Int32Array(size),
      kind: new Int32Array(size),
      own: ofOwners,
    };
    const known = twins(net);
    net.layers.forEach((layer, at) => {
      const twin = known(at);
      if (twin >= 0) {
        labels.exact[at] = labels.exact[twin] ?? 0;
        labels.style[at] = labels.style[twin] ?? 0;
        labels.kind[at] = labels.kind[twin] ?? 0;
        return;
      }
      const attributes = attributesOf(layer, opset);
      const keys = weightKeys(layer.weights, isCommutative(layer.op));
      const body = net.inner.get(layer);
      const ownStyle = `${layer.domain}:${layer.op} ${styleOf(layer, attributes)} w${keys.length} r${rankText(layer)}`;
      const details = `${[...attributes].map(([k, v]) => `${k}=${v}`).join(';')} ${keys.join(' ')} ${outputText(layer, extent)}`;
      const styleText = body === undefined ? ownStyle : `${ownStyle} {${body.map((b) => b.op).join(' ')}}`;
      const exactText = `${styleText} ${details}${body === undefined ? '' : bodyText(body, opset, extent)}`;
      if (body !== undefined) ofOwners.set(at, intern(own, `${ownStyle} ${details}`));
      const before = exact.size;
      labels.exact[at] = intern(exact, exactText);
      if (exact.size > before) looks.push(lookOf(layer, attributes));
      labels.style[at] = intern(style, styleText);
      labels.kind[at] = intern(kind, net.classes[at] ?? '');
    });
    return labels;
  };
  return { base: one(base, (d) => d), head: one(head, headExtent), looks };
}

function intern(table: Map<string, number>, text: string): number {
  const known = table.get(text);
  if (known !== undefined) return known;
  table.set(text, table.size);
  return table.size - 1;
}

function rankText(layer: Layer): string {
  const shape = layer.outputs[0]?.shape;
  return shape === undefined || isUnknown(shape) ? '?' : String(shape.length);
}

function outputText(layer: Layer, extent: Extent): string {
  let text = '';
  for (const o of layer.outputs) text += `${o.dtype ?? '?'}[${shapeKey(o.shape, extent)}]`;
  return text;
}

function bodyText(body: readonly Layer[], opset: bigint, extent: Extent): string {
  return body
    .map(
      (l) =>
        `${l.op}(${[...attributesOf(l, opset)].join(';')} ${weightKeys(l.weights, isCommutative(l.op)).join(' ')} ${outputText(l, extent)})`,
    )
    .join('');
}

function lookOf(layer: Layer, attributes: ReadonlyMap<string, string>): Look {
  const [output] = layer.outputs;
  return {
    op: layer.op,
    attributes,
    weight: (mainWeight(layer)?.shape ?? []).map(Number),
    output: output === undefined ? undefined : extents(output.shape),
    dtype: output?.dtype ?? '',
  };
}

function extents(shape: Shape): readonly number[] | undefined {
  return isUnknown(shape) ? undefined : shape.map((d) => (typeof d === 'bigint' ? Number(d) : 0));
}
