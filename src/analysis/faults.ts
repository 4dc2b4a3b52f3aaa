/** What a reader should know of the walk beside its numbers: unknown operators, contradictions, symbols left open. */
import { bind, type Dim, equal, isUnknown, type Shape } from '../model/dim.ts';
import { formatShape } from '../model/dim-text.ts';
import type { DType } from '../model/dtype.ts';
import { type Attribute, type Graph, type Node, nodeLabel, type ValueInfo } from '../model/model.ts';
import { type Problem, problem } from '../problem.ts';
import { assumptionsIn } from './assumed.ts';
import type { Given, InferOptions } from './inputs.ts';
import type { Step, Value } from './step.ts';

/** Of one kind; a list longer than this is not read, the rest is counted. */
const mostListed = 10;

interface Walked {
  readonly graph: Graph;
  readonly steps: readonly Step[];
  readonly outputs: readonly Value[];
  readonly given: Given;
  readonly options: InferOptions;
  readonly resolve: ReadonlyMap<string, Value | undefined>;
  /** No two outputs of nodes have one name, nor that of a stored tensor or an input. */
  readonly distinct: boolean;
}

export function problemsOf(walked: Walked): readonly Problem[] {
  const steps = allSteps(walked.steps);
  return [
    ...unknownOperators(steps),
    ...newerOperators(steps),
    ...contradictions(steps),
    ...dangling(steps, walked.outputs),
    ...duplicates(walked),
    ...assumptionsIn(steps),
    ...declarations(walked),
    ...attributeWeights(steps),
  ];
}

interface Open {
  readonly given: Given;
  readonly options: InferOptions;
  /** Trip counts by symbol. */
  readonly trips: ReadonlyMap<string, string>;
  readonly lengths: ReadonlySet<string>;
}

/** Symbols that the data, not a shape, decides; and bindings of symbols that there are not. */
export function openSymbols(open: Open): readonly Problem[] {
  const unbound = (names: Iterable<string>): readonly string[] =>
    [...names].filter((name) => !open.options.bind.has(name));
  return [
    ...unbound(open.trips.keys()).map((name) =>
      problem('operator/trips', { node: name.replace(/_trips(_\d+)?$/, ''), symbol: name }),
    ),
    ...unbound(open.lengths)
      .slice(0, mostListed)
      .map((name) => problem('operator/length', { symbol: name })),
    ...unusedBindings(open),
  ];
}

/** Those of bodies included, each before its body's; not those of a branch that a constant condition rules out. */
export function allSteps(steps: readonly Step[]): readonly Step[] {
  const all: Step[] = [];
  const visit = (list: readonly Step[]): void => {
    for (const step of list) {
      all.push(step);
      if ('bodies' in step.does) for (const body of step.does.bodies) if (body.never !== true) visit(body.steps);
    }
  };
  visit(steps);
  return all;
}

export function operatorName({ node }: Pick<Step, 'node'>): string {
  return node.domain === '' ? node.op : `${node.domain}.${node.op}`;
}

function unknownOperators(steps: readonly Step[]): readonly Problem[] {
  const counts = new Map<string, number>();
  for (const step of steps)
    if (step.does.kind === 'unknown' && step.does.fault === 'operator')
      counts.set(operatorName(step), (counts.get(operatorName(step)) ?? 0) + 1);
  return [...counts].map(([name, count]) => problem('operator/unknown', { operator: `\`${name}\``, count }));
}

/** Trees and linear models have no weight tensors: no parameters is what they are counted with, not what they have. */
function attributeWeights(steps: readonly Step[]): readonly Problem[] {
  const operators = new Set<string>();
  // A function that is called twice holds its nodes once.
  const seen = new Set<Node>();
  let numbers = 0n;
  for (const step of steps) {
    const trained = step.does.kind === 'compute' ? step.does.operator.trained : undefined;
    if (trained === undefined || seen.has(step.node)) continue;
    seen.add(step.node);
    for (const name of trained) {
      const count = numbersIn(step.node.attributes.get(name));
      if (count > 0n) operators.add(`\`${operatorName(step)}\``);
      numbers += count;
    }
  }
  if (numbers === 0n) return [];
  return [problem('model/attribute-weights', { operators: [...operators].join(', '), numbers })];
}

function numbersIn(attribute: Attribute | undefined): bigint {
  if (attribute?.kind === 'tensor') return attribute.value.elementCount;
  return attribute?.kind === 'floats' ? BigInt(attribute.value.length) : 0n;
}

function newerOperators(steps: readonly Step[]): readonly Problem[] {
  const versions = new Map<string, bigint>();
  for (const step of steps)
    if (step.does.kind === 'compute' && step.does.newer) versions.set(operatorName(step), step.does.opset);
  return [...versions].map(([name, version]) => problem('operator/newer', { operator: `\`${name}\``, version }));
}

