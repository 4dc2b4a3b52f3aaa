/** Values that may be absent. */
import { unknown } from '../model/dim.ts';
import type { ValueType } from '../model/model.ts';
import { type Fact, free, type Operand, type Operator, operator, type } from './operator.ts';
import { factOfType } from './typed.ts';

function optionalOf(input: Operand | undefined, held: ValueType | undefined): Fact {
  if (input?.fact.kind === 'optional') return input.fact;
  if (input !== undefined) return { kind: 'optional', element: input.fact, present: true };
  const empty: Fact = { kind: 'opaque', why: 'the optional is empty' };
  return { kind: 'optional', element: held === undefined ? empty : factOfType(held, 'type'), present: false };
}

/** What is inside: the element of an optional, or the value itself. */
function inside(x: Operand): Fact {
  return x.fact.kind === 'optional' ? x.fact.element : x.fact;
}

const page = (name: string): string => `https://onnx.ai/onnx/operators/onnx__${name}.html`;

export const optionals: readonly Operator[] = [
  operator({
    name: 'Optional',
    revisions: [15, 28],
    source: page('Optional'),
    doc: 'A value that may be missing: its input, or nothing of the type given.',
    inputs: ['input?'],
    outputs: ['output'],
    attributes: { type: type() },
    facts: ({ input }, { type }) => ({ output: optionalOf(input, type) }),
    shape: () => ({ output: unknown('it is no tensor') }),
    work: free,
    memory: 'view',
    examples: [{ given: { input: ['n', 3] }, gives: { output: { optional: ['n', 3] } } }],
  }),
  operator({
    name: 'OptionalGetElement',
    revisions: [15, 18, 28],
    source: page('OptionalGetElement'),
    doc: 'The value an optional holds.',
    inputs: ['input'],
    outputs: ['output'],
    facts: ({ input }) => ({ output: inside(input) }),
    shape: () => ({ output: unknown('it is given by facts') }),
    work: free,
    memory: 'view',
    examples: [{ given: { input: { optional: ['n', 3] } }, gives: { output: ['n', 3] } }],
  }),
  operator({
    name: 'OptionalHasElement',
    revisions: [15, 18, 28],
    source: page('OptionalHasElement'),
    doc: 'Whether an optional holds a value: known of an absent input and of a plain value.',
    inputs: ['input?'],
    outputs: ['output'],
    dtype: { output: 'bool' },
    shape: () => ({ output: [] }),
    value: ({ input }) => {
      if (input === undefined) return { output: [0n] };
      const { fact } = input;
      if (fact.kind === 'optional') return fact.present === undefined ? {} : { output: [fact.present ? 1n : 0n] };
      return fact.kind === 'tensor' || fact.kind === 'sequence' ? { output: [1n] } : {};
    },
    work: free,
    examples: [
      { title: 'nothing', given: {}, gives: { output: { shape: [], dtype: 'bool', value: [0] } } },
      { title: 'a tensor', given: { input: ['n'] }, gives: { output: { shape: [], dtype: 'bool', value: [1] } } },
      { title: 'who knows', given: { input: { optional: ['n'] } }, gives: { output: { shape: [], dtype: 'bool' } } },
    ],
  }),
];
