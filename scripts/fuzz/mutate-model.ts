/** Models turned hostile, field by field: what each mutation does to one message, and where it is done. */
import type { Random } from './random.ts';
import {
  type Content,
  contentOf,
  type Field,
  isMessage,
  type MessageName,
  pack,
  parse,
  unpack,
  write,
} from './wire.ts';
import { boundaries, hostileDims, hostileLocations, hostileTexts } from './words.ts';

/** What may be grafted in: parsed models, and the operators there are. */
export interface Stock {
  readonly others: readonly (readonly Field[])[];
  readonly operators: readonly { readonly name: string; readonly domain: string }[];
}

interface Context extends Stock {
  readonly random: Random;
  /** Names of tensors in the model at hand. */
  readonly names: readonly Uint8Array[];
}

/** One to eight mutations of a tree; now and then of its bytes, too. */
export function mutateModel(root: readonly Field[], message: MessageName, stock: Stock, random: Random): Uint8Array {
  const context: Context = { ...stock, random, names: namesIn(root, message) };
  // Names are what reaches people, and what a mutation of one field seldom meets.
  let tree = random.once(6) ? penned(root, message, random) : root;
  for (let n = 1 + random.int(random.pick([1, 2, 4, 8])); n > 0; n--) tree = mutateSomewhere(tree, message, context);
  const bytes = write(tree);
  return random.once(12) ? mutateBytes(bytes, random) : bytes;
}

/** Raw bytes: flips, boundaries, cuts, copies. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.length === 0) return Uint8Array.of(random.int(256));
  const at = random.int(bytes.length);
  const length = 1 + random.int(Math.min(bytes.length - at, random.pick([1, 4, 16, 256])));
  switch (random.int(6)) {
    case 0: {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << random.int(8));
      return changed;
    }
    case 1: {
      const changed = bytes.slice();
      changed[at] = random.pick([0, 1, 0x7f, 0x80, 0xff, random.int(256)]);
      return changed;
    }
    case 2:
      return bytes.slice(0, at);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    default:
      return Buffer.concat([bytes.subarray(0, at), write([anyField(random)]), bytes.subarray(at)]);
  }
}

/** Goes down from the root, with luck as far as an attribute's tensor, and changes one message on the way. */
function mutateSomewhere(fields: readonly Field[], message: MessageName, context: Context): readonly Field[] {
  const { random } = context;
  const inner = fields.flatMap((field, i) => (isTree(field) ? [i] : []));
  const stops = message === 'Pair' ? 60 : 4;
  if (inner.length === 0 || random.once(stops)) return mutateMessage(fields, message, context);
  const at = random.pick(inner);
  return fields.map((field, i) => {
    const content = i === at ? contentOf(message, field.number) : undefined;
    if (!isTree(field) || !isMessage(content)) return field;
    return { ...field, value: mutateSomewhere(field.value, content, context) };
  });
}

function isTree(field: Field): field is Field & { readonly value: readonly Field[] } {
  return typeof field.value !== 'bigint' && !(field.value instanceof Uint8Array);
}

type Mutation = (fields: readonly Field[], message: MessageName, context: Context) => readonly Field[];

function mutateMessage(fields: readonly Field[], message: MessageName, context: Context): readonly Field[] {
  const own = special[message];
  if (own !== undefined && context.random.once(3)) return context.random.pick(own)(fields, message, context);
  // A leaf changed keeps the file readable, and so gets furthest.
  if (context.random.int(5) < 3) return changeLeaf(fields, message, context);
  return context.random.pick(general)(fields, message, context);
}

const general: readonly Mutation[] = [
  (fields, _, { random }) => without(fields, random.int(fields.length)),
  (fields, _, { random }) => repeat(fields, random.int(fields.length), random.pick([1, 1, 1, 2, 5, 40])),
  (fields, _, { random }) => swap(fields, random.int(fields.length), random.int(fields.length)),
  splice,
  splice,
  nest,
  (fields, _, { random }) => replace(fields, random.int(fields.length), (f) => ({ ...f, wire: random.int(8) })),
  (fields, _, { random }) => replace(fields, random.int(fields.length), (f) => ({ ...f, number: random.int(32) })),
  (fields, _, { random }) =>
    replace(fields, random.int(fields.length), (f) => ({ ...f, length: BigInt.asUintN(64, random.pick(boundaries)) })),
  (fields, _, { random }) => [...fields, anyField(random)],
];

