/**
 * A file as two members: how long it is, and any range of it.
 *
 * Reading is synchronous: a model is read by a few hundred short slices, and a promise for each would cost more than
 * the read. A remote source keeps the ranges it has, throws for one it lacks, and the pure reader is run again.
 */
export interface Source {
  /** What people call it in messages: a path, or `path@revision`. */
  readonly name: string;
  readonly size: number;
  /** Its ranges are fetched one by one: read what a count needs, do not sample. */
  readonly sparse?: true;
  /** Bytes `from` (inclusive) to `to` (exclusive). Never shorter than asked: a reader compares with `size` first. */
  slice(from: number, to: number): Uint8Array;
}

/** Bytes already in memory as a Source. */
export function memorySource(name: string, bytes: Uint8Array): Source {
  return { name, size: bytes.length, slice: (from, to) => bytes.subarray(from, to) };
}

/** Bytes of each side held at once. */
const pieceBytes = 1 << 20;

/** Whether both hold the same bytes; reads up to the first difference. */
export function sameBytes(a: Source, b: Source): boolean {
  if (a.size !== b.size) return false;
  for (let from = 0; from < a.size; from += pieceBytes) {
    const to = Math.min(a.size, from + pieceBytes);
    const [ours, theirs] = [a.slice(from, to), b.slice(from, to)];
    // A call for every byte would take longer than reading them.
    for (let at = 0; at < ours.length; at++) if (ours[at] !== theirs[at]) return false;
  }
  return true;
}
