/** Loop and Scan: a body runs many times, carried shapes to a fixpoint. https://onnx.ai/onnx/operators/onnx__Loop.html */
import { type Dim, isKnown, isUnknown, max, mul, type Shape, unknown } from '../model/dim.ts';
import type { Node, ValueInfo } from '../model/model.ts';
import { type Fact, Mismatch } from '../operators/operator.ts';
import { graphOf, walkBody } from './bodies.ts';
import { givenUp, join, same, valueless } from './joined.ts';
import {
  type Body,
  type Formal,
  makeValue,
  type Scope,
  type Step,
  shapeOf,
  unknownFact,
  type Value,
  type Walker,
} from './step.ts';

type Inputs = readonly (Value | undefined)[];

/** Walks of one body before every carried shape is given up; each nested loop multiplies them. */
const maxPasses = 3;

export function runLoop(node: Node, inputs: Inputs, scope: Scope, walker: Walker): Step {
  const [count, condition, ...initial] = inputs;
  const graph = graphOf(node, 'body');
  const [iteration, proceed, ...states] = graph.inputs;
  if (iteration === undefined || proceed === undefined || states.length !== initial.length)
    throw new Mismatch(`the body has ${graph.inputs.length} inputs; ${initial.length + 2} expected`);
  const head: readonly Formal[] = [
    { value: makeValue(iteration.name, { kind: 'tensor', dtype: 'int64', shape: counterShape(iteration) }, false) },
    // The body runs only while it is true.
    {
      value: makeValue(
        proceed.name,
        { kind: 'tensor', dtype: 'bool', shape: counterShape(proceed), value: [1n] },
        false,
      ),
    },
  ];
  const start = carried(
    states.map((s) => s.name),
    initial,
  );
  const body = fixpoint(start, 1, (formals) => walkBody(graph, 'body', [...head, ...formals], node, scope, walker));
  const endless = isTrue(condition) && isTrue(body.results[0]);
  const trips = isFalse(condition)
    ? 0n
    : endless
      ? tripsOf(count, node, scope, walker)
      : walker.tripSymbol(node, scope);
  const scans = body.results.slice(1 + states.length);
  const outputs = node.outputs.map((name, i) => {
    if (name === '') return undefined;
    const state = body.formals[2 + i];
    if (i < states.length) return makeValue(name, final(state, body.results[1 + i], trips), false);
    return makeValue(
      name,
      stacked(scans[i - states.length], (shape) => [trips, ...shape]),
      false,
    );
  });
  return { node, inputs, outputs, does: { kind: 'loop', bodies: [{ ...body, trips }] } };
}

/** A scalar, or a tensor of one element where the body declares one, as ONNX Runtime has it. */
function counterShape({ type }: ValueInfo): Shape {
  return type.kind === 'tensor' && !isUnknown(type.shape) && type.shape.length === 1 ? [1n] : [];
}

/** An absent condition is true. */
function isTrue(condition: Value | undefined): boolean {
  const [known] = condition?.value ?? [];
  return condition === undefined || (typeof known === 'bigint' && known !== 0n);
}

function isFalse(condition: Value | undefined): boolean {
  return condition?.value?.[0] === 0n;
}

function tripsOf(count: Value | undefined, node: Node, scope: Scope, walker: Walker): Dim {
  const [known] = count?.value ?? [];
  if (known === undefined || typeof known === 'number' || typeof known === 'string' || isUnknown(known))
    return walker.tripSymbol(node, scope);
  return max(known, 0n);
}

/** What a carried value is in the end: as the body leaves it where it ran for sure. */
function final(state: Formal | undefined, result: Value | undefined, trips: Dim): Fact {
  if (trips === 0n) return state?.from?.fact ?? unknownFact('the loop carries nothing');
  const left = result?.fact ?? unknownFact('the body does not give it');
  if (isKnown(trips) || state === undefined) return valueless(left);
  return join(state.value.fact, left, 'it depends on how often the loop runs');
}

// --- Scan

export function runScan(node: Node, inputs: Inputs, scope: Scope, walker: Walker): Step {
  const graph = graphOf(node, 'body');
  const scanned = integer(node, 'num_scan_inputs') ?? 0n;
  const stateCount = inputs.length - Number(scanned);
  if (scanned < 1n || stateCount < 0)
    throw new Mismatch(`num_scan_inputs is ${scanned}, and it has ${inputs.length} inputs`);
  const elements = inputs.slice(stateCount);
  const axes = integers(node, 'scan_input_axes') ?? elements.map(() => 0n);
  const names = graph.inputs.map((i) => i.name);
  const slices = elements.map((v, i): Formal => {
    const element = stacked(v, (shape) => without(shape, position(axes[i], shape.length)));
    return { value: makeValue(names[stateCount + i] ?? '', element, false), ...(v !== undefined && { sliceOf: v }) };
  });
  const start = carried(names.slice(0, stateCount), inputs.slice(0, stateCount));
  const body = fixpoint(start, 0, (formals) => walkBody(graph, 'body', [...formals, ...slices], node, scope, walker));
  const trips = known(elements.map((v, i) => extent(v, axes[i])));
  const outputAxes = integers(node, 'scan_output_axes') ?? [];
  const outputs = node.outputs.map((name, i) => {
    if (name === '') return undefined;
    if (i < stateCount) return makeValue(name, final(body.formals[i], body.results[i], trips), false);
    const axis = outputAxes[i - stateCount] ?? 0n;
    const fact = stacked(body.results[i], (shape) => insert(shape, position(axis, shape.length + 1), trips));
    return makeValue(name, fact, false);
  });
  return { node, inputs, outputs, does: { kind: 'scan', bodies: [{ ...body, trips }] } };
}