/** A field of the same message of another model. */
function splice(fields: readonly Field[], message: MessageName, { others, random }: Context): readonly Field[] {
  if (others.length === 0) return fields;
  const donors = messagesNamed(random.pick(others), 'Model', message, 400);
  const donor = donors.length === 0 ? [] : random.pick(donors);
  if (donor.length === 0) return fields;
  const at = random.int(fields.length + 1);
  const graft = random.pick(donor);
  return random.once(2) ? replace(fields, at, () => graft) : [...fields.slice(0, at), graft, ...fields.slice(at)];
}

/** A message inside itself, where it can be, a few times. */
function nest(fields: readonly Field[], message: MessageName, { random }: Context): readonly Field[] {
  const wrap = wraps[message];
  if (wrap === undefined) return fields;
  let inner = fields;
  for (let n = random.pick([1, 2, 3, 10, 33, 120]); n > 0; n--) inner = wrap(inner);
  return inner;
}

const wraps: Readonly<Partial<Record<MessageName, (fields: readonly Field[]) => readonly Field[]>>> = {
  Graph: (fields) => [text(2, 'g'), tree(1, ifNode(fields)), ...fields.filter(({ number }) => number === 12)],
  Type: (fields) => [tree(4, [tree(1, fields)])],
  Element: (fields) => [tree(1, [tree(4, fields)])],
};

/** One branch holds the graph, the other only what it promises: two copies at each level would be 2¹²⁰. */
function ifNode(graph: readonly Field[]): readonly Field[] {
  const branch = (name: string, inner: readonly Field[]) =>
    tree(5, [text(1, name), tree(6, inner), { number: 20, wire: 0, value: 5n }]);
  const outputs = graph.filter((f) => f.number === 12);
  const names = outputs.flatMap((f) => (isTree(f) ? f.value.filter((v) => v.number === 1) : []));
  const made = names.map((f): Field => ({ ...f, number: 2 }));
  return [text(1, 'cond'), ...made, text(4, 'If'), branch('then_branch', graph), branch('else_branch', outputs)];
}

/** What only makes sense for one kind of message. */
const special: Readonly<Partial<Record<MessageName, readonly Mutation[]>>> = {
  // A node becomes any operator, or a call of a function; or reads what it writes.
  Node: [
    (fields, _, { operators, random }) => {
      const { name, domain } = random.pick(operators);
      return [...fields.filter(({ number }) => number !== 4 && number !== 7), text(4, name), text(7, domain)];
    },
    (fields) => [...fields, ...fields.flatMap((f) => (f.number === 2 ? [{ ...f, number: 1 }] : []))],
    (fields, _, { random }) => [...fields, ...Array.from({ length: 1 + random.int(300) }, () => text(1, ''))],
    (fields) => [...fields.filter(({ number }) => number !== 4 && number !== 7), text(4, 'F'), text(7, 'fuzz')],
  ],
  // The same number as another kind of attribute.
  Attribute: [
    (fields, _, { random }) => [
      ...fields.filter(({ number }) => number !== 20),
      { number: 20, wire: 0, value: BigInt(random.int(16)) },
    ],
    (fields, _, { random }) =>
      fields.map((f) => (f.number > 1 && f.number < 12 ? { ...f, number: random.pick([2, 3, 4, 7, 8, 9]) } : f)),
    (fields, _, { random }) => [
      ...fields.filter(({ number }) => number === 1),
      { number: 20, wire: 0, value: 7n },
      { number: 8, wire: 2, value: pack(Array.from({ length: random.int(2000) }, () => random.pick(boundaries))) },
    ],
  ],
  Tensor: [
    (fields, _, { random }) => [
      ...fields.filter(({ number }) => number !== 9),
      { number: 14, wire: 0, value: 1n },
      ...[
        ['location', random.pick(hostileLocations)],
        ['offset', random.pick(boundaries).toString()],
        ['length', random.pick([...boundaries.map(String), '1e9', '0x10', ' 5', 'NaN'])],
      ].map(([key = '', value = '']) => tree(13, [text(1, key), text(2, value)])),
    ],
    // A scalar, or of more dimensions than anybody needs.
    (fields) => fields.filter(({ number }) => number !== 1),
    (fields, _, { random }) => [
      ...fields,
      ...Array.from({ length: random.pick([1, 8, 70, 3000]) }, (): Field => ({ number: 1, wire: 0, value: 1n })),
    ],
  ],
  Model: [
    // Functions that call themselves, and each other.
    (fields) => [...fields, tree(25, functionOf('F', ['F'])), opset('fuzz', 1n)],
    (fields, _, { random }) => [
      ...fields,
      opset('fuzz', 1n),
      // F calls f0 twice, that calls f1 twice …
      ...Array.from({ length: random.pick([3, 12, 40]) }, (_, i) =>
        tree(25, functionOf(i === 0 ? 'F' : `f${i}`, [`f${i + 1}`, `f${i + 1}`])),
      ),
    ],
    (fields, _, { random }) => [...fields.filter(({ number }) => number !== 8), opset('', random.pick(boundaries))],
    (fields, _, { random }) => [...fields, opset(random.pick(hostileTexts), random.pick(boundaries))],
    (fields) => fields.filter(({ number }) => number !== 8),
  ],
  Graph: [
    // Every node in reverse: legal to the reader, and out of order.
    (fields) => {
      const nodes = fields.filter(({ number }) => number === 1).reverse();
      return [...nodes, ...fields.filter(({ number }) => number !== 1)];
    },
    // Names of everything from one pen.
    (fields, message, { random }) => penned(fields, message, random),
    (fields, message) => renamed(fields, message, (name) => `m.${name}`),
    (fields, _, { random }) => [...fields, tree(12, [text(1, random.pick(hostileTexts))])],
  ],
  Dimension: [
    (_fields, _, { random }) => [text(2, random.pick(hostileDims))],
    (_fields, _, { random }) => [{ number: 1, wire: 0, value: random.pick(boundaries) }],
    () => [],
  ],
};

