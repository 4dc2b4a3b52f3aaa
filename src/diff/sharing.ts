/** Weights that several layers share: counted once, so that only a change of sharing is a change. */
import type { Layer } from '../analysis/profile.ts';
import { isWeightedClass } from './classes.ts';
import type { Net } from './net.ts';
import { type LayerDeltas, storedMetrics } from './totals.ts';

/** A table or mask that one file stores twice is the exporter's doing; a matrix, an embedding or a scale is the author's. */
export function holdsWeights(net: Net, layer: Layer): boolean {
  const kind = net.classes[net.indexOf(layer)] ?? '';
  return isWeightedClass(kind) || kind === 'embedding' || kind === 'norm';
}

export function isUntied(deltas: LayerDeltas): boolean {
  return [...deltas.keys()].some((m) => storedMetrics.has(m) && m !== 'constantBytes' && m !== 'quantBytes');
}

/** How many layers use each stored tensor. */
export function usersOf(net: Net): ReadonlyMap<string, number> {
  const users = new Map<string, number>();
  for (const layer of net.layers)
    for (const name of new Set(layer.weights.map((w) => w.name))) users.set(name, (users.get(name) ?? 0) + 1);
  return users;
}

/** Whether a layer has its weights for itself (`own`) or with others (`shared`). */
export function sharing(layer: Layer, users: ReadonlyMap<string, number> | undefined): string {
  const isShared = layer.weights.some((w) => w.role === 'parameter' && (users?.get(w.name) ?? 0) > 1);
  return isShared ? 'shared' : 'own';
}
