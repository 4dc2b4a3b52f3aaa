/** Operators that run graphs: which way each is walked. If: both branches, in the scope around them. */
import type { Node } from '../model/model.ts';
import { graphOf, walkBody } from './bodies.ts';
import { join } from './joined.ts';
import { runBatchedScan, runLoop, runScan } from './loops.ts';
import { type Body, makeValue, type Scope, type Step, unknownFact, type Value, type Walker } from './step.ts';

type Inputs = readonly (Value | undefined)[];

export function runControl(
  kind: 'if' | 'loop' | 'scan',
  node: Node,
  inputs: Inputs,
  version: bigint,
  scope: Scope,
  walker: Walker,
): Step {
  if (kind === 'if') return runIf(node, inputs, scope, walker);
  if (kind === 'loop') return runLoop(node, inputs, scope, walker);
  return version < 9n ? runBatchedScan(node, inputs, scope, walker) : runScan(node, inputs, scope, walker);
}

function runIf(node: Node, inputs: Inputs, scope: Scope, walker: Walker): Step {
  const [condition] = inputs;
  const [known] = condition?.operand.value ?? [];
  const bodies = ['then_branch', 'else_branch'].map((name, i): Body => {
    const body = walkBody(graphOf(node, name), name, [], node, scope, walker);
    const never = typeof known === 'bigint' && (known !== 0n) !== (i === 0);
    return { ...body, trips: 1n, ...(never && { never }) };
  });
  const possible = bodies.filter((b) => b.never !== true);
  const outputs = node.outputs.map((name, i) => {
    if (name === '') return undefined;
    const facts = possible.map((b) => b.results[i]?.operand.fact ?? unknownFact('the branch does not give it'));
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
