/** What a reader calls a layer: its module path or name, and inside a body or a function the way there. */
import type { Layer } from '../analysis/profile.ts';
import { isCall } from '../diff/frames.ts';

/** Owners named in one path; a file nests less. */
const deepest = 32;

/** `layer1.0.conv1`; `loop.body/conv1` in the body of a Loop; `call_3/act` in a function, or the module path it has there. */
export function placeName(layer: Layer, layers: readonly Layer[]): string {
  let text = '';
  let at: Layer | undefined = layer;
  for (let depth = 0; at !== undefined && depth < deepest; depth++) {
    const owner: Layer | undefined = at.owner === undefined ? undefined : layers[at.owner];
    // A module path is said from the top of its graph: the calls on the way there add nothing.
    const module = ownModule(at, owner);
    text = `${module || plainName(at)}${text}`;
    let graph: Layer = at;
    let around: Layer | undefined = owner;
    if (module !== '')
      while (around !== undefined && isCall(around)) {
        graph = around;
        around = around.owner === undefined ? undefined : layers[around.owner];
      }
    if (around === undefined) return text;
    text = isCall(around) ? `/${text}` : `.${graph.body ?? ''}/${text}`;
    at = around;
  }
  return text;
}

/** `Block/act`: where a layer stands in the functions around it, the same at every call; `undefined` outside of any. */
export function placeInFunction(layer: Layer, layers: readonly Layer[]): string | undefined {
  const path = [plainName(layer)];
  let at = layer;
  for (let depth = 0; at.owner !== undefined && depth < deepest; depth++) {
    const owner = layers[at.owner];
    if (owner === undefined || !isCall(owner)) break;
    path.unshift(owner.op);
    at = owner;
  }
  return path.length === 1 ? undefined : path.join('/');
}

/** A layer that tells no module of its own has that of its owner. */
function ownModule({ module }: Layer, owner: Layer | undefined): string {
  return owner !== undefined && module === owner.module ? '' : module;
}

/** Names of tensors in a function begin with the call's. */
function plainName({ name, op, outputs, owner }: Layer): string {
  const output = outputs[0]?.name ?? '';
  return name || (owner === undefined ? output : output.slice(output.lastIndexOf('/') + 1)) || op;
}
