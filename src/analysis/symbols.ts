/** Names for counts that no shape tells: trips of loops, lengths that come as data, and the number of a trip. */
import { bind, type Dim, isUnknown, type Shape, symbol, symbolsOf } from '../model/dim.ts';
import { type Graph, type Node, nodeLabel, type ValueInfo, type ValueType } from '../model/model.ts';
import { leftOf } from '../model/series.ts';
import { allSteps } from './faults.ts';
import type { InferOptions } from './inputs.ts';
import type { Scope, Step } from './step.ts';

/** Guards that a name means one count. */
export class Symbols {
  /** Trip counts by symbol, and the node each stands for. */
  readonly trips = new Map<string, string>();
  /** Lengths that come as inputs of operators, whose values the data decides. */
  readonly lengths = new Set<string>();
  /** By the place of a loop: the symbol that numbers its trips. */
  private readonly indices = new Map<string, string>();
  private readonly bound: ReadonlyMap<string, Dim>;
  private readonly namesGiven: () => ReadonlySet<string>;
  private readonly namesOfInputs: () => ReadonlySet<string>;
  private ofInputs: ReadonlySet<string> | undefined;
  private watching: Set<string> | undefined;

  constructor(
    bound: ReadonlyMap<string, Dim>,
    namesGiven: () => ReadonlySet<string>,
    namesOfInputs: () => ReadonlySet<string>,
  ) {
    this.bound = bound;
    this.namesGiven = namesGiven;
    this.namesOfInputs = namesOfInputs;
  }

  trip(node: Node, scope: Scope): Dim {
    const place = placeOf(node, scope);
    const stem = `${node.name === '' ? `${node.op}_${node.index}` : node.name}_trips`;
    this.ofInputs ??= this.namesOfInputs();
    const { ofInputs } = this;
    const isTaken = (n: string): boolean =>
      (this.trips.get(n) ?? place) !== place || this.numbersTrips(n) || ofInputs.has(n);
    let name = stem;
    for (let i = 2; isTaken(name); i++) name = `${stem}_${i}`;
    this.trips.set(name, place);
    return this.met(name);
  }

  /** Whether it holds the symbol of a trip count. */
  isOpen(trips: Dim): boolean {
    return this.trips.size > 0 && symbolsOf(trips).some((name) => this.trips.has(name));
  }

  length(input: string): Dim {
    let name = input;
    while (this.numbersTrips(name)) name = `${name}_length`;
    this.lengths.add(name);
    return this.met(name);
  }

  /** A name that nothing else is called: it must not be bound, nor be added up as something else. */
  index(node: Node, scope: Scope): string {
    const place = placeOf(node, scope);
    const before = this.indices.get(place);
    if (before !== undefined) return before;
    // An identifier, as names in backticks may be written alike.
    const stem = `trip_of_${nodeLabel(node).replaceAll(/[^A-Za-z0-9_]+/g, '_')}`;
    const met = [...this.bound.keys(), ...this.trips.keys(), ...this.lengths, ...this.indices.values()];
    const taken = new Set([...this.namesGiven(), ...met]);
    let name = stem;
    for (let i = 2; taken.has(name) || taken.has(leftOf(name)); i++) name = `${stem}_${i}`;
    this.indices.set(place, name);
    return name;
  }

  /** What a walk gives, and the symbols it met. */
  watched<T>(run: () => T): { readonly result: T; readonly met: ReadonlySet<string> } {
    const around = this.watching;
    const met = new Set<string>();
    this.watching = met;
    const result = run();
    this.watching = around;
    for (const name of met) around?.add(name);
    return { result, met };
  }

  /** Trip counts that the run still holds: others were told by a closer look. */
  openTrips(steps: readonly Step[]): ReadonlyMap<string, string> {
    if (this.trips.size === 0) return this.trips;
    const open = new Set<string>();
    for (const { does } of allSteps(steps))
      if ('bodies' in does) for (const { trips } of does.bodies) for (const name of symbolsOf(trips)) open.add(name);
    return new Map([...this.trips].filter(([name]) => open.has(name) || this.bound.has(name)));
  }

  private met(name: string): Dim {
    this.watching?.add(name);
    return bind(symbol(name), this.bound);
  }

  private numbersTrips(name: string): boolean {
    for (const index of this.indices.values()) if (name === index || name === leftOf(index)) return true;
    return false;
  }
}

function placeOf(node: Node, scope: Scope): string {
  return `${scope.path}${node.index}`;
}

/** Symbols that the file, or the caller, names. */
export function namesIn(graph: Graph, options: InferOptions): ReadonlySet<string> {
  return namesOf([...graph.inputs, ...graph.outputs, ...graph.declared.values()], options);
}

/** Those that extents of the inputs are called: what a body makes of them holds them too. */
export function namesInInputs(graph: Graph, options: InferOptions): ReadonlySet<string> {
  return namesOf(graph.inputs, options);
}

function namesOf(infos: readonly ValueInfo[], options: InferOptions): ReadonlySet<string> {
  const shapes = [...options.inputs.values(), ...infos.flatMap(({ type }) => shapesIn(type))];
  return new Set(shapes.flatMap((shape) => (isUnknown(shape) ? [] : shape.flatMap(symbolsOf))));
}

/** Recursion is over nesting, which the reader bounds. */
function shapesIn(type: ValueType): readonly Shape[] {
  if (type.kind === 'tensor') return [type.shape];
  if (type.kind === 'sequence' || type.kind === 'optional') return shapesIn(type.element);
  return type.kind === 'map' ? shapesIn(type.value) : [];
}
