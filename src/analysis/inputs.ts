/** What the model is given: the shapes of its inputs, from the caller, from the file, or as symbols. */
import {
  bind,
  compare,
  type Dim,
  equal,
  floorDiv,
  isKnown,
  isSymbolic,
  isUnknown,
  mod,
  type Shape,
  sub,
  symbol,
  symbolsOf,
  unknown,
} from '../model/dim.ts';
import { formatDim, formatShape } from '../model/dim-text.ts';
import { isInteger } from '../model/dtype.ts';
import type { Graph, ValueInfo, ValueType } from '../model/model.ts';
import type { Fact } from '../operators/operator.ts';
import { factOfType } from '../operators/typed.ts';
import { fail, type Problem, problem } from '../problem.ts';
import { mapDims } from './trend.ts';

export interface InferOptions {
  /** Shapes of graph inputs by name; an extent may be a symbol. */
  readonly inputs: ReadonlyMap<string, Shape>;
  /** Numbers for symbols. */
  readonly bind: ReadonlyMap<string, bigint>;
}

export interface Given {
  readonly facts: ReadonlyMap<string, Fact>;
  /** What symbols of the file stand for in this run. */
  readonly symbols: ReadonlyMap<string, Dim>;
  /** Symbols the inputs declare; those of `options.bind` that are not among them may be trip counts. */
  readonly declared: ReadonlySet<string>;
  /** An extent that the file fixes was given otherwise: what it declares of inner tensors no longer holds. */
  readonly reshaped: boolean;
  readonly assumptions: readonly string[];
  readonly problems: readonly Problem[];
}

/** Throws `usage/unknown-input` and `usage/input-rank` when a shape is given for what is not there. */
export function givenInputs(graph: Graph, options: InferOptions): Given {
  const infos = graph.inputs.filter((i) => !graph.tensors.has(i.name));
  const shapes = new Map(infos.map((info) => [info.name, declaredShape(info)]));
  for (const [name, shape] of options.inputs) checkGiven(name, shape, shapes);
  const problems: Problem[] = [];
  const symbols = new Map<string, Dim>(options.bind);
  // Every input has its say before the answer: `some` would stop at the first.
  const reshaped = infos.map(({ name }) => unify(name, shapes, options, symbols, problems)).includes(true);
  const facts = new Map(
    infos.map((info) => [info.name, inputFact(info, shapes.get(info.name), options.inputs.get(info.name), symbols)]),
  );
  conflicts(shapes, options, symbols, problems);
  return {
    facts,
    symbols,
    declared: new Set([
      ...[...shapes.values()].flatMap((s) => (isUnknown(s) ? [] : s.flatMap(symbolsOf))),
      ...infos.flatMap(({ type }) => innerSymbols(type)),
      ...infos.filter((info) => isSetting(info)).map(({ name }) => name),
    ]),
    reshaped,
    assumptions: assumptionsOf(options),
    problems,
  };
}

/** Of what a sequence or an optional holds. Recursion is over nesting, which the reader bounds. */
function innerSymbols(type: ValueType): readonly string[] {
  if (type.kind !== 'sequence' && type.kind !== 'optional') return [];
  const { element } = type;
  if (element.kind !== 'tensor') return innerSymbols(element);
  return isUnknown(element.shape) ? [] : element.shape.flatMap(symbolsOf);
}

/** What was given, as the profile says it. */
export function assumptionsOf({ inputs, bind }: InferOptions): readonly string[] {
  return [
    ...[...inputs].map(([name, shape]) => `${name} = ${formatShape(shape)}`),
    ...[...bind].map(([name, value]) => `${name} = ${value}`),
  ];
}

/** Undeclared extents become symbols of their own, which can be bound. */
function declaredShape({ name, type }: ValueInfo): Shape {
  if (type.kind !== 'tensor') return unknown(`\`${name}\` is not a tensor`);
  if (isUnknown(type.shape))
    return unknown(`the file declares no shape for the input \`${name}\`; give one with --input`);
  return type.shape.map((d, axis) => {
    if (isUnknown(d) || (isKnown(d) && d < 0n)) return symbol(`${name}_dim${axis}`);
    return d;
  });
}

