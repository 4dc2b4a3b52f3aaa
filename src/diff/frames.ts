/**
 * The layers of a profile by the graph they stand in. What a function does stands in the graph that calls it: there it is
 * compared as if it were written out, so that neither its name nor inlining it hides a layer. The body of an If, a Loop or a
 * Scan is a graph of its own.
 */
import type { Layer, Profile } from '../analysis/profile.ts';

/** The layers of one graph, and all that is in the bodies of each. */
export interface Frame {
  readonly layers: readonly Layer[];
  /** Layers of bodies, nested ones included, by the layer of this frame that owns them. */
  readonly inner: ReadonlyMap<Layer, readonly Layer[]>;
}

interface Place {
  readonly list: Layer[];
  readonly owner: Layer | undefined;
  readonly depth: number;
}

export interface Frames {
  readonly main: Frame;
  /** Bodies of a layer by name, in their order. */
  bodiesOf(owner: Layer): ReadonlyMap<string, Frame>;
}

/** Graphs inside one another that are told apart; the analysis does not go deeper, a damaged document might. */
const deepest = 64;

const noBodies: ReadonlyMap<string, Frame> = new Map();

/** Layers whose owner is missing, as a damaged document may have them, are left out. */
export function framesOf({ layers }: Profile): Frames {
  if (layers.every((l) => l.owner === undefined && l.bodies === undefined))
    return { main: { layers: layers.filter((l) => l.index !== null), inner: new Map() }, bodiesOf: () => noBodies };
  const inner = new Map<Layer, Layer[]>();
  const main: Layer[] = [];
  const bodies = new Map<Layer, Map<string, { readonly layers: Layer[]; readonly inner: typeof inner }>>();
  /** The graph each layer stands in, and the layer that owns it. */
  const places = new Map<Layer, Place>();
  const bodyOf = (owner: Layer, name: string): Layer[] => {
    const own = bodies.get(owner) ?? new Map<string, { readonly layers: Layer[]; readonly inner: typeof inner }>();
    bodies.set(owner, own);
    const body = own.get(name) ?? { layers: [], inner };
    own.set(name, body);
    return body.layers;
  };
  // Owners come before what is in them.
  for (const layer of layers) {
    const owner = layer.owner === undefined ? undefined : layers[layer.owner];
    const around = owner === undefined ? undefined : places.get(owner);
    let place: Place = { list: main, owner: undefined, depth: 0 };
    if (layer.owner === undefined) {
      if (layer.index === null) continue;
    } else if (owner === undefined || around === undefined) continue;
    else if (isCall(owner) || around.depth >= deepest) place = around;
    else place = { list: bodyOf(owner, layer.body ?? ''), owner, depth: around.depth + 1 };
    places.set(layer, place);
    place.list.push(layer);
    for (let at = place.owner; at !== undefined; at = places.get(at)?.owner) {
      const all = inner.get(at);
      if (all === undefined) inner.set(at, [layer]);
      else all.push(layer);
    }
    if (!isCall(layer)) for (const { name } of layer.bodies ?? []) bodyOf(layer, name);
  }
  return { main: { layers: main, inner }, bodiesOf: (owner) => bodies.get(owner) ?? noBodies };
}

/** Whether what the layer does stands in its place. */
export function isCall({ bodies }: Layer): boolean {
  return bodies?.length === 1 && bodies[0]?.call === true;
}
