/**
 * A file of which only ranges are here. A range that is missing is thrown, not awaited: whoever can fetch does so, adds
 * it, and runs the pure reader again.
 *
 * How much is asked for at once follows the reader. The graph is read from end to end, so each range that takes up
 * where the last one stopped is twice as long. Over raw weights the reader jumps from header to header: little of what
 * follows a jump is ever looked at, and where the jumps are short somewhat longer ranges save requests.
 */
import type { Source } from './source.ts';

/** Thrown by `slice` for what is not here yet. `from` (inclusive) to `to` (exclusive) is what to fetch. */
export class MissingRange extends Error {
  override readonly name = 'MissingRange';
  readonly key: string;
  readonly from: number;
  readonly to: number;
  constructor(key: string, from: number, to: number) {
    super(`bytes ${from} to ${to} of ${key} are not here`);
    this.key = key;
    this.from = from;
    this.to = to;
  }
}

export interface SparseSource {
  readonly source: Source;
  /** What `add` has brought, each byte once. */
  readonly byteLength: number;
  /** Bytes that were fetched: any range, in any order, overlapping or not. Throws RangeError past the end of the file. */
  add(from: number, bytes: Uint8Array): void;
}

/** A graph of a few hundred nodes comes with the first range. */
const firstRange = 64 * 1024;
/** After a jump: a tensor's header, the small tensors behind it, and the next header. */
const afterJump = 16 * 1024;
/**
 * Where tensors are a little longer than a range. Measured on ResNet-50 at widths of 2 to 300 MB: twice this halves the
 * requests of the smallest and doubles the bytes of those around 100 MB.
 */
const longestAfterGap = 64 * 1024;
/** Bounds what the last range of a run can bring in vain. */
const longestRange = 1024 * 1024;

/** `key` names the content to whoever fetches it. */
export function sparseSource(key: string, name: string, size: number): SparseSource {
  const pieces = sortedPieces();
  let asked = { to: 0, window: firstRange / 2 };

  /** Widens what is missing by what will be wanted next. */
  function missing(from: number, to: number): MissingRange {
    const skipped = from - asked.to;
    const most = skipped === 0 ? longestRange : skipped > 0 && skipped <= asked.window ? longestAfterGap : afterJump;
    const window = Math.min(asked.window * 2, most);
    const widened = Math.min(size, Math.max(to, from + window), Math.max(to, pieces.startAfter(from)));
    asked = { to: widened, window };
    return new MissingRange(key, from, widened);
  }

  return {
    source: {
      name,
      size,
      sparse: true,
      slice(from, to) {
        const held = pieces.read(from, to);
        if (held instanceof Uint8Array) return held;
        throw missing(held, to);
      },
    },
    get byteLength() {
      return pieces.byteLength();
    },
    add(from, bytes) {
      if (from < 0 || from + bytes.length > size) {
        throw new RangeError(`bytes ${from} to ${from + bytes.length} are not in a file of ${size}`);
      }
      pieces.add(from, bytes);
    },
  };
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

/** Pieces of a file in the order they stand in it, none overlapping another. */
function sortedPieces() {
  const pieces: Piece[] = [];
  let total = 0;

  /** Index of the first piece that ends after `at`. */
  function firstPast(at: number): number {
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pieces[middle]?.to ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  return {
    byteLength: () => total,
    /** Where the next piece begins that lies wholly behind `at`. */
    startAfter: (at: number): number => pieces[firstPast(at)]?.from ?? Number.POSITIVE_INFINITY,
    add(from: number, bytes: Uint8Array): void {
      const end = from + bytes.length;
      let index = firstPast(from);
      for (let at = from; at < end; index++) {
        const next = pieces[index];
        const stop = Math.min(end, next?.from ?? end);
        if (at < stop) {
          pieces.splice(index++, 0, { from: at, to: stop, bytes: bytes.subarray(at - from, stop - from) });
          total += stop - at;
        }
        at = Math.max(stop, next?.to ?? end);
      }
    },
    /** The bytes, or the first position of them that is not here. */
    read(from: number, to: number): Uint8Array | number {
      const index = firstPast(from);
      const first = pieces[index];
      if (to <= from) return new Uint8Array(0);
      if (first === undefined || first.from > from) return from;
      if (to <= first.to) return first.bytes.subarray(from - first.from, to - first.from);
      const last = firstPast(to - 1);
      for (let i = index; i < last; i++) {
        const end = pieces[i]?.to ?? to;
        if (pieces[i + 1]?.from !== end) return end;
      }
      const joined = new Uint8Array(to - from);
      for (const piece of pieces.slice(index, last + 1)) {
        const part = piece.bytes.subarray(Math.max(0, from - piece.from), to - piece.from);
        joined.set(part, Math.max(0, piece.from - from));
      }
      return joined;
    },
  };
}
