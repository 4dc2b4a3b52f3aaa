/** From a model to its profile: costs layer by layer, totals, memory, coverage, and what a reader must know beside them. */
import type { Convention } from '../conventions/convention.ts';
import { flopgate } from '../conventions/own.ts';
import { add, compare, type Dim, isKnown, isUnknown, sum } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import { type Memo, startMemo } from '../model/memo.ts';
import { type Attribute, type Model, type Node, nodeLabel, type Tensor } from '../model/model.ts';
import type { Operator } from '../operators/operator.ts';
import { type Problem, problem } from '../problem.ts';
import { countAs } from './conventional.ts';
import { costsOf, statusOf } from './cost.ts';
import { type Entry, entriesOf, tensorNames } from './entries.ts';
import { operatorName } from './faults.ts';
import { type InferOptions, infer } from './infer.ts';
import { memoryOfSteps } from './lifetimes.ts';
import type { Memory } from './memory.ts';
import { modulesOf } from './modules.ts';
import { macsByWidth } from './operand-widths.ts';
import {
  type BodyRef,
  type Cost,
  type Coverage,
  costKeys,
  counted,
  type Layer,
  type NamedValue,
  type Profile,
  type Totals,
  zeroCost,
} from './profile.ts';
import { usesOf } from './roles.ts';
import { type Body, type Step, shapeOf, type Value } from './step.ts';
import { weightInputs } from './weight-inputs.ts';
import { type Weight, type Weights, weightsOf } from './weights.ts';

/**
 * By Flopgate's own convention unless another is given. Throws what `infer` throws: `model/cycle`, and `usage/*` for
 * shapes given for inputs that are not there.
 */
export function profileModel(model: Model, path: string, options: InferOptions, convention?: Convention): Profile {
  const { inputs, outputs, steps, assumptions, problems, openSymbols } = infer(model, options);
  const entries = entriesOf(steps);
  const nameOf = tensorNames(entries);
  // A graph without outputs, or with one that nothing computes, does nothing by the letter, and would cost nothing.
  const whole = outputs.length > 0 && !outputs.some((v) => v.dangling === true);
  const roots = whole ? outputs : entries.flatMap(({ step }) => step.outputs.flatMap((v) => v ?? []));
  const numbering = { count: 0 };
  const uses = usesOf(steps, roots, entries, numbering);
  const isUsed = (value: Value): boolean => uses.has(value);
  const weights = weightsOf(entries, steps, uses, nameOf, numbering);
  const dead = entries.map(({ step }) => !step.outputs.some((v) => v !== undefined && isUsed(v)));
  const isDead = ({ id }: Entry): boolean => dead[id] === true;
  const ownCosts = costsOf(entries, weights.countedAt);
  // Which branch runs is one question, how its work is counted another.
  const choice = chooseBranches(entries, ownCosts, isDead);
  const conventional = convention && countAs(convention, entries, ownCosts, weights.countedAt, isDead, isOpen(model));
  const costs = conventional?.costs ?? ownCosts;
  const modules = modulesOf(model, entries);
  const given = countsGiven(convention);
  const shown = attributesShown();
  const layers = entries.map((entry, id): Layer => {
    const layer = layerOf(entry, costs[id] ?? zeroCost, modules[id] ?? '', given, { weights, nameOf, shown });
    if (isDead(entry)) layer.dead = true;
    if (isSpared(entry, choice.spared)) layer.untaken = true;
    return layer;
  });
  const memory = memoryOfSteps(inputs, steps, outputs, isUsed, numbering);
  return {
    model: {
      path,
      format: model.format,
      byteSize: model.byteSize,
      producer: model.producer,
      opsets: model.opsets,
    },
    inputs: inputs.map((v) => namedValue(v, v.name)),
    outputs: outputs.map((v) => namedValue(v, v.name)),
    totals: totalsOf(layers, macsByWidth(entries, layers), weights.countedAt.values(), memory),
    layers,
    coverage: coverageOf(layers, entries),
    assumptions,
    convention: conventional?.label ?? flopgate,
    problems: [
      ...model.problems,
      ...problems,
      ...openSymbols(),
      ...weightInputs(inputs, uses),
      ...choice.problems,
      ...(conventional?.problems ?? []),
    ],
  };
}

/** How what a layer holds is shown. */
interface Naming {
  readonly weights: Weights;
  nameOf(value: Value): string;
  shown(step: Step): Node['attributes'];
}