function functionOf(name: string, calls: readonly string[]): readonly Field[] {
  const node = (op: string, i: number) =>
    tree(7, [text(1, i === 0 ? 'x' : `y${i - 1}`), text(2, `y${i}`), text(4, op), text(7, 'fuzz')]);
  const last = text(5, `y${calls.length - 1}`);
  return [text(1, name), text(4, 'x'), last, ...calls.map(node), text(10, 'fuzz'), tree(9, opset('fuzz', 1n).value)];
}

function opset(domain: string, version: bigint): Field & { readonly value: readonly Field[] } {
  return { number: 8, wire: 2, value: [text(1, domain), { number: 2, wire: 0, value: version }] };
}

function penned(fields: readonly Field[], message: MessageName, random: Random): readonly Field[] {
  const pens = [random.pick(hostileTexts), random.pick(hostileTexts)];
  return renamed(fields, message, (name, i) => (name === '' ? '' : `${pens[i % 2] ?? ''}${i}`));
}

/** Names of tensors and nodes of a graph, all occurrences alike, so that it stays the same graph. */
function renamed(
  fields: readonly Field[],
  message: MessageName,
  rename: (name: string, i: number) => string,
): readonly Field[] {
  const known = new Map<string, string>();
  const to = (name: string): string => {
    const found = known.get(name) ?? rename(name, known.size);
    known.set(name, found);
    return found;
  };
  const walk = (list: readonly Field[], within: MessageName): readonly Field[] =>
    list.map((field) => {
      const content = contentOf(within, field.number);
      if (isTree(field) && isMessage(content)) return { ...field, value: walk(field.value, content) };
      const isName = content === 'name' || (content === 'text' && within === 'Node');
      if (!isName || !(field.value instanceof Uint8Array)) return field;
      return { ...field, value: Buffer.from(to(Buffer.from(field.value).toString())) };
    });
  return walk(fields, message);
}

function changeLeaf(fields: readonly Field[], message: MessageName, context: Context): readonly Field[] {
  const leaves = fields.flatMap((field, i) => (isTree(field) ? [] : [i]));
  if (leaves.length === 0) return fields;
  return replace(fields, context.random.pick(leaves), (field) => {
    const content = contentOf(message, field.number);
    return { ...field, value: leafOf(content, field.value, context) };
  });
}

function leafOf(content: Content | undefined, value: Field['value'], context: Context): Field['value'] {
  const { random, names, operators } = context;
  if (typeof value === 'bigint') {
    if (content === 'dtype') return BigInt(random.pick([0, 1, 6, 7, 8, 9, 10, 14, 16, 22, random.int(40)]));
    if (content === 'version') return BigInt(random.int(30));
    return random.once(4) ? value + BigInt(random.int(5) - 2) : random.pick(boundaries);
  }
  if (!(value instanceof Uint8Array)) return value;
  switch (content) {
    case 'name':
      return random.int(3) > 0 && names.length > 0 ? random.pick(names) : utf8(random.pick(hostileTexts));
    case 'op':
      return utf8(random.pick(operators).name);
    case 'domain':
      return utf8(random.pick(['', 'ai.onnx', 'ai.onnx.ml', 'com.microsoft', 'fuzz', random.pick(hostileTexts)]));
    case 'dimParam':
      return utf8(random.pick(hostileDims));
    case 'location':
      return utf8(random.pick(hostileLocations));
    case 'ints':
    case 'extents':
      return pack(changedList(unpack(value), random));
    case 'raw':
      return changedWords(value, random);
    case 'text':
    case 'string':
    case 'attributeName':
      return utf8(random.pick(hostileTexts));
    default:
      return mutateBytes(value, random);
  }
}

