/**
 * Element type, shape and small value of every tensor, by one walk over the nodes in topological order. A fault never
 * stops it: what a rule cannot tell is unknown, with its reason, and the walk goes on.
 */
import { bind, type Dim, isKnown, isUnknown, symbol } from '../model/dim.ts';
import { formatShape } from '../model/dim-text.ts';
import { type Memo, startMemo } from '../model/memo.ts';
import { type Attribute, functionKey, type Model, type Node, nodeLabel } from '../model/model.ts';
import { bindInputs, inferDTypes, inferOutputs, readAttributes } from '../operators/bind.ts';
import { lookup } from '../operators/index.ts';
import {
  type Call,
  type Fact,
  Mismatch,
  Operand,
  type Operands,
  type Operator,
  Undetermined,
  type Values,
} from '../operators/operator.ts';
import type { Problem } from '../problem.ts';
import { runControl } from './control.ts';
import { openSymbols, problemsOf } from './faults.ts';
import { callFunction } from './functions.ts';
import { givenInputs, type InferOptions } from './inputs.ts';
import { executionOrder } from './order.ts';
import {
  addTensors,
  makeValue,
  maxDepth,
  maxElements,
  resolve,
  type Scope,
  type Step,
  unknownFact,
  unknownStep,
  type Value,
  type Walker,
} from './step.ts';

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

/** Pairs of operator and attributes read once. Networks have dozens. */
const mostSettings = 4096;

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
  const { graph } = model;
  const given = givenInputs(graph, options);
  const scope: Scope = {
    values: new Map(),
    opsets: model.opsets,
    references: new Map(),
    path: '',
    depth: 0,
    calls: [],
  };
  addTensors(scope, graph.tensors);
  const inputs = [...given.facts].map(([name, fact]) => makeValue(name, fact, false));
  for (const input of inputs) scope.values.set(input.name, input);
  const walk = new Walk(model, given.symbols);
  const steps = walk.run(graph.nodes, scope);
  const outputs = graph.outputs.flatMap(({ name }) => resolve(scope, name) ?? []);
  const walked = { graph, steps, outputs, given, options, resolve: scope.values };
  return {
    inputs,
    outputs,
    steps,
    assumptions: given.assumptions,
    problems: [...given.problems, ...problemsOf(walked)],
    openSymbols: () => openSymbols({ given, options, trips: walk.tripSymbols, lengths: walk.lengthSymbols }),
  };
}

class Walk implements Walker {
  private readonly model: Model;
  private readonly symbols: ReadonlyMap<string, Dim>;
  private readonly inner: number;
  private left: number;
  /** Trip counts by symbol, and the node each stands for. */
  readonly tripSymbols = new Map<string, string>();
  /** Lengths that come as inputs of operators, whose values the data decides. */
  readonly lengthSymbols = new Set<string>();
  private readonly settings: Settings = startMemo(mostSettings);

  constructor(model: Model, symbols: ReadonlyMap<string, Dim>) {
    this.model = model;
    this.symbols = symbols;
    this.inner = mostInnerSteps(model);
    this.left = model.graph.nodes.length + this.inner;
  }

  run(nodes: readonly Node[], scope: Scope): readonly Step[] {
    return executionOrder(nodes).map((node) => {
      const step = this.step(bindReferences(node, scope.references), scope);
      node.outputs.forEach((name, i) => {
        if (name !== '') scope.values.set(name, step.outputs[i]);
      });
      return step;
    });
  }

  tripSymbol(node: Node, scope: Scope): Dim {
    const place = `${scope.path}${node.index}`;
    const stem = `${node.name === '' ? `${node.op}_${node.index}` : node.name}_trips`;
    let name = stem;
    for (let i = 2; (this.tripSymbols.get(name) ?? place) !== place; i++) name = `${stem}_${i}`;
    this.tripSymbols.set(name, place);
    return bind(symbol(name), this.symbols);
  }

  private readonly lengthSymbol = (name: string): Dim => {
    this.lengthSymbols.add(name);
    return bind(symbol(name), this.symbols);
  };

