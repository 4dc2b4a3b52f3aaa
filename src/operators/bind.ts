/** From a node of a file to what an operator's rules take: inputs and attributes by name, outputs as facts. */

import { type Shape, unknown } from '../model/dim.ts';
import { type DType, isDType } from '../model/dtype.ts';
import type { Attribute, Scalar } from '../model/model.ts';
import {
  type Call,
  type Fact,
  free,
  Mismatch,
  type Operand,
  type Operands,
  type Operator,
  type Slot,
  Undetermined,
  type Values,
  type Work,
} from './operator.ts';

/** Operands by the names the entry gives them. Throws Mismatch when a required one is missing, or one too many. */
export function bindInputs(operator: Operator, operands: readonly (Operand | undefined)[]): Operands {
  const bound = bindSlots(operator.inputs, operands);
  for (const { name, optional, variadic } of operator.inputs)
    if (!optional && !variadic && bound[name] === undefined) throw new Mismatch(`input ${name} is missing`);
  // Every list of operands that comes first (Sum, Concat, Einsum) has at least one.
  if (operator.inputs[0]?.variadic === true && !operands.some((x) => x !== undefined))
    throw new Mismatch('it has no inputs');
  return bound;
}

/** Outputs by name. One the node does not want is still there for the work rule, under its entry's name. */
export function bindOutputs(operator: Operator, operands: readonly (Operand | undefined)[]): Operands {
  return bindSlots(operator.outputs, operands);
}

function bindSlots(slots: readonly Slot[], operands: readonly (Operand | undefined)[]): Operands {
  const bound: Record<string, Operand | readonly Operand[] | undefined> = {};
  slots.forEach((s, i) => {
    bound[s.name] = s.variadic ? operands.slice(i).filter((x) => x !== undefined) : operands[i];
  });
  const surplus = operands.findLastIndex((x) => x !== undefined) + 1;
  if (surplus > slots.length && slots.at(-1)?.variadic !== true)
    throw new Mismatch(`it has ${surplus} inputs; at most ${slots.length} expected`);
  return bound;
}

/**
 * Attribute values by name, defaults filled in, those the entry does not name left out. Throws Mismatch on a wrong
 * kind or a missing required one.
 */
export function readAttributes(
  operator: Operator,
  node: { readonly attributes: ReadonlyMap<string, Attribute> },
): Values {
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(operator.attributes)) {
    const given = node.attributes.get(name);
    if (given === undefined) {
      if (spec.required) throw new Mismatch(`attribute ${name} is missing`);
      values[name] = spec.fallback;
    } else if (given.kind === 'reference') {
      throw new Mismatch(`attribute ${name} refers to \`${given.name}\`, which no caller has given`);
    } else if (spec.kind === 'any') values[name] = given;
    else if (given.kind !== spec.kind)
      throw new Mismatch(`attribute ${name} is of kind ${given.kind}; ${spec.kind} expected`);
    else values[name] = given.value;
  }
  return values;
}

/**
 * The outputs of a node by the operator's rules, one fact for each of the entry's outputs in order; of a variadic
 * output as many as `call.outputs` names. Throws Undetermined or Mismatch as the rules do.
 */
export function inferOutputs(operator: Operator, inputs: Operands, attributes: Values, call: Call): readonly Fact[] {
  const facts = operator.facts?.(inputs, attributes, call);
  if (facts !== undefined) return operator.outputs.flatMap((slot) => facts[slot.name] ?? notGiven);
  const shapes = operator.shape(inputs, attributes, call);
  const dtypes = dtypesOf(operator, inputs, attributes, call);
  const values = valuesOf(operator, inputs, attributes, call);
  const single = ({ name }: Slot): Fact =>
    tensorFact(dtypes(name, 0), shapes[name] as Shape | undefined, values?.[name]);
  if (!operator.outputs.some((slot) => slot.variadic)) return operator.outputs.map(single);
  return operator.outputs.flatMap((slot, i): Fact[] => {
    if (!slot.variadic) return [single(slot)];
    const list = (shapes[slot.name] ?? []) as readonly Shape[];
    const valueList = (values?.[slot.name] ?? []) as readonly unknown[];
    return call.outputs.slice(i).map((_, k) => tensorFact(dtypes(slot.name, k), list[k], valueList[k]));
  });
}

/** Element types alone, in the order of `inferOutputs`: they are often known where the shapes are not. */
export function inferDTypes(
  operator: Operator,
  inputs: Operands,
  attributes: Values,
  call: Call,
): readonly (DType | null)[] {
  try {
    const dtypes = dtypesOf(operator, inputs, attributes, call);
    return operator.outputs.flatMap((slot, i) =>
      slot.variadic ? call.outputs.slice(i).map((_, k) => dtypes(slot.name, k)) : [dtypes(slot.name, 0)],
    );
  } catch (error) {
    if (!(error instanceof Undetermined)) throw error;
    return call.outputs.map(() => null);
  }
}

/** A value that cannot be told leaves shape and element type as they are. */
function valuesOf(
  operator: Operator,
  inputs: Operands,
  attributes: Values,
  call: Call,
): Readonly<Record<string, unknown>> | undefined {
  try {
    return operator.value?.(inputs, attributes, call);
  } catch (error) {
    if (error instanceof Undetermined) return undefined;
    throw error;
  }
}

/** Work by the operator's rule; zero when it is declared free. */
export function workOf(operator: Operator, inputs: Operands, outputs: Operands, attributes: Values, call: Call): Work {
  return operator.work === free ? { macs: 0n, other: 0n } : operator.work(inputs, outputs, attributes, call);
}

const notGiven: Fact = { kind: 'opaque', why: 'the operator does not give this output' };

function tensorFact(dtype: DType | null, shape: Shape | undefined, value: unknown): Fact {
  const extents = shape ?? unknown('the operator does not give this output');
  if (!Array.isArray(value)) return { kind: 'tensor', dtype, shape: extents };
  return { kind: 'tensor', dtype, shape: extents, value: value as readonly Scalar[] };
}

function dtypesOf(
  operator: Operator,
  inputs: Operands,
  attributes: Values,
  call: Call,
): (output: string, k: number) => DType | null {
  const fallback = firstOf(inputs)?.dtype ?? null;
  const rule = operator.dtype;
  if (typeof rule === 'function') {
    const given = rule(inputs, attributes, call);
    return (output, k) => {
      if (!Object.hasOwn(given, output)) return fallback;
      const entry = given[output];
      return ((Array.isArray(entry) ? entry[k] : entry) ?? null) as DType | null;
    };
  }
  return (output) => {
    const name = rule?.[output];
    if (name === undefined) return fallback;
    if (isDType(name)) return name;
    return [inputs[name]].flat().at(0)?.dtype ?? null;
  };
}

/** The first operand, if the first slot that is not an empty list has one. */
function firstOf(inputs: Operands): Operand | undefined {
  for (const name in inputs) {
    const bound = inputs[name];
    if (!Array.isArray(bound)) return bound as Operand | undefined;
    if (bound.length > 0) return bound[0];
  }
  return undefined;
}
