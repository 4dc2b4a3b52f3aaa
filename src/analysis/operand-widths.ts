/**
 * MACs by what is multiplied with what: `int8×int8`, `float32×int4`. An operand counts with the type it is stored in
 * before DequantizeLinear, because that is how a runtime that fuses the pair multiplies, and how the weight is fetched.
 */
import { type Dim, sum } from '../model/dim.ts';
import type { Entry } from './entries.ts';
import { counted, type Layer } from './profile.ts';
import { roleAt } from './roles.ts';
import type { Deed, Step, Value } from './step.ts';

/** First operand, then second, in the order of the operator's inputs. Sorted by name. */
export function macsByWidth(entries: readonly Entry[], layers: readonly Layer[]): ReadonlyMap<string, Dim> {
  const makers = makersOf(entries);
  const parts = new Map<string, Dim[]>();
  entries.forEach(({ step }, i) => {
    const layer = layers[i];
    const macs = layer === undefined ? 0n : counted(layer, 'macs');
    if (macs === 0n) return;
    const width = widthOf(step, makers);
    const list = parts.get(width);
    if (list === undefined) parts.set(width, [macs]);
    else list.push(macs);
  });
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([width, list]) => [width, sum(list)]));
}

/** Operators whose first result holds the elements of their first input, as they are or dequantized. */
const carriers = new Set(['DequantizeLinear', 'Reshape', 'Transpose', 'Flatten', 'Squeeze', 'Unsqueeze', 'Identity']);
/** Between a stored tensor and the operator that multiplies it there are never so many. */
const mostHops = 64;

type Makers = ReadonlyMap<Value, Step>;

function makersOf(entries: readonly Entry[]): Makers {
  const makers = new Map<Value, Step>();
  if (!entries.some(({ step }) => step.node.op === 'DequantizeLinear')) return makers;
  for (const { step } of entries) {
    const [first] = step.outputs;
    if (first !== undefined && carriers.has(step.node.op)) makers.set(first, step);
  }
  return makers;
}

function widthOf(step: Step, makers: Makers): string {
  if (step.does.kind !== 'compute') return unknownWidth;
  const { operator } = step.does;
  let first: Value | undefined;
  let second: Value | undefined;
  for (let input = 0; input < step.inputs.length && second === undefined; input++) {
    const value = step.inputs[input];
    const role = roleAt(operator, input);
    if (value === undefined || role === 'quantization' || role === 'constant') continue;
    if (first === undefined) first = value;
    else second = value;
  }
  if (first === undefined) return unknownWidth;
  const [left, right] = inside(step.does);
  return `${left ?? typeOf(first, makers)}×${right ?? typeOf(second ?? first, makers)}`;
}

const unknownWidth = 'unknown';

/** Operands that are other inside the operator than at its inputs: packed, or quantized on the way. */
function inside({ operator, attributes }: Extract<Deed, { kind: 'compute' }>): readonly (string | undefined)[] {
  if (operator.domain !== 'com.microsoft') return [];
  if (operator.name === 'MatMulNBits') return [undefined, `int${attributes.bits}`];
  // Two kinds of 4-bit floating point, by its `quant_type`.
  if (operator.name === 'MatMulBnb4') return [undefined, 'float4'];
  if (operator.name === 'DynamicQuantizeMatMul') return ['uint8', undefined];
  return [];
}

function typeOf(value: Value, makers: Makers): string {
  const own = value.dtype ?? unknownWidth;
  let at = value;
  for (let hops = 0; hops < mostHops; hops++) {
    const maker = makers.get(at);
    const next = at.alias ?? maker?.inputs[0];
    if (next === undefined) break;
    if (maker?.node.op === 'DequantizeLinear' && at.alias === undefined) return next.dtype ?? unknownWidth;
    at = next;
  }
  return own;
}
