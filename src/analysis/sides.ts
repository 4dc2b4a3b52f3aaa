/** One set of given shapes for two versions of a model, whose inputs may bear other names on each side. */
import { type Dim, isUnknown, keyOf, type Shape, symbol, symbolsOf } from '../model/dim.ts';
import type { Graph } from '../model/model.ts';
import type { InferOptions } from './inputs.ts';

/**
 * The options as they apply to `graph`. A shape whose name only the other side knows goes to the input at the same
 * position when its rank fits, and so does a number for a symbol; so a re-export that renames its inputs, or their
 * symbols, is still measured as one asked for.
 * A name neither side knows stays, and is the error it should be.
 */
export function optionsForSide(options: InferOptions, graph: Graph, other: Graph | undefined): InferOptions {
  if (other === undefined) return options;
  return { inputs: inputsForSide(options, graph, other), bind: bindForSide(options, graph, other) };
}

/** A symbol that only the other side knows is the one at the same input and axis here, if that is not bound itself. */
function bindForSide({ bind }: InferOptions, graph: Graph, other: Graph): InferOptions['bind'] {
  if (bind.size === 0) return bind;
  const own = symbolPlaces(graph);
  const theirs = symbolPlaces(other);
  const ownNames = new Set(own.values());
  const theirNames = new Set(theirs.values());
  const found = new Map<string, bigint>();
  for (const [name, value] of bind) {
    const place = ownNames.has(name) ? undefined : [...theirs].find(([, theirName]) => theirName === name)?.[0];
    const here = place === undefined ? undefined : own.get(place);
    const isFree = here !== undefined && !bind.has(here) && !theirNames.has(here) && !found.has(here);
    found.set(isFree ? here : name, value);
  }
  return found;
}

/** Names of bare symbols by ordinal of the input and axis. */
function symbolPlaces(graph: Graph): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const inputs = graph.inputs.filter(({ name }) => !graph.tensors.has(name));
  inputs.forEach(({ type }, ordinal) => {
    if (type.kind !== 'tensor' || isUnknown(type.shape)) return;
    type.shape.forEach((d, axis) => {
      const [name, ...more] = symbolsOf(d);
      if (name !== undefined && more.length === 0 && keyOf(d) === keyOf(symbol(name)))
        places.set(`${ordinal}:${axis}`, name);
    });
  });
  return places;
}

function inputsForSide(options: InferOptions, graph: Graph, other: Graph): InferOptions['inputs'] {
  if (options.inputs.size === 0) return options.inputs;
  const own = inputNames(graph);
  const theirs = inputNames(other);
  const inputs = new Map<string, Shape>();
  for (const [name, shape] of options.inputs) {
    const position = own.includes(name) ? -1 : theirs.indexOf(name);
    if (position < 0) inputs.set(name, shape);
    else {
      const counterpart = own[position];
      const free = counterpart !== undefined && !options.inputs.has(counterpart);
      if (free && rankFits(graph, counterpart, shape)) inputs.set(counterpart, shape);
    }
  }
  return inputs;
}

/** The options with some symbols left free: neither bound, nor fixed by a shape given for an input that declares them. */
export function optionsFreeOf(options: InferOptions, symbols: readonly string[], graph: Graph): InferOptions {
  const isNamed = (d: Dim): boolean => symbolsOf(d).some((name) => symbols.includes(name));
  const inputs = new Map(
    [...options.inputs].map(([name, shape]): [string, Shape] => {
      const type = graph.inputs.find((input) => input.name === name)?.type;
      if (type?.kind !== 'tensor' || isUnknown(type.shape) || isUnknown(shape)) return [name, shape];
      const declared = type.shape;
      return [name, shape.map((d, axis) => (isNamed(declared[axis] ?? 0n) ? (declared[axis] ?? d) : d))];
    }),
  );
  return { inputs, bind: new Map([...options.bind].filter(([name]) => !symbols.includes(name))) };
}

function inputNames(graph: Graph): readonly string[] {
  return graph.inputs.filter(({ name }) => !graph.tensors.has(name)).map(({ name }) => name);
}

function rankFits(graph: Graph, name: string, shape: Shape): boolean {
  const type = graph.inputs.find((input) => input.name === name)?.type;
  if (type?.kind !== 'tensor') return false;
  return isUnknown(type.shape) || isUnknown(shape) || type.shape.length === shape.length;
}
