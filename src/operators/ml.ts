/** Classical machine learning, domain `ai.onnx.ml`: their coefficients are attributes, not stored tensors. */
import { add, type Dim, mul, product, sum, unknown } from '../model/dim.ts';
import type { DType } from '../model/dtype.ts';
import { other, size } from './formulas.ts';
import {
  type Fact,
  float,
  floats,
  free,
  int,
  ints,
  Mismatch,
  type Operand,
  type Operator,
  operator,
  string,
  strings,
  tensor,
} from './operator.ts';

const domain = 'ai.onnx.ml';
const source = mlPage;

export function mlPage(name: string): string {
  return `https://onnx.ai/onnx/operators/onnx_aionnxml_${name}.html`;
}

/** For docs: what is in no weight tensor is no parameter. */
export const attributesOnly = 'Its numbers are attributes, which no count of parameters or bytes holds.';

/** Post transforms, by the number TreeEnsemble gives them. */
export const transforms: readonly string[] = ['NONE', 'SOFTMAX', 'LOGISTIC', 'SOFTMAX_ZERO', 'PROBIT'];

/** PROBIT: √2 · erf⁻¹(2x − 1). The others are counted as Softmax and Sigmoid are. */
const transformCosts: ReadonlyMap<string, bigint> = new Map([
  ['NONE', 0n],
  ['SOFTMAX', 5n],
  ['LOGISTIC', 1n],
  ['SOFTMAX_ZERO', 5n],
  ['PROBIT', 4n],
]);

/** Operations of a post transform over so many scores. Throws Mismatch on one that there is not. */
export function transformed(scores: Dim, transform: string): Dim {
  const cost = transformCosts.get(transform);
  if (cost === undefined) throw new Mismatch(`there is no post transform \`${transform}\``);
  return mul(scores, cost);
}

/** Examples, one a row: a vector is one. */
export function rows(X: Operand): Dim {
  return X.rank > 1 ? X.dim(0) : 1n;
}

export interface Labels {
  readonly text?: readonly string[] | undefined;
  readonly integers?: readonly bigint[] | undefined;
}

export function classes({ text, integers }: Labels): bigint {
  const count = (text ?? []).length || (integers ?? []).length;
  if (count === 0) throw new Mismatch('it has no class labels; integers or strings expected');
  return BigInt(count);
}

export function labelType({ text }: Labels): DType {
  return (text ?? []).length > 0 ? 'string' : 'int64';
}

/** The element type of a dictionary's values; `null` where it is not known. */
function mapType(X: Operand): DType | null {
  const { fact } = X;
  return fact.kind === 'map' && fact.value.kind === 'tensor' ? fact.value.dtype : null;
}

interface Keyed {
  readonly values_floats?: readonly number[] | undefined;
  readonly values_int64s?: readonly bigint[] | undefined;
  readonly values_strings?: readonly string[] | undefined;
}
function encodedType(a: Keyed): DType | null {
  if (a.values_strings !== undefined) return 'string';
  if (a.values_int64s !== undefined) return 'int64';
  return a.values_floats !== undefined ? 'float32' : null;
}

const swapped = (X: Operand): DType | null => (X.dtype === null ? null : X.dtype === 'string' ? 'int64' : 'string');

