/** Loop and Scan: what a body is started with, how often it runs, what becomes of its results. */
import { type Dim, isKnown, isSymbolic, isUnknown, max, min, mul, type Shape, unknown } from '../model/dim.ts';
import type { Node, ValueInfo } from '../model/model.ts';
import { type Fact, Mismatch } from '../operators/operator.ts';
import { graphOf, walkBody } from './bodies.ts';
import { tripsOfCondition } from './condition.ts';
import { type Outcome, type Repetition, repeat, type Walked } from './repeated.ts';
import {
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

/** https://onnx.ai/onnx/operators/onnx__Loop.html */
export function runLoop(node: Node, inputs: Inputs, scope: Scope, walker: Walker): Step {
  const [count, condition, ...initial] = inputs;
  const graph = graphOf(node, 'body');
  const [iteration, proceed, ...states] = graph.inputs;
  if (iteration === undefined || proceed === undefined || states.length !== initial.length)
    throw new Mismatch(`the body has ${graph.inputs.length} inputs; ${initial.length + 2} expected`);
  const counter = counterShape(iteration);
  // The body runs only while it is true.
  const going: Formal = {
    value: makeValue(proceed.name, { kind: 'tensor', dtype: 'bool', shape: counterShape(proceed), value: [1n] }, false),
  };
  const head = (trip?: Dim): readonly Formal[] => {
    const number: Fact = {
      kind: 'tensor',
      dtype: 'int64',
      shape: counter,
      ...(trip !== undefined && { value: [trip] }),
    };
    return [{ value: makeValue(iteration.name, number, false) }, going];
  };
  const names = states.map((s) => s.name);
  const r: Repetition = { graph, node, scope, walker, head, names, initial, tail: [], firstResult: 1 };
  const outcome = repeat(r, (body) => tripsOf(r, count, condition, body));
  const outputs = outputsOf(node, outcome, (shape) => [outcome.trips, ...shape]);
  return { node, inputs, outputs, does: { kind: 'loop', bodies: outcome.bodies } };
}

/** A scalar, or a tensor of one element where the body declares one, as ONNX Runtime has it. */
function counterShape({ type }: ValueInfo): Shape {
  return type.kind === 'tensor' && !isUnknown(type.shape) && type.shape.length === 1 ? [1n] : [];
}

/** As the count and the condition say; where only the data tells, a symbol. */
function tripsOf(r: Repetition, count: Value | undefined, condition: Value | undefined, body: Walked): Dim {
  const starts = startOf(condition);
  if (starts === 0n) return 0n;
  const most = count === undefined ? 'endless' : limitOf(count);
  if (starts !== undefined && most !== 'open') {
    // What the body computes decides about the trip after it.
    if (starts === true && most !== 'endless' && isKnown(most) && most <= 1n) return most;
    const goesOn = starts === true ? truthOf(body.results[0]) : undefined;
    const end = goesOn === true ? most : goesOn === false ? 1n : (tripsOfCondition(r, starts, most) ?? 'open');
    if (isCount(end)) return isCount(most) ? min(most, end) : end;
  }
  return r.walker.tripSymbol(r.node, r.scope);
}

/** `true` where the first trip is sure, 0 where there is none; an expression that is 1 or 0 where symbols decide. */
function startOf(condition: Value | undefined): Dim | true | undefined {
  const known = truthOf(condition);
  if (known !== undefined) return known ? true : 0n;
  const [open] = condition?.value ?? [];
  return typeof open === 'object' && isSymbolic(open) ? open : undefined;
}

function isCount(end: Dim | 'endless' | 'open'): end is Dim {
  return end !== 'endless' && end !== 'open';
}

/** An absent condition is true; `undefined` where the data decides. */
function truthOf(condition: Value | undefined): boolean | undefined {
  if (condition === undefined) return true;
  const [known] = condition.value ?? [];
  return typeof known === 'bigint' ? known !== 0n : undefined;
}

function limitOf(count: Value): Dim | 'endless' | 'open' {
  const [known] = count.value ?? [];
  if (known === undefined || typeof known === 'number' || typeof known === 'string' || isUnknown(known)) return 'open';
  // What exporters write for no limit.
  return known === 2n ** 63n - 1n ? 'endless' : max(known, 0n);
}

function outputsOf(
  node: Node,
  { finals, stacked }: Outcome,
  stack: (shape: readonly Dim[], i: number) => readonly Dim[],
): Step['outputs'] {
  return node.outputs.map((name, i) => {
    if (name === '') return undefined;
    const at = i - finals.length;
    const fact = finals[i] ?? reshaped(stacked[at], (shape) => stack(shape, at));
    return makeValue(name, fact, false);
  });
}

// --- Scan

/** https://onnx.ai/onnx/operators/onnx__Scan.html */
export function runScan(node: Node, inputs: Inputs, scope: Scope, walker: Walker): Step {
  const graph = graphOf(node, 'body');
  const scanned = integer(node, 'num_scan_inputs') ?? 0n;
  const stateCount = inputs.length - Number(scanned);
  if (scanned < 1n || stateCount < 0)
    throw new Mismatch(`num_scan_inputs is ${scanned}, and it has ${inputs.length} inputs`);
  const elements = inputs.slice(stateCount);
  const axes = integers(node, 'scan_input_axes') ?? elements.map(() => 0n);
  const inputNames = graph.inputs.map((i) => i.name);
  const tail = elements.map((v, i): Formal => {
    const element = reshaped(v?.fact, (shape) => without(shape, position(axes[i], shape.length)));
    return {
      value: makeValue(inputNames[stateCount + i] ?? '', element, false),
      ...(v !== undefined && { sliceOf: v }),
    };
  });
  const names = inputNames.slice(0, stateCount);
  const initial = inputs.slice(0, stateCount);
  const trips = known(elements.map((v, i) => extent(v, axes[i])));
  const r: Repetition = { graph, node, scope, walker, head: () => [], names, initial, tail, firstResult: 0 };
  const outcome = repeat(r, () => trips);
  const outputAxes = integers(node, 'scan_output_axes') ?? [];
  const outputs = outputsOf(node, outcome, (shape, i) =>
    insert(shape, position(outputAxes[i] ?? 0n, shape.length + 1), trips),
  );
  return { node, inputs, outputs, does: { kind: 'scan', bodies: outcome.bodies } };
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
    const fact = reshaped(given?.fact, (shape) => shape.slice(i < stateCount ? 1 : 2));
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
      reshaped(body.results[i]?.fact, (shape) => [...lead, ...shape]),
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

/** A tensor of the same type, with another shape, and nothing known of its elements. */
function reshaped(fact: Fact | undefined, shape: (s: readonly Dim[]) => readonly Dim[]): Fact {
  if (fact === undefined) return unknownFact('the body does not give it');
  if (fact.kind !== 'tensor') return fact;
  return { kind: 'tensor', dtype: fact.dtype, shape: isUnknown(fact.shape) ? fact.shape : shape(fact.shape) };
}