function changedList(list: readonly bigint[], random: Random): readonly bigint[] {
  const at = random.int(list.length);
  const value = random.pick(boundaries);
  switch (random.int(5)) {
    case 0:
      return [...list.slice(0, at), value, ...list.slice(at)];
    case 1:
      return [...list.slice(0, at), ...list.slice(at + 1)];
    case 2:
      return [...list].reverse();
    case 3:
      return Array.from({ length: random.int(40) }, () => value);
    default:
      return list.map((v, i) => (i === at ? value : v));
  }
}

/** Stored elements: one 32- or 64-bit word, or the end, is another. */
function changedWords(bytes: Uint8Array, random: Random): Uint8Array {
  const width = random.pick([4, 8]);
  if (bytes.length < width || random.once(5)) return bytes.subarray(0, random.int(bytes.length));
  const changed = bytes.slice();
  const view = new DataView(changed.buffer, changed.byteOffset, changed.byteLength);
  const at = random.int(Math.floor(bytes.length / width)) * width;
  if (random.once(6)) view.setFloat32(at, random.pick([NaN, Infinity, -Infinity, -0, 1e38, 1e-45]), true);
  else if (width === 8) view.setBigInt64(at, random.pick(boundaries), true);
  else view.setInt32(at, Number(BigInt.asIntN(32, random.pick(boundaries))), true);
  return changed;
}

function namesIn(root: readonly Field[], message: MessageName): readonly Uint8Array[] {
  const names: Uint8Array[] = [];
  const walk = (fields: readonly Field[], within: MessageName): void => {
    for (const field of fields) {
      const content = contentOf(within, field.number);
      if (content === 'name' && field.value instanceof Uint8Array && names.length < 300) names.push(field.value);
      else if (isTree(field) && isMessage(content)) walk(field.value, content);
    }
  };
  walk(root, message);
  return names;
}

/** Up to `most` messages of one kind. */
function messagesNamed(
  fields: readonly Field[],
  within: MessageName,
  wanted: MessageName,
  most: number,
): readonly (readonly Field[])[] {
  const found: (readonly Field[])[] = [];
  const walk = (list: readonly Field[], name: MessageName): void => {
    if (name === wanted) found.push(list);
    for (const field of list) {
      const content = contentOf(name, field.number);
      if (isTree(field) && isMessage(content) && found.length < most) walk(field.value, content);
    }
  };
  walk(fields, within);
  return found;
}

/** Anything that is a field, whatever it means. */
function anyField(random: Random): Field {
  const number = random.pick([1, 2, 3, 4, 5, 7, 8, 9, 11, 14, 20, 25, random.int(40), 536870911]);
  if (random.once(2)) return { number, wire: 0, value: random.pick(boundaries) };
  return { number, wire: 2, value: utf8(random.pick(hostileTexts)) };
}

function text(number: number, content: string): Field {
  return { number, wire: 2, value: utf8(content) };
}

function tree(number: number, value: readonly Field[]): Field {
  return { number, wire: 2, value };
}

function utf8(content: string): Uint8Array {
  return Buffer.from(content);
}

function without(fields: readonly Field[], at: number): readonly Field[] {
  return fields.filter((_, i) => i !== at);
}

function repeat(fields: readonly Field[], at: number, times: number): readonly Field[] {
  return fields.flatMap((field, i) => (i === at ? Array.from({ length: times + 1 }, () => field) : [field]));
}

function swap(fields: readonly Field[], i: number, j: number): readonly Field[] {
  const [a, b] = [fields[i], fields[j]];
  return a === undefined || b === undefined ? fields : fields.map((f, at) => (at === i ? b : at === j ? a : f));
}

function replace(fields: readonly Field[], at: number, change: (field: Field) => Field): readonly Field[] {
  return fields.map((field, i) => (i === at ? change(field) : field));
}

export { parse };
