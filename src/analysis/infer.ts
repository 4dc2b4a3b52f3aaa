/**
 * Element type, shape and small value of every tensor, by one walk over the nodes in topological order. A fault never
 * stops it: what a rule cannot tell is unknown, with its reason, and the walk goes on.
 */
import type { Dim } from '../model/dim.ts';
import { type Attribute, functionKey, type Model, type Node } from '../model/model.ts';
import { lookup, sinceVersion } from '../operators/index.ts';
import { Mismatch } from '../operators/operator.ts';
import type { Problem } from '../problem.ts';
import { Alike, type Asking } from './alike.ts';
import { runControl } from './control.ts';
import { openSymbols, problemsOf } from './faults.ts';
import { callFunction } from './functions.ts';
import { type Given, givenInputs, type InferOptions } from './inputs.ts';
import { executionOrder } from './order.ts';
import {
  addTensors,
  makeValue,
  maxDepth,
  OutOfOrder,
  outOfOrder,
  resolve,
  type Scope,
  type Step,
  unknownStep,
  type Value,
  type Walker,
} from './step.ts';
import { namesIn, namesInInputs, Symbols } from './symbols.ts';
import { stepWithin } from './trend.ts';

export type { InferOptions } from './inputs.ts';

export interface Inference {
  /** Graph inputs that are not stored in the file. */
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  /** The main graph in execution order: the file's, where that is topological. */
  readonly steps: readonly Step[];
  readonly assumptions: readonly string[];
  readonly problems: readonly Problem[];
  /** What is known only when the costs have been asked for: symbols that rules met, bindings that nothing used. */
  readonly openSymbols: () => readonly Problem[];
}

/**
 * Nodes run besides those of the main graph: bodies and opened functions. Calls that call twice multiply: a file of a few
 * hundred bytes could ask for any number. In 3,059 files the most was 684, of a file of 5 nodes.
 */
function mostInnerSteps({ graph, functions }: Model): number {
  const written = [...functions.values()].reduce((n, { nodes }) => n + nodes.length, graph.nodes.length);
  return Math.min(20_000 + 16 * written, 250_000);
}

/** Throws `model/cycle`, and `usage/*` when a shape is given for what is not there. */
export function infer(model: Model, options: InferOptions): Inference {
  const given = givenInputs(model.graph, options);
  try {
    return inferInOrder(model, options, given, true);
  } catch (error) {
    if (!(error instanceof OutOfOrder)) throw error;
    return inferInOrder(model, options, given, false);
  }
}

/** Nearly all files are in order, which the walk itself finds out quicker than a look ahead. */
function inferInOrder(model: Model, options: InferOptions, given: Given, inFileOrder: boolean): Inference {
  const { graph } = model;
  const scope: Scope = {
    values: new Map(),
    opsets: model.opsets,
    references: new Map(),
    path: '',
    depth: 0,
    calls: [],
    inFileOrder,
  };
  addTensors(scope, graph.tensors);
  const inputs = [...given.facts].map(([name, fact]) => makeValue(name, fact, false));
  for (const input of inputs) scope.values.set(input.name, input);
  const symbols = new Symbols(
    given.symbols,
    () => namesIn(graph, options),
    () => namesInInputs(graph, options),
  );
  const walk = new Walk(model, symbols);
  const steps = walk.run(graph.nodes, scope);
  const outputs = graph.outputs.flatMap(({ name }) => resolve(scope, name) ?? []);
  const walked = { graph, steps, outputs, given, options, resolve: scope.values, distinct: inFileOrder };
  return {
    inputs,
    outputs,
    steps,
    assumptions: given.assumptions,
    problems: [...given.problems, ...problemsOf(walked)],
    openSymbols: () => openSymbols({ given, options, trips: symbols.openTrips(steps), lengths: symbols.lengths }),
  };
}

/**
 * Steps of walks that only sharpen what is known of loops: an extent that grows, a condition that counts. When they are
 * spent, loops are what the plain walk says. In time it is about what a network of as many nodes takes.
 */
const mostSpareSteps = 65_536;

class Walk implements Walker {
  private readonly model: Model;
  private readonly symbols: Symbols;
  private readonly inner: number;
  private left: number;
  /** Steps left for walks that may be given up. */
  private spare = mostSpareSteps;
  private attempting = false;
  private readonly alike: Alike;

  constructor(model: Model, symbols: Symbols) {
    this.model = model;
    this.symbols = symbols;
    this.inner = mostInnerSteps(model);
    this.left = model.graph.nodes.length + this.inner;
    this.alike = new Alike((name) => symbols.length(name));
  }

