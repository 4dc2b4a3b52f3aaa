/** Calls an operator's rules as the walk does, on operands written as text: `'n'` is a symbol, `'?'` unknown. */
import assert from 'node:assert/strict';
import { type Dim, unknown } from '../../src/model/dim.ts';
import { formatDim, formatShape, parseDim } from '../../src/model/dim-text.ts';
import { type DType, isFloat } from '../../src/model/dtype.ts';
import type { Attribute, Scalar } from '../../src/model/model.ts';
import { bindInputs, bindOutputs, inferOutputs, readAttributes, workOf } from '../../src/operators/bind.ts';
import { lookup } from '../../src/operators/index.ts';
import { type Fact, Operand, Undetermined, type Work } from '../../src/operators/operator.ts';

type Extent = number | string;
export interface Given {
  readonly dtype?: DType;
  /** `null`: not even the rank is known. */
  readonly shape: readonly Extent[] | null;
  readonly value?: readonly (number | bigint | string)[];
}

export interface Result {
  readonly shapes: readonly string[];
  readonly dtypes: readonly (DType | null)[];
  readonly values: readonly (readonly (string | number)[] | undefined)[];
  readonly facts: readonly Fact[];
  readonly other: string;
}

/** A vector of known integers, as shapes and axes come. */
export function vector(...value: readonly (number | bigint | string)[]): Given {
  return { dtype: 'int64', shape: [value.length], value };
}
export function scalar(value: number | bigint | string, dtype: DType = 'int64'): Given {
  return { dtype, shape: [], value: [value] };
}
export const floatTensor = (...shape: readonly Extent[]): Given => ({ shape });

export interface Options {
  readonly opset?: number;
  readonly domain?: string;
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly outputs?: number;
}

/** Throws Mismatch and Undetermined as the rules do. */
export function call(op: string, given: readonly (Given | Fact | undefined)[], options: Options = {}): Result {
  const opset = BigInt(options.opset ?? 28);
  const entry = lookup(options.domain ?? '', op, opset)?.operator;
  assert.ok(entry !== undefined, `${op} is no operator`);
  const operands = given.map((g, i) => (g === undefined ? undefined : operand(entry.inputs[i]?.name ?? `in${i}`, g)));
  const inputs = bindInputs(entry, operands);
  const attributes = readAttributes(entry, { attributes: new Map(Object.entries(options.attributes ?? {})) });
  const outputs = Array.from({ length: options.outputs ?? 1 }, (_, i) => `y${i}`);
  const site = { opset, outputs, label: `${op} #0` };
  const facts = inferOutputs(entry, inputs, attributes, site);
  const bound = bindOutputs(
    entry,
    facts.map((fact, i) => new Operand(`y${i}`, fact)),
  );
  return {
    facts,
    shapes: facts.map((f) => (f.kind === 'tensor' ? formatShape(f.shape) : f.kind)),
    dtypes: facts.map((f) => (f.kind === 'tensor' ? f.dtype : null)),
    values: facts.map((f) => (f.kind === 'tensor' ? f.value?.map(plain) : undefined)),
    other: work(() => workOf(entry, inputs, bound, attributes, site)),
  };
}

/** As the walk takes it: work that cannot be told is unknown. */
function work(rule: () => Work): string {
  try {
    return formatDim(rule().other);
  } catch (error) {
    if (error instanceof Undetermined) return '?';
    throw error;
  }
}

export const int = (value: number | bigint): Attribute => ({ kind: 'int', value: BigInt(value) });
export const ints = (...value: readonly (number | bigint)[]): Attribute => ({ kind: 'ints', value: value.map(BigInt) });
export const text = (value: string): Attribute => ({ kind: 'string', value });
export const float = (value: number): Attribute => ({ kind: 'float', value });
export const floats = (...value: readonly number[]): Attribute => ({ kind: 'floats', value });

export function operand(name: string, given: Given | Fact): Operand {
  if ('kind' in given) return new Operand(name, given);
  const { shape, dtype = 'float32', value } = given;
  return new Operand(name, {
    kind: 'tensor',
    dtype,
    shape: shape === null ? unknown('nobody said') : shape.map(dim),
    ...(value !== undefined && { value: value.map((v) => element(v, dtype)) }),
  });
}

function dim(d: Extent): Dim {
  if (d === '?') return unknown('nobody said');
  const parsed = typeof d === 'number' ? BigInt(d) : parseDim(d);
  assert.ok(parsed !== undefined, `${d} is not a dimension`);
  return parsed;
}

function element(v: number | bigint | string, dtype: DType): Scalar {
  if (typeof v === 'string') return dtype === 'string' ? v : dim(v);
  return typeof v === 'bigint' || isFloat(dtype) ? v : BigInt(v);
}

function plain(x: Scalar): string | number {
  if (typeof x === 'bigint') return Number(x);
  return typeof x === 'object' ? formatDim(x) : x;
}
