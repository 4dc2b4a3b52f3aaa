/** Text, pictures and sound before and after a network, as onnxruntime-extensions treats them. */
import { unknown } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import { other } from './formulas.ts';
import { type Call, free, type Operator, operator } from './operator.ts';

/** What comes out, and of which type. */
const extensions: readonly {
  readonly name: string;
  readonly doc: string;
  readonly gives: readonly (readonly [string, DType])[];
}[] = [
  {
    name: 'BertTokenizer',
    doc: 'Text to tokens of BERT.',
    gives: [
      ['input_ids', 'int64'],
      ['token_type_ids', 'int64'],
      ['attention_mask', 'int64'],
      ['offset_mapping', 'int64'],
    ],
  },
  { name: 'BertTokenizerDecoder', doc: 'Tokens of BERT to text.', gives: [['sentences', 'string']] },
  ...['GPT2Tokenizer', 'CLIPTokenizer', 'RobertaTokenizer', 'SpmTokenizer'].map((name) => ({
    name,
    doc: 'Text to tokens.',
    gives: [
      ['input_ids', 'int64'],
      ['attention_mask', 'int64'],
      ['offset_mapping', 'int64'],
    ] as const,
  })),
  {
    name: 'WordpieceTokenizer',
    doc: 'Words to pieces of them.',
    gives: [
      ['tokens', 'string'],
      ['token_indices', 'int32'],
      ['row_indices', 'int64'],
    ],
  },
  {
    name: 'SentencepieceTokenizer',
    doc: 'Text to tokens of SentencePiece.',
    gives: [
      ['tokens', 'int32'],
      ['indices', 'int64'],
    ],
  },
  { name: 'BpeDecoder', doc: 'Tokens to text.', gives: [['text', 'string']] },
  { name: 'SentencepieceDecoder', doc: 'Tokens to text.', gives: [['text', 'string']] },
  {
    name: 'StringSplit',
    doc: 'Text in parts.',
    gives: [
      ['indices', 'int64'],
      ['values', 'string'],
      ['shape', 'int64'],
    ],
  },
  {
    name: 'StringRegexSplitWithOffsets',
    doc: 'Text in parts.',
    gives: [
      ['words', 'string'],
      ['offsets', 'int64'],
      ['row_indices', 'int64'],
    ],
  },
  { name: 'StringJoin', doc: 'Texts in one.', gives: [['output', 'string']] },
  { name: 'DecodeImage', doc: 'A picture from its file.', gives: [['output', 'uint8']] },
  { name: 'EncodeImage', doc: 'The file of a picture.', gives: [['output', 'uint8']] },
  { name: 'AudioDecoder', doc: 'Sound from its file.', gives: [['output', 'float32']] },
];

const openText = (call: Call) => unknown(`\`${call.label}\`: the data decides how much comes out`);

const extensionDomains = ['ai.onnx.contrib', 'com.microsoft.extensions'] as const;
const extensionsPage = 'https://github.com/microsoft/onnxruntime-extensions/blob/main/docs/custom_ops.md';

/** An element of text in, an element out. */
const texts = [
  ['StringUpper', 'string'],
  ['StringLower', 'string'],
  ['StringLength', 'int64'],
  ['StringStrip', 'string'],
] as const;

export const beforeAfter = (): readonly Operator[] =>
  extensionDomains.flatMap((domain) => [
    ...extensions.map(({ name, doc, gives }) =>
      operator({
        name,
        domain,
        revisions: [1],
        source: extensionsPage,
        doc: `${doc} How much comes out, and what it takes, the data decides: both are unknown.`,
        inputs: ['...inputs'],
        outputs: gives.map(([output], i) => (i === 0 ? output : `${output}?`)),
        dtype: () => Object.fromEntries(gives),
        shape: (_, __, call) => Object.fromEntries(gives.map(([output]) => [output, openText(call)])),
        work: (_, __, ___, call) => other(openText(call)),
        examples: [{ given: { inputs: [{ shape: ['n'], dtype: 'string' }] }, gives: {}, other: '?' }],
      }),
    ),
    ...texts.map(([name, dtype]) =>
      operator({
        name,
        domain,
        revisions: [1],
        source: extensionsPage,
        doc: 'A text, or a number of it, for each text; no arithmetic.',
        inputs: ['input'],
        outputs: ['output'],
        dtype: { output: dtype },
        shape: ({ input }) => ({ output: input.shape }),
        work: free,
        examples: [{ given: { input: { shape: ['n'], dtype: 'string' } }, gives: { output: { shape: ['n'], dtype } } }],
      }),
    ),
  ]);
