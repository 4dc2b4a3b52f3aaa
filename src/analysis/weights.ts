/**
 * Stored tensors: which class each belongs to, which layer it is counted at, and which layers read it. A weight that
 * the graph makes out of nothing (ConstantOfShape, in files whose weights were taken out) stands for a stored one.
 */
import { type Dim, isKnown, isUnknown, product, unknown } from '../model/dim.ts';
import { type DType, isInteger } from '../model/dtype.ts';
import type { Attribute, Tensor } from '../model/model.ts';
import { Mismatch, Undetermined } from '../operators/operator.ts';
import { ByValue, type Numbering, type ReadonlyByValue } from './by-value.ts';
import type { Entry } from './entries.ts';
import { isMask } from './masks.ts';
import type { WeightRef } from './profile.ts';
import { looksTrained, roleAt, slotAt, type Use } from './roles.ts';
import { operandsOf } from './rules.ts';
import type { Step, Value } from './step.ts';
import { elementBytes } from './widths.ts';

/** A tensor the file holds, or makes of constants alone. */
export interface Weight {
  readonly value: Value;
  readonly dtype: DType;
  readonly shape: readonly bigint[];
  /** Logical elements: those of a packed tensor, not its bytes. */
  readonly elements: Dim;
  /** As stored. */
  readonly bytes: Dim;
  readonly role: WeightRef['role'];
}

export interface Weights {
  /** Those counted at each layer: a tied one at its first user only. */
  readonly countedAt: ReadonlyMap<Entry, readonly Weight[]>;
  /** Those each input of each layer reads, behind what merely carries them. */
  refs(step: Step): readonly WeightRef[];
}

const none: readonly never[] = [];

/** A tensor joined out of more pieces than this shows the first; the counts hold all. */
const mostPieces = 64;

export function weightsOf(
  entries: readonly Entry[],
  steps: readonly Step[],
  uses: ReadonlyByValue<Use>,
  nameOf: (v: Value) => string,
  numbering: Numbering,
): Weights {
  const sources = sourcesOf(entries, uses, numbering);
  const countedAt = new Map<Entry, Weight[]>();
  for (const [value, weight] of sources) {
    if (weight.value !== value) continue;
    const entry = uses.get(value)?.entry;
    if (entry === undefined) continue;
    const list = countedAt.get(entry);
    if (list === undefined) countedAt.set(entry, [weight]);
    else list.push(weight);
  }
  const pieces = piecesOf(steps, sources, numbering);
  return {
    countedAt,
    refs: ({ inputs }) => {
      const refs: WeightRef[] = [];
      inputs.forEach((value, input) => {
        const read = value === undefined ? undefined : pieces.get(value);
        for (const { value: source, dtype, shape, role } of read ?? none)
          refs.push({ input, name: nameOf(source), dtype, shape, role });
      });
      return refs.length === 0 ? none : refs;
    },
  };
}

/**
 * `initializer`: stored beside the nodes. `literal`: a Constant node in a file whose weights are initializers, something
 * the source spelled out (a mean to subtract, the sizes of anchors): a weight only where an operator wants one, or
 * multiplies the data with it.
 * `fill`: made by the graph, so it stands for a stored weight where one is wanted, and is nothing otherwise.
 */
type Origin = 'initializer' | 'literal' | 'fill';

/** Each with what it stands for, in the order of first use. */
type Sources = readonly (readonly [Value, Weight])[];

function sourcesOf(entries: readonly Entry[], uses: ReadonlyByValue<Use>, numbering: Numbering): Sources {
  const sources: [Value, Weight][] = [];
  const seen = new ByValue<Weight>(numbering);
  // A function that is called twice holds its tensors once.
  const held = new Map<Tensor | Attribute, Weight>();
  const consider = (value: Value | undefined, origin: Origin, content?: Tensor | Attribute): void => {
    const use = value === undefined ? undefined : uses.get(value);
    if (value === undefined || use === undefined || seen.has(value)) return;
    const shared = content === undefined ? undefined : held.get(content);
    const weight = shared ?? weightOf(value, use, origin, content);
    if (weight === undefined) return;
    sources.push([value, weight]);
    seen.set(value, weight);
    if (content !== undefined) held.set(content, weight);
  };
  const considerStored = (value: Value | undefined): void => {
    if (value?.stored !== undefined) consider(value, 'initializer', value.stored);
  };
  for (const { step } of entries) {
    step.inputs.forEach(considerStored);
    if ('bodies' in step.does) for (const { results } of step.does.bodies) results.forEach(considerStored);
  }
  const constants = sources.some(([, { role }]) => role === 'parameter') ? 'literal' : 'initializer';
  const makers: ReadonlyMap<string, Origin> = new Map([
    ['Constant', constants],
    ['ConstantOfShape', 'fill'],
  ]);
  for (const { step } of entries) {
    const origin = step.node.domain === '' ? makers.get(step.node.op) : undefined;
    for (const value of step.outputs)
      if (origin !== undefined && value?.constant === true && value.alias === undefined)
        consider(value, origin, origin === 'fill' ? undefined : contentOf(step));
  }
  return sources;
}

