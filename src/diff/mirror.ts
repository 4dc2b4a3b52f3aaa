/** Puts the two sides into an order of their own, so that comparing a with b and b with a are the same computation. */
import type { Layer } from '../analysis/profile.ts';
import { isUnknown, keyOf } from '../model/dim.ts';
import { emptyPairing, type Pairing, pair } from './cost.ts';
import type { Net } from './net.ts';
import type { Evidence } from './sketch.ts';

/** Negative when `a` comes first, 0 when nothing the matching looks at tells them apart. */
export function order(a: Net, b: Net, evidence: Evidence | undefined): number {
  const bySize = a.layers.length - b.layers.length || a.profile.layers.length - b.profile.layers.length;
  if (bySize !== 0) return bySize;
  for (const describe of [looks, wiring])
    for (let at = 0; at < a.layers.length; at++) {
      const [x, y] = [a.layers[at], b.layers[at]];
      if (x === undefined || y === undefined) continue;
      const [left, right] = [describe(x), describe(y)];
      if (left !== right) return left < right ? -1 : 1;
    }
  for (let at = 0; at < (evidence?.base.length ?? 0); at++) {
    const [x, y] = [evidence?.base[at]?.values ?? [], evidence?.head[at]?.values ?? []];
    if (x.length !== y.length) return x.length - y.length;
    for (let v = 0; v < x.length; v++) if (x[v] !== y[v]) return (x[v] ?? 0) < (y[v] ?? 0) ? -1 : 1;
  }
  return 0;
}

function looks(layer: Layer): string {
  const [output] = layer.outputs;
  const shape = output === undefined || isUnknown(output.shape) ? '?' : output.shape.map(keyOf).join();
  return `${layer.op} ${output?.dtype} ${shape} ${layer.weights.map((w) => `${w.dtype}${w.shape}`).join()}`;
}

function wiring(layer: Layer): string {
  return `${layer.name} ${layer.module} ${layer.inputs.join()} ${layer.outputs.map((o) => o.name).join()} ${[...layer.attributes.keys()].join()}`;
}

export function mirrorEvidence(e: Evidence | undefined): Evidence | undefined {
  if (e === undefined) return undefined;
  return { ...e, base: e.head, head: e.base, baseContent: e.headContent, headContent: e.baseContent };
}

export function mirrorPairing(p: Pairing): Pairing {
  const result = emptyPairing(p.toBase.length, p.toHead.length);
  p.toHead.forEach((j, i) => {
    if (j >= 0) pair(result, j, i, p.phase[i] ?? 0);
  });
  return result;
}