  private step(node: Node, scope: Scope): Step {
    const inputs = node.inputs.map((name) => (name === '' ? undefined : resolve(scope, name)));
    if (this.left-- <= 0)
      return unknownStep(node, inputs, `more than ${this.inner} nodes in bodies and functions`, 'limit');
    if (scope.depth >= maxDepth) return unknownStep(node, inputs, `more than ${maxDepth} levels of nesting`, 'limit');
    const { functions } = this.model;
    const called = functions.size === 0 ? undefined : functions.get(functionKey(node.domain, node.op, node.overload));
    if (called !== undefined) return callFunction(called, node, inputs, scope, this);
    const version = scope.opsets.get(node.domain) ?? this.model.opsets.get(node.domain) ?? 1n;
    const found = lookup(node.domain, node.op, version);
    if (found === undefined) {
      const name = node.domain === '' ? node.op : `${node.domain}.${node.op}`;
      return unknownStep(node, inputs, `\`${name}\` is not an operator Flopgate knows`, 'operator');
    }
    const { operator, newer } = found;
    const call: Call = {
      opset: version,
      outputs: node.outputs,
      label: nodeLabel(node),
      symbol: this.lengthSymbol,
    };
    try {
      if (operator.control !== undefined) return runControl(operator.control, node, inputs, version, scope, this);
      return compute(operator, node, inputs, call, newer, this.settings);
    } catch (error) {
      if (error instanceof Mismatch) return unknownStep(node, inputs, error.message, 'mismatch');
      throw error;
    }
  }
}

/** What operators read of the attributes of their nodes. */
type Settings = Memo<Operator, Node['attributes'], Values>;

function attributesOf(operator: Operator, attributes: Node['attributes']): Values {
  return readAttributes(operator, { attributes });
}

function compute(
  operator: Operator,
  node: Node,
  inputs: readonly (Value | undefined)[],
  call: Call,
  newer: boolean,
  settings: Settings,
): Step {
  const operands = bindInputs(operator, inputs);
  const attributes = settings(operator, node.attributes, attributesOf);
  const facts = factsOf(operator, operands, attributes, call);
  for (const fact of facts) refuseNegative(fact);
  const constant = !random.has(node.op) && inputs.every((v) => v === undefined || v.constant);
  const outputs = node.outputs.map((name, i) => {
    if (name === '') return undefined;
    const fact = facts[i];
    if (fact === undefined)
      throw new Mismatch(`it has ${node.outputs.length} outputs; at most ${facts.length} expected`);
    return makeValue(name, withoutBigValue(fact), constant);
  });
  const results = facts.map((fact, i) => outputs[i] ?? new Operand(operator.outputs[i]?.name ?? '', fact));
  return { node, inputs, outputs, does: { kind: 'compute', operator, operands, attributes, call, results, newer } };
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

/** By the operator's rules; where they cannot tell a shape, the reason, and the element types all the same. */
function factsOf(operator: Operator, operands: Operands, attributes: Values, call: Call): readonly Fact[] {
  try {
    return inferOutputs(operator, operands, attributes, call);
  } catch (error) {
    if (!(error instanceof Undetermined)) throw error;
    const { why } = error;
    return inferDTypes(operator, operands, attributes, call).map((dtype) => ({ ...unknownFact(why), dtype }));
  }
}

/** A window larger than what it slides over, and the like: no such tensor can be. */
function refuseNegative(fact: Fact): void {
  if (fact.kind !== 'tensor' || isUnknown(fact.shape)) return;
  if (fact.shape.some((d) => isKnown(d) && d < 0n))
    throw new Mismatch(`its output would be ${formatShape(fact.shape)}, and no extent is negative`);
}

function withoutBigValue(fact: Fact): Fact {
  if (fact.kind !== 'tensor' || fact.value === undefined || fact.value.length <= maxElements) return fact;
  return { kind: 'tensor', dtype: fact.dtype, shape: fact.shape };
}

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