export const ml: readonly Operator[] = [
  operator({
    domain,
    name: 'Scaler',
    revisions: [1],
    source: source('Scaler'),
    doc: `Subtracts an offset and multiplies by a scale: two operations per element. ${attributesOnly}`,
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { offset: floats(), scale: floats() },
    dtype: { Y: 'float32' },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(mul(size(X), 2n)),
    memory: 'inplace',
    trained: ['offset', 'scale'],
    examples: [
      {
        given: { X: { shape: ['n', 4], dtype: 'int64' } },
        gives: { Y: { shape: ['n', 4], dtype: 'float32' } },
        other: '8*n',
      },
    ],
  }),
  operator({
    domain,
    name: 'Normalizer',
    revisions: [1],
    source: source('Normalizer'),
    doc: 'Divides every row by its largest magnitude, its 1-norm or its 2-norm: magnitude or square, comparison or sum, and quotient, 3 operations per element; with the 2-norm a root per row.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { norm: string('MAX') },
    dtype: { Y: 'float32' },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }, _, { norm }) => other(add(mul(size(X), 3n), norm === 'L2' ? rows(X) : 0n)),
    memory: 'inplace',
    examples: [{ given: { X: ['n', 4] }, attributes: { norm: 'L2' }, gives: { Y: ['n', 4] }, other: '13*n' }],
  }),
  operator({
    domain,
    name: 'ArrayFeatureExtractor',
    revisions: [1],
    source: source('ArrayFeatureExtractor'),
    doc: 'The elements along the last axis that the indices name; a vector is one row.',
    inputs: ['X', 'Y'],
    outputs: ['Z'],
    shape: ({ X, Y }) => ({ Z: [...(X.rank > 1 ? X.shape.slice(0, -1) : [1n]), size(Y)] }),
    work: free,
    roles: { X: 'carried', Y: 'constant' },
    examples: [{ given: { X: ['n', 4], Y: { shape: [1, 3], dtype: 'int64' } }, gives: { Z: ['n', 3] } }],
  }),
  operator({
    domain,
    name: 'Binarizer',
    revisions: [1],
    source: source('Binarizer'),
    doc: '1 where an element is above the threshold, 0 elsewhere: one comparison per element.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { threshold: float(0) },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(size(X)),
    memory: 'inplace',
    examples: [{ given: { X: ['n', 4] }, gives: { Y: ['n', 4] }, other: '4*n' }],
  }),
  operator({
    domain,
    name: 'Imputer',
    revisions: [1],
    source: source('Imputer'),
    doc: 'Replaces the elements that equal a given value: one comparison per element.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      imputed_value_floats: floats(),
      imputed_value_int64s: ints(),
      replaced_value_float: float(0),
      replaced_value_int64: int(0n),
    },
    shape: ({ X }) => ({ Y: X.shape }),
    work: ({ X }) => other(size(X)),
    memory: 'inplace',
    examples: [{ given: { X: ['n', 4] }, gives: { Y: ['n', 4] }, other: '4*n' }],
  }),
  operator({
    domain,
    name: 'LabelEncoder',
    revisions: [1],
    source: source('LabelEncoder'),
    doc: 'Looks every element up in a list of classes: text to its place, or a place to its text.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { classes_strings: strings(), default_int64: int(-1n), default_string: string('_Unused') },
    dtype: ({ X }) => ({ Y: swapped(X) }),
    shape: ({ X }) => ({ Y: X.shape }),
    work: free,
    examples: [{ given: { X: { shape: ['n'], dtype: 'string' } }, gives: { Y: { shape: ['n'], dtype: 'int64' } } }],
  }),
  operator({
    domain,
    name: 'LabelEncoder',
    revisions: [2, 4],
    source: source('LabelEncoder'),
    doc: 'Looks every element up in a list of keys and gives the value at its place.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      default_float: float(0),
      default_int64: int(-1n),
      default_string: string('_Unused'),
      default_tensor: tensor(),
      keys_floats: floats(),
      keys_int64s: ints(),
      keys_strings: strings(),
      keys_tensor: tensor(),
      values_floats: floats(),
      values_int64s: ints(),
      values_strings: strings(),
      values_tensor: tensor(),
    },
    dtype: (_, a) => ({ Y: a.values_tensor?.dtype ?? encodedType(a) }),
    shape: ({ X }) => ({ Y: X.shape }),
    work: free,
    examples: [
      {
        given: { X: { shape: ['n'], dtype: 'string' } },
        attributes: { keys_strings: ['a', 'b'], values_floats: [0.5, 1] },
        gives: { Y: { shape: ['n'], dtype: 'float32' } },
      },
    ],
  }),
  operator({
    domain,
    name: 'OneHotEncoder',
    revisions: [1],
    source: source('OneHotEncoder'),
    doc: 'A vector of zeros with a one at the category of each element, along a new last axis.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { cats_int64s: ints(), cats_strings: strings(), zeros: int(1n) },
    dtype: { Y: 'float32' },
    shape: ({ X }, a) => ({ Y: [...X.shape, classes({ text: a.cats_strings, integers: a.cats_int64s })] }),
    work: free,
    examples: [
      {
        given: { X: { shape: ['n', 2], dtype: 'int64' } },
        attributes: { cats_int64s: [3, 5, 7] },
        gives: { Y: { shape: ['n', 2, 3], dtype: 'float32' } },
      },
    ],
  }),
  operator({
    domain,
    name: 'FeatureVectorizer',
    revisions: [1],
    source: source('FeatureVectorizer'),
    doc: 'Puts the features of all inputs side by side; a vector is one row.',
    inputs: ['...X'],
    outputs: ['Y'],
    attributes: { inputdimensions: ints() },
    dtype: { Y: 'float32' },
    shape: ({ X }, { inputdimensions }) => {
      const [first] = X;
      if (first === undefined) throw new Mismatch('it has no inputs; at least 1 expected');
      const widths = inputdimensions ?? X.map((x) => (x.rank > 1 ? product(x.shape.slice(1)) : x.dim(0)));
      return { Y: [rows(first), sum(widths)] };
    },
    work: free,
    examples: [
      { given: { X: [{ shape: ['n', 2] }, { shape: ['n', 3] }] }, gives: { Y: { shape: ['n', 5], dtype: 'float32' } } },
    ],
  }),
  operator({
    domain,
    name: 'ZipMap',
    revisions: [1],
    source: source('ZipMap'),
    doc: 'A sequence of dictionaries, one a row, from class labels to the numbers of the row.',
    inputs: ['X'],
    outputs: ['Z'],
    attributes: { classlabels_int64s: ints(), classlabels_strings: strings() },
    facts: ({ X }, a): { Z: Fact } => ({
      Z: {
        kind: 'sequence',
        length: rows(X),
        element: {
          kind: 'map',
          key: labelType({ text: a.classlabels_strings }),
          value: { kind: 'tensor', dtype: X.dtype, shape: [] },
        },
      },
    }),
    shape: () => ({ Z: unknown('it is no tensor') }),
    work: free,
    examples: [{ title: 'a sequence, not a tensor', given: { X: ['n', 3] }, gives: {} }],
  }),
  operator({
    domain,
    name: 'DictVectorizer',
    revisions: [1],
    source: source('DictVectorizer'),
    doc: 'A row of the values a dictionary has for each word of a vocabulary.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { int64_vocabulary: ints(), string_vocabulary: strings() },
    dtype: ({ X }) => ({ Y: mapType(X) }),
    shape: (_, a) => ({ Y: [1n, classes({ text: a.string_vocabulary, integers: a.int64_vocabulary })] }),
    work: free,
    examples: [{ given: { X: [] }, attributes: { string_vocabulary: ['a', 'c', 'b'] }, gives: { Y: [1, 3] } }],
  }),
  operator({
    domain,
    name: 'CastMap',
    revisions: [1],
    source: source('CastMap'),
    doc: 'The values of a dictionary in the order of their keys; how many the data decides, unless the form is sparse.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: { cast_to: string('TO_FLOAT'), map_form: string('DENSE'), max_map: int(1n) },
    dtype: (_, { cast_to }) => ({ Y: castTypes.get(cast_to) ?? null }),
    shape: (_, { map_form, max_map }, call) => ({
      Y: [1n, map_form === 'SPARSE' ? max_map : unknown(`\`${call.label}\`: the data decides how many keys there are`)],
    }),
    work: free,
    examples: [
      {
        given: { X: [] },
        attributes: { map_form: 'SPARSE', max_map: 9 },
        gives: { Y: { shape: [1, 9], dtype: 'float32' } },
      },
    ],
  }),
  operator({
    domain,
    name: 'CategoryMapper',
    revisions: [1],
    source: source('CategoryMapper'),
    doc: 'Text to the number of its category, or a number to its text.',
    inputs: ['X'],
    outputs: ['Y'],
    attributes: {
      cats_int64s: ints(),
      cats_strings: strings(),
      default_int64: int(-1n),
      default_string: string('_Unused'),
    },
    dtype: ({ X }) => ({ Y: swapped(X) }),
    shape: ({ X }) => ({ Y: X.shape }),
    work: free,
    examples: [{ given: { X: { shape: ['n'], dtype: 'int64' } }, gives: { Y: { shape: ['n'], dtype: 'string' } } }],
  }),
];

const castTypes: ReadonlyMap<string, DType> = new Map([
  ['TO_FLOAT', 'float32'],
  ['TO_STRING', 'string'],
  ['TO_INT64', 'int64'],
]);
