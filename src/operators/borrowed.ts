/** Operators that onnxruntime had in its own domain before, or beside, ONNX's: the same rules under another name. */
import { unknown } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { creation } from './creation.ts';
import { assertRank, other, size } from './formulas.ts';
import { gathering } from './gathering.ts';
import { movement } from './movement.ts';
import { Operand, type Operands, type Operator, operator } from './operator.ts';
import { pad } from './pad.ts';
import { samples } from './sampling.ts';
import { slicing } from './slice.ts';

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

/** Without a choice of axis or of order, and without where each stands first. */
const unique = operator({
  name: 'Unique',
  domain: 'com.microsoft',
  revisions: [1],
  source: contribPage('Unique'),
  doc: 'The distinct elements in the order they occur, which of them each element is, and how often each occurs. Counted as one comparison per element.',
  inputs: ['x'],
  outputs: ['y', 'idx', 'counts'],
  dtype: { y: 'x', idx: 'int64', counts: 'int64' },
  shape: ({ x }, _, call) => {
    assertRank(x, 1);
    const distinct = unknown(`\`${call.label}\`: the data decides how many there are`);
    return { y: [distinct], idx: [x.dim(0)], counts: [distinct] };
  },
  work: ({ x }) => other(size(x)),
  roles: { x: 'carried' },
  examples: [
    {
      given: { x: ['n'] },
      gives: { y: ['?'], idx: { shape: ['n'], dtype: 'int64' }, counts: { shape: ['?'], dtype: 'int64' } },
      other: 'n',
    },
  ],
});

export const borrowedOperators: readonly Operator[] = [
  unique,
  borrowed('GatherND', gathering),
  borrowed('GridSample', samples),
  borrowed('Trilu', movement),
  borrowed('Pad', pad),
  range(),
  // An experiment of ONNX's first releases: Slice as it became in operator set 10, without steps.
  { ...borrowed('Slice', slicing), name: 'DynamicSlice', domain: '', source: contribPage('DynamicSlice') },
];
