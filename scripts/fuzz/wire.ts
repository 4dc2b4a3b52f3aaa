/** Protobuf as a tree that may be cut and grafted, and written again with lies in it. */

/** What a field holds, where the schema says so: another message, or a kind of leaf that some mutations know. */
export type Leaf =
  | 'name'
  | 'text'
  | 'op'
  | 'domain'
  | 'attributeName'
  | 'dimParam'
  | 'string'
  | 'location'
  | 'int'
  | 'extent'
  | 'extents'
  | 'ints'
  | 'kind'
  | 'dtype'
  | 'version'
  | 'bytes'
  | 'raw';
export type Content = Leaf | MessageName;

export interface Field {
  readonly number: number;
  /** Of any number: 3, 4, 6 and 7 are lies. */
  readonly wire: number;
  readonly value: bigint | Uint8Array | readonly Field[];
  /** Written instead of the true length. */
  readonly length?: bigint;
}

export type MessageName = keyof typeof messages;

/** ONNX's messages by field number, and a pair of models for comparisons. */
export const messages = {
  Pair: { 1: 'Model', 2: 'Model' },
  Model: {
    1: 'int',
    2: 'text',
    3: 'text',
    5: 'int',
    6: 'text',
    7: 'Graph',
    8: 'Opset',
    14: 'Entry',
    25: 'Function',
  },
  Opset: { 1: 'domain', 2: 'version' },
  Entry: { 1: 'text', 2: 'location' },
  Graph: { 1: 'Node', 2: 'text', 5: 'Tensor', 11: 'Value', 12: 'Value', 13: 'Value', 15: 'Sparse', 16: 'Entry' },
  Node: { 1: 'name', 2: 'name', 3: 'text', 4: 'op', 5: 'Attribute', 7: 'domain', 8: 'text', 9: 'Entry' },
  Attribute: {
    1: 'attributeName',
    2: 'bytes',
    3: 'int',
    4: 'string',
    5: 'Tensor',
    6: 'Graph',
    7: 'raw',
    8: 'ints',
    9: 'string',
    10: 'Tensor',
    11: 'Graph',
    14: 'Type',
    15: 'Type',
    20: 'kind',
    21: 'attributeName',
    22: 'Sparse',
    23: 'Sparse',
  },
  Tensor: {
    1: 'extents',
    2: 'dtype',
    4: 'raw',
    5: 'ints',
    6: 'string',
    7: 'ints',
    8: 'name',
    9: 'raw',
    10: 'raw',
    11: 'ints',
    13: 'Entry',
    14: 'kind',
  },
  Sparse: { 1: 'Tensor', 2: 'Tensor', 3: 'extents' },
  Value: { 1: 'name', 2: 'Type' },
  Type: { 1: 'TensorType', 4: 'Element', 5: 'MapType', 8: 'TensorType', 9: 'Element' },
  Element: { 1: 'Type' },
  MapType: { 1: 'dtype', 2: 'Type' },
  TensorType: { 1: 'dtype', 2: 'Shape' },
  Shape: { 1: 'Dimension' },
  Dimension: { 1: 'extent', 2: 'dimParam' },
  Function: {
    1: 'op',
    4: 'name',
    5: 'name',
    6: 'attributeName',
    7: 'Node',
    9: 'Opset',
    10: 'domain',
    11: 'Attribute',
    12: 'Value',
    13: 'text',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<number, string>>>>;

export function contentOf(message: MessageName, number: number): Content | undefined {
  const table: Readonly<Record<number, Content>> = messages[message];
  return table[number];
}

export function isMessage(content: Content | undefined): content is MessageName {
  return content !== undefined && Object.hasOwn(messages, content);
}

/** Deeper than this it stays bytes, like anything that is no message after all. */
const deepest = 60;

/** `undefined` where the bytes are no message. */
export function parse(bytes: Uint8Array, message: MessageName, depth = 0): readonly Field[] | undefined {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): bigint | undefined => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) return undefined;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
    return undefined;
  };
  while (at < bytes.length) {
    const tag = varint();
    if (tag === undefined || tag > 0xffffffffn) return undefined;
    const [number, wire] = [Number(tag >> 3n), Number(tag & 7n)];
    if (wire === 0) {
      const value = varint();
      if (value === undefined) return undefined;
      fields.push({ number, wire, value });
      continue;
    }
    const length = wire === 2 ? Number(varint() ?? -1n) : wire === 1 ? 8 : wire === 5 ? 4 : -1;
    if (length < 0 || at + length > bytes.length) return undefined;
    const value = bytes.subarray(at, at + length);
    at += length;
    const content = wire === 2 && depth < deepest ? contentOf(message, number) : undefined;
    const inside = isMessage(content) ? parse(value, content, depth + 1) : undefined;
    fields.push({ number, wire, value: inside ?? value });
  }
  return fields;
}

export function write(fields: readonly Field[]): Uint8Array {
  const parts: Uint8Array[] = [];
  writeInto(parts, fields);
  return Buffer.concat(parts);
}

/** Appends; gives the number of bytes. */
function writeInto(parts: Uint8Array[], fields: readonly Field[]): number {
  let total = 0;
  for (const { number, wire, value, length } of fields) {
    const tag = varintBytes(BigInt(number * 8 + (wire & 7)));
    parts.push(tag);
    total += tag.length;
    if (typeof value === 'bigint') {
      const bytes = varintBytes(value);
      parts.push(bytes);
      total += bytes.length;
      continue;
    }
    const place = parts.push(none) - 1;
    const bytes = value instanceof Uint8Array ? value.length : writeInto(parts, value);
    if (value instanceof Uint8Array) parts.push(value);
    if (wire === 2) parts[place] = varintBytes(length ?? BigInt(bytes));
    total += bytes + (parts[place]?.length ?? 0);
  }
  return total;
}

const none = new Uint8Array(0);

export function varintBytes(value: bigint): Uint8Array {
  if (value >= 0n && value < 128n) return Uint8Array.of(Number(value));
  const bytes: number[] = [];
  for (let rest = BigInt.asUintN(64, value); ; rest >>= 7n) {
    if (rest < 128n) return Uint8Array.from([...bytes, Number(rest)]);
    bytes.push(Number(rest & 127n) | 128);
  }
}

/** A packed list of varints. */
export function unpack(bytes: Uint8Array): bigint[] {
  const values: bigint[] = [];
  let [value, shift] = [0n, 0n];
  for (const byte of bytes) {
    value |= BigInt(byte & 127) << shift;
    shift += 7n;
    if (byte < 128 || shift > 63n) {
      values.push(BigInt.asIntN(64, value));
      [value, shift] = [0n, 0n];
    }
  }
  return values;
}

export function pack(values: readonly bigint[]): Uint8Array {
  return Buffer.concat(values.map(varintBytes));
}
