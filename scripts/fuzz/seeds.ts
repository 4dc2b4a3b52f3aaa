/** What mutation starts from: real models, one small model for each worked example of an operator, and our own documents. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFloat } from '../../src/model/dtype.ts';
import { everyOperator } from '../../src/operators/index.ts';
import type { Example, ExampleOperand, Operator } from '../../src/operators/operator.ts';
import { type AttributeSpec, type ModelSpec, onnx, type TensorSpec, type ValueSpec } from '../../test/build.ts';

const operators = everyOperator();

const root = resolve(import.meta.dirname, '../..');

/** Larger files only make every input slow. */
const largest = 256 * 1024;

/** Models of the repository and of `folders`, by path. */
export function realModels(folders: readonly string[]): readonly Uint8Array[] {
  return ['test/models', 'examples', ...folders].flatMap((folder) => {
    const at = resolve(root, folder);
    const names = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.onnx'));
    return names.sort().flatMap((name) => {
      const bytes = readFileSync(join(at, name));
      return bytes.length <= largest ? [bytes] : [];
    });
  });
}

/** One node each: a few hundred bytes, and every operator's rules. */
export function exampleModels(): readonly Uint8Array[] {
  return operators.flatMap((entry) =>
    entry.control === undefined ? entry.examples.map((example) => onnx(modelOf(entry, example))) : [],
  );
}

/** A bit of everything a file can hold: subgraphs, functions, sequences, sparse and external tensors, symbols. */
export function specimens(): readonly Uint8Array[] {
  return [
    onnx({
      inputs: {
        x: ['N', 3, 8, 8],
        s: { sequence: [1, null] },
        m: { key: 'int64', value: [2] },
        b: { dtype: 'bool', shape: [] },
      },
      outputs: { y: null, z: { dtype: 'bfloat16', shape: ['N', '2*N + 1'] } },
      producer: 'pytorch 2.1',
      opset: { '': 18, 'com.x': 1 },
      ir: 10,
      metadata: { key: 'value' },
      initializers: {
        w: { shape: [4, 3, 3, 3] },
        shape: { shape: [2], dtype: 'int64', values: [0, -1] },
        nibbles: { shape: [3], dtype: 'int4', values: [-8, 7, 1] },
        words: { shape: [2], dtype: 'string', values: ['a', 'bc'] },
        far: { shape: [10, 10], external: { location: 'w.bin', offset: 4096, length: 400 } },
      },
      sparseInitializers: { sp: { shape: [3, 3], values: [1, 2], indices: [0, 8] } },
      nodes: [
        { op: 'Conv', inputs: ['x', 'w'], outputs: ['c'], name: '/net/conv', attributes: { pads: [1, 1, 1, 1] } },
        { op: 'F', domain: 'com.x', inputs: ['c'], outputs: ['f'], attributes: { k: { float: 0.2 } } },
        { op: 'Reshape', inputs: ['f', 'shape'], outputs: ['r'] },
        {
          op: 'If',
          inputs: ['b'],
          outputs: ['y'],
          attributes: {
            then_branch: { graph: { outputs: ['o'], nodes: [{ op: 'Relu', inputs: ['r'], outputs: ['o'] }] } },
            else_branch: { graph: { outputs: ['p'], nodes: [{ op: 'Exp', inputs: ['c'], outputs: ['p'] }] } },
          },
        },
        { op: 'Cast', inputs: ['y'], outputs: ['z'], attributes: { to: 16 } },
      ],
      functions: [
        {
          domain: 'com.x',
          name: 'F',
          inputs: ['a'],
          outputs: ['b'],
          attributes: ['k'],
          defaults: { d: 3 },
          nodes: [
            { op: 'LeakyRelu', inputs: ['a'], outputs: ['b'], attributes: { alpha: { ref: 'k', kind: 'float' } } },
          ],
        },
      ],
      valueInfo: { c: ['N', 4, 8, 8] },
    }),
    onnx({
      inputs: { x: ['batch', 'seq', 8], trips: { dtype: 'int64', shape: [] }, go: { dtype: 'bool', shape: [] } },
      outputs: { last: null, all: null, scanned: null },
      initializers: { w: { shape: [8, 8] } },
      nodes: [
        {
          op: 'Loop',
          inputs: ['trips', 'go', 'x'],
          outputs: ['last', 'all'],
          attributes: {
            body: {
              graph: {
                inputs: { i: { dtype: 'int64', shape: [] }, c: { dtype: 'bool', shape: [] }, state: null },
                outputs: ['c2', 'next', 'item'],
                nodes: [
                  { op: 'Identity', inputs: ['c'], outputs: ['c2'] },
                  { op: 'MatMul', inputs: ['state', 'w'], outputs: ['next'], name: 'step' },
                  { op: 'Relu', inputs: ['next'], outputs: ['item'] },
                ],
              },
            },
          },
        },
        {
          op: 'Scan',
          inputs: ['x'],
          outputs: ['scanned'],
          attributes: {
            num_scan_inputs: 1,
            body: {
              graph: {
                inputs: { row: null },
                outputs: ['out'],
                nodes: [{ op: 'MatMul', inputs: ['row', 'w'], outputs: ['out'] }],
              },
            },
          },
        },
      ],
    }),
    // Shapes that are computed: what a symbol goes through.
    onnx({
      inputs: { x: ['batch', 'seq', 64] },
      outputs: { y: null },
      initializers: {
        zero: { shape: [], dtype: 'int64', values: [0] },
        one: { shape: [], dtype: 'int64', values: [1] },
        heads: { shape: [2], dtype: 'int64', values: [8, 8] },
        w: { shape: [64, 64] },
      },
      nodes: [
        { op: 'MatMul', inputs: ['x', 'w'], outputs: ['q'], name: '/attn/q' },
        { op: 'Shape', inputs: ['q'], outputs: ['s'] },
        { op: 'Gather', inputs: ['s', 'zero'], outputs: ['n'] },
        { op: 'Gather', inputs: ['s', 'one'], outputs: ['l'] },
        { op: 'Unsqueeze', inputs: ['n', 'axes'], outputs: ['n1'] },
        { op: 'Unsqueeze', inputs: ['l', 'axes'], outputs: ['l1'] },
        { op: 'Concat', inputs: ['n1', 'l1', 'heads'], outputs: ['to'], attributes: { axis: 0 } },
        { op: 'Reshape', inputs: ['q', 'to'], outputs: ['r'] },
        { op: 'Transpose', inputs: ['r'], outputs: ['t'], attributes: { perm: [0, 2, 1, 3] } },
        { op: 'Transpose', inputs: ['r'], outputs: ['k'], attributes: { perm: [0, 2, 3, 1] } },
        { op: 'MatMul', inputs: ['t', 'k'], outputs: ['y'], name: '/attn/scores' },
        { op: 'Constant', inputs: [], outputs: ['axes'], attributes: { value_ints: [0] } },
      ],
    }),
  ];
}