/** What a Constant node holds: one object, however often a function runs the node. */
function contentOf({ node }: Step): Attribute | undefined {
  const [content] = node.attributes.values();
  return content;
}

function weightOf(value: Value, use: Use, origin: Origin, content?: Tensor | Attribute): Weight | undefined {
  const { fact } = value;
  if (fact.kind !== 'tensor' || fact.dtype === null || isUnknown(fact.shape)) return undefined;
  const { shape } = fact;
  if (!isAllKnown(shape)) return undefined;
  const count = value.stored?.elementCount ?? product(shape);
  const settled = use.purpose === 'operand' && origin !== 'initializer' && !multiplies(use);
  const written = settled || (use.purpose === 'operand' && value.stored !== undefined && isMask(value.stored));
  const role = written ? 'constant' : roleOf(use, fact.dtype, isKnown(count) ? count : 0n);
  if (origin === 'fill' && role !== 'parameter' && role !== 'buffer') return undefined;
  return {
    value,
    dtype: fact.dtype,
    shape,
    role,
    elements: logicalElements(use) ?? count,
    bytes: storedBytes(content) ?? elementBytes(count, fact.dtype, value.name),
  };
}

function isAllKnown(shape: readonly Dim[]): shape is readonly bigint[] {
  return shape.every(isKnown);
}

function storedBytes(content: Tensor | Attribute | undefined): Dim | undefined {
  if (content === undefined || !('kind' in content)) return content?.byteLength;
  return content.kind === 'tensor' ? content.value.byteLength : undefined;
}

/** Products whose operands may be either, weight or activation; a table that meets the data here is a weight. */
const products: ReadonlySet<string> = new Set(['MatMul', 'Gemm', 'Einsum', 'FusedMatMul']);

function multiplies({ entry }: Use): boolean {
  const step = entry?.step;
  return step?.does.kind === 'compute' && products.has(step.node.op) && step.outputs[0]?.constant !== true;
}

function roleOf(use: Use, dtype: DType, count: bigint): WeightRef['role'] {
  switch (use.purpose) {
    case 'weight':
      return 'parameter';
    case 'statistic':
      return 'buffer';
    case 'quantization':
      return 'quantization';
    case 'constant':
      return 'constant';
    case 'operand':
      // An integer that data is multiplied with by rows and columns is no index, and no mask.
      return looksTrained(dtype, count) || (count > 1n && isInteger(dtype) && multiplies(use))
        ? 'parameter'
        : 'constant';
  }
}

/** What the consumer's entry says of a tensor that is packed below its shape. */
function logicalElements({ entry, input }: Use): Dim | undefined {
  const step = entry?.step;
  if (step?.does.kind !== 'compute' || input === undefined) return undefined;
  const { does } = step;
  const rule = does.operator.logicalElements[slotAt(does.operator, input)?.name ?? ''];
  try {
    return rule?.(operandsOf(step, does), does.attributes);
  } catch (error) {
    if (error instanceof Undetermined) return unknown(error.why);
    if (error instanceof Mismatch) return unknown(error.message);
    throw error;
  }
}

/** Which stored tensors each value carries on, unchanged in content. Recursion is over nesting only. */
function piecesOf(steps: readonly Step[], sources: Sources, numbering: Numbering): ReadonlyByValue<readonly Weight[]> {
  const pieces = new ByValue<readonly Weight[]>(numbering);
  for (const [value, weight] of sources) pieces.set(value, [weight]);
  const visit = (list: readonly Step[]): void => {
    for (const step of list)
      if ('bodies' in step.does) {
        for (const body of step.does.bodies) {
          for (const { value, sliceOf } of body.formals) {
            const stacked = sliceOf === undefined ? undefined : pieces.get(sliceOf);
            if (stacked !== undefined) pieces.set(value, stacked);
          }
          visit(body.steps);
        }
        for (const value of step.outputs) {
          const returned = value?.alias === undefined ? undefined : pieces.get(value.alias);
          if (value !== undefined && returned !== undefined) pieces.set(value, returned);
        }
      } else carry(step, pieces);
  };
  visit(steps);
  return pieces;
}

function carry({ inputs, outputs, does }: Step, pieces: ByValue<readonly Weight[]>): void {
  const [first] = outputs;
  if (first?.constant !== true || does.kind !== 'compute' || pieces.has(first)) return;
  const carried = inputs.flatMap((value, i) => {
    const own = value === undefined ? undefined : pieces.get(value);
    return own !== undefined && roleAt(does.operator, i) === 'carried' ? [own] : [];
  });
  const [only] = carried;
  if (carried.length === 1 && only !== undefined) pieces.set(first, only);
  else if (carried.length > 1) pieces.set(first, [...new Set(carried.flat())].slice(0, mostPieces));
}