  run(nodes: readonly Node[], scope: Scope): readonly Step[] {
    const ordered = scope.inFileOrder ? nodes : executionOrder(nodes);
    return ordered.map((node) => {
      const walked = this.step(bindReferences(node, scope.references), scope);
      const step = scope.within === undefined ? walked : stepWithin(walked, scope.within);
      node.outputs.forEach((name, i) => {
        if (name === '') return;
        if (scope.inFileOrder && scope.values.has(name)) throw outOfOrder;
        scope.values.set(name, step.outputs[i]);
      });
      return step;
    });
  }

  tripSymbol(node: Node, scope: Scope): Dim {
    return this.symbols.trip(node, scope);
  }

  isOpen(trips: Dim): boolean {
    return this.symbols.isOpen(trips);
  }

  tripIndex(node: Node, scope: Scope): string {
    return this.symbols.index(node, scope);
  }

  watched<T>(run: () => T): { readonly result: T; readonly met: ReadonlySet<string> } {
    return this.symbols.watched(run);
  }

  attempt<T>(run: () => T): T | undefined {
    // One inside another draws on the same steps.
    if (this.attempting) return this.left > 0 ? run() : undefined;
    if (this.spare <= 0) return undefined;
    const kept = this.left;
    this.left = this.spare;
    this.attempting = true;
    const result = run();
    this.attempting = false;
    this.spare = this.left;
    this.left = kept;
    return this.spare >= 0 ? result : undefined;
  }

  private step(node: Node, scope: Scope): Step {
    const inputs = node.inputs.map((name) => (name === '' ? undefined : resolve(scope, name)));
    if (this.left-- <= 0)
      return unknownStep(node, inputs, `more than ${this.inner} nodes in bodies and functions`, 'limit');
    if (scope.depth >= maxDepth) return unknownStep(node, inputs, `more than ${maxDepth} levels of nesting`, 'limit');
    const { functions } = this.model;
    const called = functions.size === 0 ? undefined : functions.get(functionKey(node.domain, node.op, node.overload));
    if (called !== undefined) return callFunction(called, node, inputs, scope, this);
    const opset = scope.opsets.get(node.domain) ?? this.model.opsets.get(node.domain) ?? 1n;
    const found = lookup(node.domain, node.op, opset);
    if (found === undefined) {
      const name = node.domain === '' ? node.op : `${node.domain}.${node.op}`;
      const since = sinceVersion(node.domain, node.op);
      if (since !== undefined) {
        const why = `\`${name}\` came with version ${since} of its operator set, and the file imports ${opset}`;
        return unknownStep(node, inputs, why, 'mismatch');
      }
      return unknownStep(node, inputs, `\`${name}\` is not an operator Flopgate knows`, 'operator');
    }
    const { operator, newer } = found;
    try {
      if (operator.control !== undefined) return runControl(operator.control, node, inputs, opset, scope, this);
      return compute({ operator, node, opset, newer }, inputs, this.alike);
    } catch (error) {
      if (error instanceof Mismatch) return unknownStep(node, inputs, error.message, 'mismatch');
      throw error;
    }
  }
}

/** The node by its operator, which rules what its outputs are. */
function compute(asking: Asking, inputs: readonly (Value | undefined)[], alike: Alike): Step {
  const { node } = asking;
  const does = alike.find(asking, inputs) ?? alike.alone(asking, inputs);
  const constant = !random.has(node.op) && inputs.every((v) => v === undefined || v.constant);
  const outputs = node.outputs.map((name, i) => {
    if (name === '') return undefined;
    const fact = does.facts[i];
    if (fact === undefined)
      throw new Mismatch(`it has ${node.outputs.length} outputs; at most ${does.facts.length} expected`);
    return makeValue(name, fact, constant);
  });
  return { node, inputs, outputs, does };
}

/** Operators whose results nothing fixes, though they may read nothing. */
const random = new Set([
  'RandomNormal',
  'RandomUniform',
  'RandomNormalLike',
  'RandomUniformLike',
  'Multinomial',
  'Bernoulli',
]);

function hasReference({ attributes }: Node): boolean {
  if (attributes.size === 0) return false;
  for (const { kind } of attributes.values()) if (kind === 'reference') return true;
  return false;
}

/** The node with what the caller of its function gave; an attribute the caller left out is left out. */
function bindReferences(node: Node, references: ReadonlyMap<string, Attribute>): Node {
  if (!hasReference(node)) return node;
  const attributes = new Map<string, Attribute>();
  for (const [name, attribute] of node.attributes) {
    const bound = attribute.kind === 'reference' ? references.get(attribute.name) : attribute;
    if (bound !== undefined) attributes.set(name, bound);
  }
  return { ...node, attributes };
}