function modelOf(entry: Operator, example: Example): ModelSpec {
  const inputs: Record<string, ValueSpec> = {};
  const initializers: Record<string, TensorSpec> = {};
  const put = (name: string, given: ExampleOperand): string => {
    const stored = storedOf(given);
    if (stored === undefined) inputs[name] = specOf(given);
    else initializers[name] = stored;
    return name;
  };
  const names = entry.inputs.flatMap((slot) => {
    const given = example.given[slot.name];
    if (given === undefined) return slot.variadic ? [] : [''];
    return isList(given) ? given.map((g, i) => put(`${slot.name}${i}`, g)) : [put(slot.name, given)];
  });
  const outputs = entry.outputs.flatMap((slot) => {
    const expected = example.gives[slot.name];
    if (expected === undefined) return [''];
    return slot.variadic && isList(expected) ? expected.map((_, i) => `${slot.name}${i}'`) : [`${slot.name}'`];
  });
  const version = example.opset ?? entry.revisions.at(-1) ?? 1;
  return {
    inputs,
    initializers,
    outputs: Object.fromEntries(outputs.filter((name) => name !== '').map((name) => [name, null])),
    opset: entry.domain === '' ? version : { '': 18, [entry.domain]: version },
    nodes: [{ op: entry.name, domain: entry.domain, inputs: names, outputs, attributes: attributesOf(entry, example) }],
  };
}

function attributesOf(entry: Operator, example: Example): Record<string, AttributeSpec> {
  const given = Object.entries(example.attributes ?? {});
  return Object.fromEntries(
    given.map(([name, value]): [string, AttributeSpec] => {
      const kind = entry.attributes[name]?.kind;
      if (kind === 'float') return [name, { float: Number(value) }];
      if (kind === 'floats' && Array.isArray(value)) return [name, { floats: value.map(Number) }];
      if (kind === 'strings' && Array.isArray(value)) return [name, { strings: value.map(String) }];
      return [name, value];
    }),
  );
}

function specOf(given: ExampleOperand): ValueSpec {
  const extents = (shape: readonly (number | string)[]) => shape.map((d) => (d === '?' ? null : d));
  if ('optional' in given) return { optional: extents(given.optional) };
  if ('sequence' in given) return { sequence: extents(given.sequence[0] ?? []) };
  if (!('shape' in given)) return extents(given);
  return { dtype: given.dtype ?? 'float32', shape: extents(given.shape) };
}

/** An operand whose elements the example gives, where a file could hold them. */
function storedOf(given: ExampleOperand): TensorSpec | undefined {
  if (!('shape' in given) || given.value === undefined) return undefined;
  const { dtype = 'float32', value } = given;
  const shape = given.shape.flatMap((d) => (typeof d === 'number' ? [d] : []));
  if (shape.length < given.shape.length || value.length !== shape.reduce((n, d) => n * d, 1)) return undefined;
  if (dtype !== 'string' && value.some((v) => typeof v === 'string')) return undefined;
  if (dtype.startsWith('complex') || (isFloat(dtype) && dtype !== 'float32' && dtype !== 'float64')) return undefined;
  return { shape, dtype, values: value };
}

function isList(x: ExampleOperand | readonly ExampleOperand[]): x is readonly ExampleOperand[] {
  return Array.isArray(x) && x.some((e) => typeof e === 'object');
}

/** A text of the repository. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Fenced YAML of the documentation that is a configuration. */
export function documentedConfigs(): readonly string[] {
  const pages = [
    'README.md',
    ...readdirSync(join(root, 'docs'))
      .filter((n) => n.endsWith('.md'))
      .map((n) => `docs/${n}`),
  ];
  return pages.flatMap((page) =>
    [...readText(page).matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, yaml = '']) =>
      /^version: 1/m.test(yaml) ? [yaml] : [],
    ),
  );
}
