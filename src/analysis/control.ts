/** Operators that run graphs: which way each is walked. If: both branches, in the scope around them. */
import { type Dim, isKnown, isUnknown } from '../model/dim.ts';
import type { Node } from '../model/model.ts';
import { type Fact, Mismatch } from '../operators/operator.ts';
import { common } from '../operators/sequence.ts';
import { graphOf, walkBody } from './bodies.ts';
import { join, same, valueless } from './joined.ts';
import { runBatchedScan, runLoop, runScan } from './loops.ts';
import {
  type Body,
  type Formal,
  makeValue,
  type Scope,
  type Step,
  unknownFact,
  type Value,
  type Walker,
} from './step.ts';

type Inputs = readonly (Value | undefined)[];

export function runControl(
  kind: 'if' | 'loop' | 'scan' | 'map',
  node: Node,
  inputs: Inputs,
  version: bigint,
  scope: Scope,
  walker: Walker,
): Step {
  if (kind === 'if') return runIf(node, inputs, scope, walker);
  if (kind === 'map') return runMap(node, inputs, scope, walker);
  if (kind === 'loop') return runLoop(node, inputs, scope, walker);
  return version < 9n ? runBatchedScan(node, inputs, scope, walker) : runScan(node, inputs, scope, walker);
}

function runIf(node: Node, inputs: Inputs, scope: Scope, walker: Walker): Step {
  const [condition] = inputs;
  const [known] = condition?.value ?? [];
  const bodies = ['then_branch', 'else_branch'].map((name, i): Body => {
    const body = walkBody(graphOf(node, name), name, [], node, scope, walker);
    const never = typeof known === 'bigint' && (known !== 0n) !== (i === 0);
    return { ...body, trips: 1n, ...(never && { never }) };
  });
  const possible = bodies.filter((b) => b.never !== true);
  const outputs = node.outputs.map((name, i) => {
    if (name === '') return undefined;
    const facts = possible.map((b) => b.results[i]?.fact ?? unknownFact('the branch does not give it'));
    const constant = possible.length === 1 && possible.every((b) => b.results[i]?.constant === true);
    const [first = unknownFact('no branch'), ...rest] = facts;
    const why = `the branches of \`${node.name === '' ? node.op : node.name}\` give different extents`;
    return makeValue(
      name,
      rest.reduce((a, b) => join(a, b, why), first),
      constant,
    );
  });
  return { node, inputs, outputs, does: { kind: 'if', bodies } };
}

/** Items of different shapes are walked one by one up to this many; of more, what they have in common. */
const mostItems = 64;

/**
 * SequenceMap: a body runs on every item, and its results are sequences as long.
 * https://onnx.ai/onnx/operators/onnx__SequenceMap.html
 */
function runMap(node: Node, inputs: Inputs, scope: Scope, walker: Walker): Step {
  const graph = graphOf(node, 'body');
  if (graph.inputs.length !== inputs.length)
    throw new Mismatch(`the body has ${graph.inputs.length} inputs; ${inputs.length} expected`);
  const [first] = inputs;
  const length = lengthOf(first);
  const places = itemsDiffer(inputs, length) ? Array.from({ length: Number(length) }, (_, i) => i) : [undefined];
  const bodies = places.map((at): Body => {
    const formals = graph.inputs.map(({ name }, i) => formalOf(name, inputs[i], at));
    const trips = at === undefined ? (length ?? walker.tripSymbol(node, scope)) : 1n;
    return { ...walkBody(graph, at === undefined ? 'body' : `body_${at}`, formals, node, scope, walker), trips };
  });
  const outputs = node.outputs.map((name, i) => {
    if (name === '') return undefined;
    const items = bodies.map((b) => valueless(b.results[i]?.fact ?? unknownFact('the body does not give it')));
    const element = common(items);
    const each = places.length === 1 && places[0] === undefined ? undefined : items;
    const known = length ?? bodies[0]?.trips;
    const fact: Fact = {
      kind: 'sequence',
      element,
      ...(known !== undefined && { length: known }),
      ...(each !== undefined && { items: each }),
    };
    return makeValue(name, fact, false);
  });
  return { node, inputs, outputs, does: { kind: 'scan', bodies } };
}

/** Of a sequence; `undefined` where its length is not known. */
function lengthOf(value: Value | undefined): Dim | undefined {
  const fact = value?.fact;
  if (fact?.kind === 'tensor' && !isUnknown(fact.shape)) throw new Mismatch('input_sequence is a tensor');
  return fact?.kind === 'sequence' ? fact.length : undefined;
}

/** Whether an item of one of the sequences has another shape than the others, all are known, and they are few. */
function itemsDiffer(inputs: Inputs, length: Dim | undefined): boolean {
  if (length === undefined || !isKnown(length) || length > BigInt(mostItems)) return false;
  const lists = inputs.flatMap((v) => (v?.fact.kind === 'sequence' ? [v.fact.items] : []));
  if (lists.some((items) => items === undefined || BigInt(items.length) !== length)) return false;
  return lists.some((items) => items?.some((item) => !same(item, items[0])));
}

/** An item of a sequence, or a tensor that every run is given whole. */
function formalOf(name: string, given: Value | undefined, at: number | undefined): Formal {
  const fact = given?.fact ?? unknownFact('an input of the SequenceMap is missing');
  if (fact.kind !== 'sequence') return { value: makeValue(name, fact, false), ...(given && { from: given }) };
  const item = at === undefined ? fact.element : (fact.items?.[at] ?? fact.element);
  return { value: makeValue(name, item, false), ...(given && { sliceOf: given }) };
}
