/** Functions the model itself defines: a call is replaced by what the function does. */
import { type Attribute, functionKey, type LocalFunction, type Node, nodeLabel } from '../model/model.ts';
import {
  aliasOf,
  type Body,
  makeValue,
  resolve,
  type Scope,
  type Step,
  unknownFact,
  unknownStep,
  type Value,
  type Walker,
} from './step.ts';

/** The call as a step whose body are the function's nodes, run on the caller's values. */
export function callFunction(
  called: LocalFunction,
  node: Node,
  inputs: readonly (Value | undefined)[],
  scope: Scope,
  walker: Walker,
): Step {
  const key = functionKey(called.domain, called.name, called.overload);
  if (scope.calls.includes(key)) return refused(node, inputs, `the function \`${called.name}\` calls itself`);
  if (inputs.length > called.inputs.length)
    return refused(
      node,
      inputs,
      `it gives ${inputs.length} inputs to \`${called.name}\`, which takes ${called.inputs.length}`,
    );
  const inside: Scope = {
    values: new Map(called.inputs.map((name, i) => [name, inputs[i]])),
    opsets: called.opsets,
    references: references(called, node),
    inFileOrder: false,
    path: `${scope.path}${nodeLabel(node)}/`,
    depth: scope.depth + 1,
    calls: [...scope.calls, key],
    ...(scope.within !== undefined && { within: scope.within }),
  };
  const steps = walker.run(called.nodes, inside);
  const results = called.outputs.map((name) => resolve(inside, name));
  const body: Body = { name: called.name, steps, formals: [], results, trips: 1n };
  const outputs = node.outputs.map((name, i) => {
    if (name === '') return undefined;
    const result = results[i];
    return result === undefined
      ? makeValue(name, unknownFact(`\`${called.name}\` returns nothing for \`${name}\``), false)
      : aliasOf(name, result);
  });
  return { node, inputs, outputs, does: { kind: 'call', bodies: [body] } };
}

function references(called: LocalFunction, node: Node): ReadonlyMap<string, Attribute> {
  const given = called.attributes.flatMap((name): [string, Attribute][] => {
    const attribute = node.attributes.get(name);
    return attribute === undefined ? [] : [[name, attribute]];
  });
  const overridden = [...called.defaults].map(([name, fallback]): [string, Attribute] => [
    name,
    node.attributes.get(name) ?? fallback,
  ]);
  return new Map([...given, ...overridden]);
}

function refused(node: Node, inputs: readonly (Value | undefined)[], why: string): Step {
  return unknownStep(node, inputs, why, 'limit');
}
