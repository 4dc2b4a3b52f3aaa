/** Operators that onnxruntime had in its own domain before, or beside, ONNX's: the same rules under another name. */
import { contribPage } from './activation.ts';
import { creation } from './creation.ts';
import { gathering } from './gathering.ts';
import { movement } from './movement.ts';
import { Operand, type Operands, type Operator } from './operator.ts';
import { pad } from './pad.ts';
import { samples } from './sampling.ts';

/** Its newest entry, in the other domain. Throws when there is none: a mistake of this file. */
function borrowed(name: string, from: readonly Operator[]): Operator {
  const own = from.findLast((o) => o.name === name);
  if (own === undefined) throw new Error(`no ${name} to borrow`);
  return { ...own, domain: 'com.microsoft', revisions: [1], source: contribPage(name) };
}

/** Steps of 1 where no other is given. */
function range(): Operator {
  const own = borrowed('Range', creation);
  const stepped = (inputs: Operands): Operands => {
    const { start, delta } = inputs;
    if (delta !== undefined || !(start instanceof Operand)) return inputs;
    const value = start.dtype?.startsWith('float') || start.dtype === 'bfloat16' ? [1] : [1n];
    return { ...inputs, delta: new Operand('delta', { kind: 'tensor', dtype: start.dtype, shape: [], value }) };
  };
  return {
    ...own,
    inputs: own.inputs.map((slot) => (slot.name === 'delta' ? { ...slot, optional: true } : slot)),
    shape: (inputs, a, call) => own.shape(stepped(inputs), a, call),
    ...(own.value !== undefined && { value: (inputs, a, call) => own.value?.(stepped(inputs), a, call) ?? {} }),
    examples: [
      {
        title: 'a step of 1 when none is given',
        given: { start: { shape: [], value: [1] }, limit: { shape: [], value: [9] } },
        gives: { output: { shape: [8], dtype: 'float32' } },
      },
      ...own.examples,
    ],
  };
}

export const borrowedOperators: readonly Operator[] = [
  borrowed('GatherND', gathering),
  borrowed('GridSample', samples),
  borrowed('Trilu', movement),
  borrowed('Pad', pad),
  range(),
];
