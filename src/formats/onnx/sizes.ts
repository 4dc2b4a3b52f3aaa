/** What the header of a stored tensor comes to. A file has few different headers: what they come to is held once. */
import type { Source } from '../../bytes/source.ts';
import { bitsPerElement, type DType } from '../../model/dtype.ts';
import { fail } from '../../problem.ts';

export interface Size {
  readonly dtype: DType;
  readonly shape: readonly bigint[];
  readonly elementCount: bigint;
  /** What its elements take in `raw_data`. */
  readonly byteLength: bigint;
}

/** By element type and extents. Direct-mapped: one replaces whichever stood in its slot. */
export interface Sizes {
  /** Throws `format/impossible` for extents no tensor has; `where` names it. */
  of(dtype: DType, dims: readonly bigint[], where: string): Size;
}

const slots = 1024;

export function startSizes(source: Source): Sizes {
  const recent: (Size | undefined)[] = new Array(slots).fill(undefined);
  return {
    of: (dtype, dims, where) => {
      let hash = dims.length;
      for (const d of dims) hash = Math.imul(hash ^ Number(d & 0x7fffffffn), 0x85ebca6b);
      const slot = (hash ^ (hash >>> 15)) & (slots - 1);
      const known = recent[slot];
      if (known?.dtype === dtype && same(known.shape, dims)) return known;
      const elementCount = countOf(source, dims, where);
      // Without the room a list grown by pushes keeps for more.
      const size = { dtype, shape: dims.slice(), elementCount, byteLength: storedBytes(dtype, elementCount) };
      recent[slot] = size;
      return size;
    },
  };
}

/** Packed types rounded up to a whole byte. */
export function storedBytes(dtype: DType, elementCount: bigint): bigint {
  return (elementCount * BigInt(bitsPerElement(dtype) ?? 0) + 7n) / 8n;
}

function same(a: readonly bigint[], b: readonly bigint[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Past this no memory holds it; bounds the digits of the product, too. */
const mostElements = 1n << 62n;
/** NumPy stops at 64, and no runtime goes further. */
const mostAxes = 64;

function countOf(source: Source, dims: readonly bigint[], where: string): bigint {
  if (dims.length > mostAxes) impossible(source, where, `it has ${dims.length} axes`);
  let elements = 1n;
  for (const d of dims) {
    if (d < 0n) impossible(source, where, `it is stored with the shape [${dims.join(', ')}]`);
    elements *= d > 0n ? d : 1n;
    if (elements > mostElements)
      impossible(source, where, `its shape [${dims.join(', ')}] has more than 2^62 elements`);
  }
  return dims.includes(0n) ? 0n : elements;
}

export function impossible(source: Source, what: string, reason: string): never {
  return fail('format/impossible', { what, reason }, { file: source.name });
}
