/** Bytes of a value in memory. */
import { ceilDiv, type Dim, isUnknown, mul, sizeOf, sum, unknown } from '../model/dim.ts';
import { bitsPerElement, type DType } from '../model/dtype.ts';
import type { Fact } from '../operators/operator.ts';
import type { Value } from './step.ts';
import { Typed } from './types.ts';

/** Packed types rounded up to a whole byte for each tensor. */
export function bytesOf({ fact, name }: Value): Dim {
  if (!(fact instanceof Typed)) return factBytes(fact, name);
  if (fact.bytes !== undefined) return fact.bytes;
  const bytes = factBytes(fact, name);
  // The reason it is unknown for names the tensor.
  if (!isUnknown(bytes)) fact.bytes = bytes;
  return bytes;
}

export function elementBytes(count: Dim, dtype: DType | null, name: string): Dim {
  if (count === 0n || isUnknown(count)) return count;
  if (dtype === null) return unknown(`the element type of \`${name}\` is unknown`);
  const bits = bitsPerElement(dtype);
  if (bits === undefined) return unknown(`\`${name}\` holds strings, whose size no type tells`);
  return bits % 8 === 0 ? mul(count, BigInt(bits / 8)) : ceilDiv(mul(count, BigInt(bits)), 8n);
}

function factBytes(fact: Fact, name: string): Dim {
  switch (fact.kind) {
    case 'tensor':
      return elementBytes(sizeOf(fact.shape), fact.dtype, name);
    case 'optional':
      return factBytes(fact.element, name);
    case 'sequence':
      if (fact.items !== undefined) return sum(fact.items.map((item) => factBytes(item, name)));
      if (fact.length === undefined) return unknown(`the length of the sequence \`${name}\` is unknown`);
      return mul(fact.length, factBytes(fact.element, name));
    case 'map':
      return unknown(`\`${name}\` is a map, whose size no type tells`);
    case 'opaque':
      return unknown(fact.why);
  }
}