function checkGiven(name: string, shape: Shape, shapes: ReadonlyMap<string, Shape>): void {
  const declared = shapes.get(name);
  const names = [...shapes.keys()].map((n) => `\`${n}\``).join(', ');
  if (declared === undefined) fail('usage/unknown-input', { input: name, inputs: names === '' ? 'none' : names });
  if (!isUnknown(declared) && !isUnknown(shape) && declared.length !== shape.length)
    fail('usage/input-rank', {
      input: name,
      given: formatShape(shape),
      found: shape.length,
      declared: formatShape(declared),
      expected: declared.length,
    });
}

/** Learns symbols from the shape given for one input; true when it contradicts a fixed extent. */
function unify(
  name: string,
  shapes: ReadonlyMap<string, Shape>,
  options: InferOptions,
  symbols: Map<string, Dim>,
  problems: Problem[],
): boolean {
  const declared = shapes.get(name);
  const given = options.inputs.get(name);
  if (declared === undefined || given === undefined || isUnknown(declared) || isUnknown(given)) return false;
  const fixed = declared.some((d, i) => isKnown(d) && equal(d, given[i] ?? d) === false);
  if (fixed)
    problems.push(
      problem('shape/reshaped', { input: name, declared: formatShape(declared), given: formatShape(given) }),
    );
  declared.forEach((d, i) => {
    const learned = solve(d, given[i] ?? d);
    if (learned !== undefined && !symbols.has(learned.name)) symbols.set(learned.name, learned.value);
  });
  return fixed;
}

/** The one symbol of `k·s + c` from its value. */
function solve(d: Dim, value: Dim): { readonly name: string; readonly value: Dim } | undefined {
  if (!isSymbolic(d)) return undefined;
  const [name, ...more] = symbolsOf(d);
  const [linear, ...others] = d.terms.filter((t) => t.factors.length > 0);
  const [factor] = linear?.factors ?? [];
  if (name === undefined || more.length > 0 || linear === undefined || others.length > 0) return undefined;
  if (factor?.atom.kind !== 'symbol' || factor.power !== 1 || linear.factors.length > 1) return undefined;
  const constant = d.terms.find((t) => t.factors.length === 0)?.coefficient ?? 0n;
  const rest = sub(value, constant);
  if (mod(rest, linear.coefficient) !== 0n) return undefined;
  return { name, value: floorDiv(rest, linear.coefficient) };
}

/** Inputs whose given extents disagree with what other inputs, or --bind, say of the same symbol. */
function conflicts(
  shapes: ReadonlyMap<string, Shape>,
  { inputs }: InferOptions,
  symbols: ReadonlyMap<string, Dim>,
  problems: Problem[],
): void {
  for (const [name, given] of inputs) {
    const declared = shapes.get(name);
    if (declared === undefined || isUnknown(declared) || isUnknown(given)) continue;
    declared.forEach((d, i) => {
      const bound = bind(d, symbols);
      const said = given[i] ?? bound;
      if (isSymbolic(d) && equal(bound, said) === false)
        problems.push(
          problem('shape/conflict', {
            input: name,
            axis: i,
            symbol: formatDim(d),
            given: formatDim(said),
            bound: formatDim(bound),
          }),
        );
    });
  }
}

function inputFact(
  info: ValueInfo,
  declared: Shape | undefined,
  given: Shape | undefined,
  symbols: ReadonlyMap<string, Dim>,
): Fact {
  if (info.type.kind !== 'tensor') return mapDims(factOfType(info.type, info.name), (d) => bind(d, symbols));
  const shape = given ?? declared ?? unknown(`\`${info.name}\` has no shape`);
  const value = isSetting(info) ? symbols.get(info.name) : undefined;
  return {
    kind: 'tensor',
    dtype: info.type.dtype,
    shape: isUnknown(shape) ? shape : shape.map((d) => extentOf(bind(d, symbols), d, info.name)),
    ...(value !== undefined && { value: [value] }),
  };
}

/** A negative extent would make negative costs, and those would hide others in a total. */
function extentOf(bound: Dim, written: Dim, input: string): Dim {
  if (bound === 0n || isUnknown(bound) || compare(bound, 0n) !== -1) return bound;
  return unknown(`an extent of the input \`${input}\` is ${formatDim(written)}, which is negative`);
}

/** One integer that is given each time, such as a sample rate or a length: `--bind` gives its value. */
function isSetting({ type }: ValueInfo): boolean {
  if (type.kind !== 'tensor' || type.dtype === null || isUnknown(type.shape)) return false;
  return (isInteger(type.dtype) || type.dtype === 'bool') && type.shape.every((d) => d === 1n);
}