/** Spelled out: for 100,000 layers, spreading parts of one into another is most of the work. */
function layerOf(
  { id, step, owner, body, first }: Entry,
  cost: Cost,
  module: string,
  given: readonly (keyof Cost)[],
  { weights, nameOf, shown }: Naming,
): { -readonly [K in keyof Layer]: Layer[K] } {
  const { node } = step;
  const outputs = step.outputs.filter((v) => v !== undefined).map((v) => namedValue(v, nameOf(v)));
  const dims = outputs.map(extents);
  const { status, why } = statusOf(first === undefined ? dims : dims.map((d) => d.map(first)), cost, given);
  const layer: { -readonly [K in keyof Layer]: Layer[K] } = {
    id,
    index: owner === undefined ? node.index : null,
    name: node.name,
    op: node.op,
    domain: node.domain,
    module,
    inputs: step.inputs.map((v) => (v === undefined ? '' : nameOf(v))),
    outputs,
    attributes: shown(step),
    weights: weights.refs(step),
    parameters: cost.parameters,
    buffers: cost.buffers,
    macs: cost.macs,
    flops: cost.flops,
    weightBytes: cost.weightBytes,
    quantBytes: cost.quantBytes,
    constantBytes: cost.constantBytes,
    readBytes: cost.readBytes,
    writeBytes: cost.writeBytes,
    status,
  };
  if (owner !== undefined) layer.owner = owner.id;
  if (body !== undefined) layer.body = body.name;
  if ('bodies' in step.does) layer.bodies = bodyRefs(step.does, step.outputs, nameOf);
  if (why !== undefined) layer.why = why;
  return layer;
}

function bodyRefs(
  { kind, bodies }: Extract<Step['does'], { readonly bodies: readonly Body[] }>,
  wanted: Step['outputs'],
  nameOf: Naming['nameOf'],
): readonly BodyRef[] {
  const isCall = kind === 'call';
  return bodies.map(({ name, formals, results }) => ({
    name,
    ...(isCall && { call: true as const }),
    inputs: formals.map(({ value }) => namedValue(value, nameOf(value))),
    // Of a call only those it takes, as its own outputs are listed.
    outputs: results
      .filter((_, i) => !isCall || wanted[i] !== undefined)
      .map((value) => (value === undefined ? '' : nameOf(value))),
  }));
}

function namedValue(value: Value, name: string): NamedValue {
  const { fact } = value;
  const shape = shapeOf(value);
  return fact.kind === 'tensor' ? { name, dtype: fact.dtype, shape } : { name, dtype: null, shape, type: fact.kind };
}

/** What a sequence or a map holds is not this layer's to know. */
function extents({ shape, type }: NamedValue): readonly Dim[] {
  if (type !== undefined) return [];
  return isUnknown(shape) ? [shape] : shape;
}

/** Whether the file leaves extents of its inputs open, whatever was given for them. */
function isOpen({ graph }: Model): boolean {
  return graph.inputs.some(
    ({ type }) => type.kind === 'tensor' && (isUnknown(type.shape) || !type.shape.every(isKnown)),
  );
}

/** The counts a layer is known or unknown by: not the number its convention never gives. */
function countsGiven(convention: Convention | undefined): readonly (keyof Cost)[] {
  const unit = convention?.unit ?? 'both';
  return costKeys.filter((key) => !(key === 'macs' && unit === 'flops') && !(key === 'flops' && unit === 'macs'));
}

// --- branches

interface Choice {
  readonly spared: ReadonlySet<Body>;
  readonly problems: readonly Problem[];
}

/** Of the two branches of an If, the one with more MACs counts; of equal ones, the one with more FLOPs. */
function chooseBranches(entries: readonly Entry[], costs: readonly Cost[], isDead: (e: Entry) => boolean): Choice {
  const spared = new Set<Body>();
  const problems: Problem[] = [];
  const inside = new Map<Body, Pick<Cost, 'macs' | 'flops'>>();
  const of = (body: Body): Pick<Cost, 'macs' | 'flops'> => inside.get(body) ?? zeroCost;
  // From the end: the layers of a body come after their owner, so that each body is summed before its owner is reached.
  for (let id = entries.length - 1; id >= 0; id--) {
    const entry = entries[id];
    if (entry === undefined || isDead(entry)) continue;
    const { does } = entry.step;
    if (does.kind === 'if') {
      const [first, second] = does.bodies.filter((b) => b.never !== true);
      if (first !== undefined && second !== undefined) {
        const byMacs = compare(of(first).macs, of(second).macs);
        const order = byMacs === 0 ? compare(of(first).flops, of(second).flops) : byMacs;
        const node = nodeLabel(entry.step.node);
        if (order === undefined) problems.unshift(problem('operator/branches', { node }, { node }));
        else {
          const less = order < 0 ? first : second;
          const more = order < 0 ? second : first;
          spared.add(less);
          problems.unshift(problem('operator/branch', { node, counted: more.name, spared: less.name }, { node }));
        }
      }
    }
    if (entry.body === undefined) continue;
    const bodies = 'bodies' in does ? does.bodies.filter((b) => !spared.has(b)) : [];
    const own = [costs[id] ?? zeroCost, ...bodies.map(of), of(entry.body)];
    inside.set(entry.body, { macs: sum(own.map((c) => c.macs)), flops: sum(own.map((c) => c.flops)) });
  }
  return { spared, problems: folded(problems) };
}

/** Nodes named in notices; a network with an If at every layer would say nothing else. */
const mostBranches = 5;