function contradictions(steps: readonly Step[]): readonly Problem[] {
  const found: Problem[] = [];
  let more = 0;
  for (const { node, does } of steps) {
    if (does.kind !== 'unknown' || does.fault === 'operator') continue;
    const at = { node: nodeLabel(node) };
    if (found.length === mostListed) more++;
    else if (does.fault === 'limit') found.push(problem('model/function', { node: at.node, reason: does.why }, at));
    else found.push(problem('shape/invalid', { operator: `\`${at.node}\` (${node.op})`, reason: does.why }, at));
  }
  return more === 0 ? found : [...found, problem('shape/invalids', { count: more })];
}

function dangling(steps: readonly Step[], outputs: readonly Value[]): readonly Problem[] {
  const found = new Map<string, Problem>();
  const report = (node: string, value: Value | undefined): void => {
    if (value?.dangling === true && found.size < mostListed && !found.has(value.name))
      found.set(value.name, problem('model/dangling', { node, tensor: value.name }, { node }));
  };
  for (const { node, inputs } of steps) for (const value of inputs) report(nodeLabel(node), value);
  for (const value of outputs) report('the list of outputs', value);
  return [...found.values()];
}

/** One name for two tensors; each stored one that is an input too has its default, and is one. */
function duplicates({ graph, distinct }: Walked): readonly Problem[] {
  if (distinct && !hasDoubleInputs(graph)) return [];
  const { inputs, tensors, nodes } = graph;
  const counts = new Map<string, number>([...tensors.keys()].map((name) => [name, 1]));
  for (const name of [...inputs.map((i) => i.name), ...nodes.flatMap((n) => n.outputs)])
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  const doubled = [...counts].filter(([, count]) => count > 1).slice(0, mostListed);
  return doubled.map(([tensor, count]) => problem('model/duplicate', { tensor, count }));
}

function hasDoubleInputs({ inputs, tensors }: Graph): boolean {
  return new Set(inputs.map((i) => i.name)).size < inputs.length || inputs.some(({ name }) => tensors.has(name));
}

function unusedBindings({ given, options, trips, lengths }: Open): readonly Problem[] {
  const symbols = [...new Set([...given.declared, ...trips.keys(), ...lengths])].sort();
  const shown = symbols.length === 0 ? 'none' : symbols.slice(0, mostListed).join(', ');
  return [...options.bind.keys()]
    .filter((name) => !symbols.includes(name))
    .map((name) => problem('usage/unused-bind', { symbol: name, symbols: shown }));
}

/** Compares what the file says of its tensors with what was inferred. It is never trusted. */
function declarations({ graph, given, resolve }: Walked): readonly Problem[] {
  if (given.reshaped) return [];
  const wrong: Problem[] = [];
  let more = 0;
  const undecided: { readonly name: string; readonly shape: Shape }[] = [];
  for (const info of [...graph.declared.values(), ...graph.outputs]) {
    const value = resolve.get(info.name);
    const said = declaredAs(info, given.symbols);
    if (value?.fact.kind !== 'tensor' || said === undefined) continue;
    const { dtype, shape } = value.fact;
    if (contradicts(said.shape, shape) || (said.dtype !== null && dtype !== null && said.dtype !== dtype)) {
      const facts = { tensor: info.name, declared: typeText(said), inferred: typeText({ dtype, shape }) };
      if (wrong.length < mostListed) wrong.push(problem('shape/mismatch', facts));
      else more++;
    } else if (tellsMore(said.shape, shape)) undecided.push({ name: info.name, shape: said.shape });
  }
  const [first] = undecided;
  return [
    ...wrong,
    ...(more > 0 ? [problem('shape/mismatches', { count: more })] : []),
    ...(first === undefined
      ? []
      : [
          problem('shape/declared', {
            count: undecided.length,
            tensor: first.name,
            declared: formatShape(first.shape),
          }),
        ]),
  ];
}

interface TensorType {
  readonly dtype: DType | null;
  readonly shape: Shape;
}

function declaredAs({ type }: ValueInfo, symbols: ReadonlyMap<string, Dim>): TensorType | undefined {
  if (type.kind !== 'tensor') return undefined;
  return { dtype: type.dtype, shape: isUnknown(type.shape) ? type.shape : type.shape.map((d) => bind(d, symbols)) };
}

function contradicts(declared: Shape, inferred: Shape): boolean {
  if (isUnknown(declared) || isUnknown(inferred)) return false;
  return declared.length !== inferred.length || declared.some((d, i) => equal(d, inferred[i] ?? d) === false);
}

/** The file declares an extent that inference could not know. */
function tellsMore(declared: Shape, inferred: Shape): boolean {
  if (isUnknown(declared)) return false;
  if (isUnknown(inferred)) return true;
  return declared.some((d, i) => !isUnknown(d) && isUnknown(inferred[i] ?? d));
}

function typeText({ dtype, shape }: TensorType): string {
  return `${dtype ?? '?'}${formatShape(shape)}`;
}
