/**
 * Weights on their way from stored integers back to reals, where the file spells it out: Cast, then less a zero point,
 * then times a scale. What meets them there, and is smaller, quantizes; it was never trained.
 */
import { type Dim, isKnown, sizeOf } from '../model/dim.ts';
import { type DType, isFloat } from '../model/dtype.ts';
import type { Step, Value } from './step.ts';

/** Integers of a byte or less: quantized weights, where they are many. */
export function isPacked(dtype: DType | null): boolean {
  return dtype !== null && packed.has(dtype);
}

const packed: ReadonlySet<DType> = new Set(['int8', 'uint8', 'int4', 'uint4', 'int2', 'uint2']);

const arithmetic: ReadonlySet<string> = new Set(['Sub', 'Mul', 'Div', 'Add']);
const movements: ReadonlySet<string> = new Set(['Reshape', 'Transpose', 'Identity', 'Cast', 'Squeeze', 'Unsqueeze']);

/**
 * Constants in floating point that were made of stored bytes, and the scales that DynamicQuantizeLinear finds.
 * Recursion is over nesting only.
 */
export function unpackedIn(steps: readonly Step[]): ReadonlySet<Value> {
  const found = new Set<Value>();
  const visit = (list: readonly Step[]): void => {
    for (const step of list) {
      if ('bodies' in step.does) for (const body of step.does.bodies) visit(body.steps);
      const [first, scale] = step.outputs;
      if (step.node.op === 'DynamicQuantizeLinear' && scale !== undefined) found.add(scale);
      if (first?.constant !== true) continue;
      if (first.alias !== undefined && has(found, first.alias)) found.add(first);
      else if (step.does.kind === 'compute' && makesReals(step, first, found)) found.add(first);
    }
  };
  visit(steps);
  return found;
}

function makesReals({ node, inputs }: Step, made: Value, found: ReadonlySet<Value>): boolean {
  if (node.domain !== '') return false;
  const [first] = inputs;
  if (node.op === 'Cast' && isPacked(first?.dtype ?? null)) return isReal(made);
  if (movements.has(node.op)) return has(found, first) && isReal(made);
  return arithmetic.has(node.op) && inputs.some((v) => has(found, v));
}

/**
 * Whether an input of a step is a scale or a zero point of the unpacked weight beside it, or the scale of a weight
 * times that of what it is multiplied with: what MatMulInteger and ConvInteger give is made real with their product.
 */
export function quantizes(input: Value, { node, inputs, outputs }: Step, found: ReadonlySet<Value>): boolean {
  const [made] = outputs;
  if (found.size === 0 || node.domain !== '' || !arithmetic.has(node.op)) return false;
  if (made?.constant !== true) return node.op === 'Mul' && inputs.some((v) => v !== input && has(found, v));
  const whole = countOf(made);
  const count = countOf(input);
  if (whole === undefined || count === undefined || count >= whole) return false;
  return inputs.some((v) => v !== undefined && has(found, v) && countOf(v) === whole);
}

function has(found: ReadonlySet<Value>, value: Value | undefined): boolean {
  for (let v = value; v !== undefined; v = v.alias) if (found.has(v)) return true;
  return false;
}

function isReal({ dtype }: Value): boolean {
  return dtype !== null && isFloat(dtype);
}

function countOf({ fact }: Value): bigint | undefined {
  const count: Dim | undefined = fact.kind === 'tensor' ? sizeOf(fact.shape) : undefined;
  return count !== undefined && isKnown(count) ? count : undefined;
}