/** Notices that read alike are one (nodes without a name in a function that is called often); of the rest, the first few. */
function folded(problems: readonly Problem[]): readonly Problem[] {
  const distinct = [...new Map(problems.map((p) => [p.message, p])).values()];
  const notices = distinct.filter((p) => p.code === 'operator/branch');
  const kept = new Set(notices.slice(0, mostBranches));
  const all = problems.filter((p) => p.code === 'operator/branch').length;
  const left = all - kept.size;
  const shown = distinct.filter((p) => p.code !== 'operator/branch' || kept.has(p));
  return left > 0 ? [...shown, problem('operator/branches-more', { count: left })] : shown;
}

function isSpared(entry: Entry, spared: ReadonlySet<Body>): boolean {
  for (let e: Entry | undefined = entry; e !== undefined; e = e.owner)
    if (e.body !== undefined && spared.has(e.body)) return true;
  return false;
}

// --- totals

function totalsOf(
  layers: readonly Layer[],
  widths: Totals['macsByWidth'],
  weights: Iterable<readonly Weight[]>,
  memory: Memory,
): Totals {
  const total = (metric: keyof Cost): Dim => sum(countsOf(layers, metric));
  return {
    parameters: total('parameters'),
    buffers: total('buffers'),
    macs: total('macs'),
    flops: total('flops'),
    weightBytes: total('weightBytes'),
    quantBytes: total('quantBytes'),
    constantBytes: total('constantBytes'),
    readBytes: total('readBytes'),
    writeBytes: total('writeBytes'),
    weightBytesByDType: byDType(weights),
    macsByWidth: widths,
    activationBytes: memory.activation,
    peakBytes: memory.peak,
    peakInplaceBytes: memory.inplace,
    arenaBytes: memory.arena,
    peakFloorBytes: memory.floor,
  };
}

function* countsOf(layers: readonly Layer[], metric: keyof Cost): Iterable<Dim> {
  for (const layer of layers) yield counted(layer, metric);
}

function byDType(weights: Iterable<readonly Weight[]>): ReadonlyMap<DType, Dim> {
  const sums = new Map<DType, Dim>();
  for (const list of weights)
    for (const { dtype, bytes, role } of list)
      if (role === 'parameter' || role === 'buffer') sums.set(dtype, add(sums.get(dtype) ?? 0n, bytes));
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function coverageOf(layers: readonly Layer[], entries: readonly Entry[]): Coverage {
  const live = layers.filter((l) => l.dead !== true);
  const having = (status: Layer['status']): number => live.filter((l) => l.status === status).length;
  const unknownOperators = new Map<string, number>();
  for (const { step } of entries)
    if (step.does.kind === 'unknown' && step.does.fault === 'operator')
      unknownOperators.set(operatorName(step), (unknownOperators.get(operatorName(step)) ?? 0) + 1);
  return {
    nodes: live.length,
    known: having('known'),
    symbolic: having('symbolic'),
    unknown: having('unknown'),
    unknownOperators,
  };
}

// --- attributes

/** A tensor longer than this is content, not a setting. */
const mostElements = 64n;

/** Graphs have layers of their own; a type says what the outputs say. */
const neverShown: ReadonlySet<Attribute['kind']> = new Set(['graph', 'graphs', 'type']);

/** What a diff compares: attributes that are settings, those at their default left out. */
function attributesShown(): ({ node, does }: Step) => Node['attributes'] {
  const known: Memo<Operator | undefined, Node['attributes'], Node['attributes']> = startMemo(mostSettings);
  return ({ node, does }) =>
    known(does.kind === 'compute' ? does.operator : undefined, node.attributes, shownAttributes);
}

/** Pairs of operator and attributes looked at once. Networks have dozens. */
const mostSettings = 4096;

function shownAttributes(operator: Operator | undefined, attributes: Node['attributes']): Node['attributes'] {
  if (attributes.size === 0) return attributes;
  const shown = [...attributes].filter(([name, attribute]) => {
    if (attribute.kind === 'reference' || neverShown.has(attribute.kind)) return false;
    if (attribute.kind === 'tensor') return attribute.value.elementCount <= mostElements;
    if (attribute.kind === 'tensors') return attribute.value.every((t) => t.elementCount <= mostElements);
    if (attribute.kind === 'strings' || attribute.kind === 'floats' || attribute.kind === 'ints')
      if (BigInt(attribute.value.length) > mostElements) return false;
    return operator === undefined || !sameValue(operator.attributes[name]?.fallback, attribute.value);
  });
  return new Map(shown.map(([name, attribute]) => [name, settled(attribute)]));
}

/** A profile outlives the file it was read from: the elements of what it shows are read now. */
function settled(attribute: Attribute): Attribute {
  if (attribute.kind === 'tensor') return { ...attribute, value: readNow(attribute.value) };
  if (attribute.kind === 'tensors') return { ...attribute, value: attribute.value.map(readNow) };
  return attribute;
}

function readNow(tensor: Tensor): Tensor {
  const elements = tensor.elements(0, Number(tensor.elementCount));
  return { ...tensor, elements: (from, to) => elements?.slice(from, to) };
}

function sameValue(fallback: unknown, value: unknown): boolean {
  if (Array.isArray(fallback) && Array.isArray(value))
    return fallback.length === value.length && fallback.every((x, i) => x === value[i]);
  return fallback === value;
}