/** Scan of operator set 8: every state has a batch axis, every scanned value `[batch, time, …]`; the body has neither. */
export function runBatchedScan(node: Node, inputs: Inputs, scope: Scope, walker: Walker): Step {
  const [, ...rest] = inputs;
  const graph = graphOf(node, 'body');
  const stateCount = rest.length - Number(integer(node, 'num_scan_inputs') ?? 0n);
  const elements = rest.slice(stateCount);
  if (stateCount < 0 || elements.length === 0)
    throw new Mismatch(`num_scan_inputs does not fit its ${rest.length} inputs`);
  const formals = graph.inputs.map(({ name }, i): Formal => {
    const given = rest[i];
    const fact = stacked(given, (shape) => shape.slice(i < stateCount ? 1 : 2));
    return { value: makeValue(name, fact, false), ...(given !== undefined && { sliceOf: given }) };
  });
  const body = walkBody(graph, 'body', formals, node, scope, walker);
  const batch = known(elements.map((v) => extent(v, 0n)));
  const time = known(elements.map((v) => extent(v, 1n)));
  const outputs = node.outputs.map((name, i) => {
    if (name === '') return undefined;
    const lead = i < stateCount ? [batch] : [batch, time];
    return makeValue(
      name,
      stacked(body.results[i], (shape) => [...lead, ...shape]),
      false,
    );
  });
  return {
    node,
    inputs,
    outputs,
    does: { kind: 'scan', bodies: [{ ...body, trips: mul(batch, time) }] },
  };
}

function integer(node: Node, name: string): bigint | undefined {
  const attribute = node.attributes.get(name);
  return attribute?.kind === 'int' ? attribute.value : undefined;
}

function integers(node: Node, name: string): readonly bigint[] | undefined {
  const attribute = node.attributes.get(name);
  return attribute?.kind === 'ints' ? attribute.value : undefined;
}

function position(axis: bigint | undefined, rank: number): number {
  const at = Number(axis ?? 0n);
  const positive = at < 0 ? at + rank : at;
  if (positive < 0 || positive >= rank) throw new Mismatch(`axis ${at} is asked of a tensor with ${rank} axes`);
  return positive;
}

function extent(value: Value | undefined, axis: bigint | undefined): Dim {
  const shape = value === undefined ? unknown('a scanned input is missing') : shapeOf(value);
  if (isUnknown(shape)) return shape;
  return shape[position(axis, shape.length)] ?? unknown('no such axis');
}

/** Of extents that must agree, one that says most. */
function known(dims: readonly Dim[]): Dim {
  return dims.find(isKnown) ?? dims.find((d) => !isUnknown(d)) ?? dims[0] ?? 0n;
}

function without(shape: readonly Dim[], axis: number): readonly Dim[] {
  return shape.filter((_, i) => i !== axis);
}

function insert(shape: readonly Dim[], axis: number, d: Dim): readonly Dim[] {
  return [...shape.slice(0, axis), d, ...shape.slice(axis)];
}

/** The fact of a value with another shape. */
function stacked(value: Value | undefined, shape: (s: readonly Dim[]) => readonly Dim[]): Fact {
  const fact = value?.fact ?? unknownFact('the body does not give it');
  if (fact.kind !== 'tensor') return fact;
  return { kind: 'tensor', dtype: fact.dtype, shape: isUnknown(fact.shape) ? fact.shape : shape(fact.shape) };
}

// --- carried values

function carried(names: readonly string[], initial: Inputs): readonly Formal[] {
  return names.map((name, i) => {
    const from = initial[i];
    const fact = from?.fact ?? unknownFact(`\`${name}\` starts as nothing`);
    return { value: makeValue(name, valueless(fact), false), ...(from !== undefined && { from }) };
  });
}

/** Walks until the body leaves every carried value as it found it, or what changes has been given up as unknown. */
function fixpoint(
  start: readonly Formal[],
  firstResult: number,
  walk: (formals: readonly Formal[]) => Pick<Body, 'name' | 'steps' | 'formals' | 'results'>,
): Pick<Body, 'name' | 'steps' | 'formals' | 'results'> {
  let formals = start;
  for (let pass = 1; ; pass++) {
    const body = walk(formals);
    const next = formals.map((formal, i): Formal => {
      const left = body.results[firstResult + i]?.fact ?? unknownFact('the body does not give it');
      const why = `\`${formal.value.name}\` changes from trip to trip`;
      const joined = join(formal.value.fact, left, why);
      const settled = pass < maxPasses || same(joined, formal.value.fact) ? joined : givenUp(joined, why);
      return { ...formal, value: makeValue(formal.value.name, settled, false) };
    });
    const changed = next.some((formal, i) => !same(formal.value.fact, formals[i]?.value.fact));
    if (!changed || pass > maxPasses) return body;
    formals = next;
  }
}
