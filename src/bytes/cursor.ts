import { fail } from '../problem.ts';
import type { Source } from './source.ts';
import { asText } from './text.ts';

/** First read after a jump: a header usually fits. Consecutive reads double it, up to `widestWindow`. */
const narrowestWindow = 4 * 1024;
const widestWindow = 256 * 1024;

/**
 * A position in a Source, little-endian. Bytes come through a window that is moved, never grown to the file: what is
 * skipped is not read, so a payload of a gigabyte costs one addition.
 *
 * Every read past the end of the file throws `format/damaged` with its offset.
 */
export class Cursor {
  readonly source: Source;
  private view: DataView = new DataView(new ArrayBuffer(0));
  /** The same bytes as `view`, for text. */
  private buffer: Buffer = Buffer.alloc(0);
  /** Offset in the file of the window's first byte. */
  private base: number;
  /** Position in the window; past its end after a skip. */
  private at = 0;
  private window = narrowestWindow;
  /** Halves of the last 64-bit number, both unsigned. */
  private low = 0;
  private high = 0;

  constructor(source: Source, offset = 0) {
    this.source = source;
    this.base = offset;
  }

  /** Absolute, in the file. */
  get offset(): number {
    return this.base + this.at;
  }

  skip(byteLength: number): void {
    this.at += byteLength;
  }

  /** An unsigned number below 2^53, such as a length or a field's tag. */
  varint(): number {
    if (this.at < this.view.byteLength) {
      const first = this.view.getUint8(this.at);
      if (first < 0x80) {
        this.at++;
        return first;
      }
    }
    this.readVarint();
    if (this.high > 0x1fffff) this.damaged('a length is 2^53 or more');
    return this.high * 0x1_0000_0000 + this.low;
  }

  /**
   * Number and wire type of the field that follows. Protobuf's parsers take 32 bits of it, and the one in C++ drops what
   * is above: a tag that has more would be one field there and another here.
   */
  tag(): number {
    const at = this.offset;
    const tag = this.varint();
    if (tag > 0xffff_ffff) this.damaged('the number of a field takes more than 32 bits', at);
    return tag;
  }

  /** Two's complement: negative numbers take 10 bytes. */
  int64(): bigint {
    this.readVarint();
    if (this.high === 0) return this.low < smallIntegers.length ? (smallIntegers[this.low] ?? 0n) : BigInt(this.low);
    if (this.high === 0xffff_ffff) return BigInt(this.low - 0x1_0000_0000);
    return BigInt.asIntN(64, (BigInt(this.high) << 32n) | BigInt(this.low));
  }

  /** The lowest 32 bits as a signed number, as protobuf truncates enums and int32. */
  int32(): number {
    this.readVarint();
    return this.low | 0;
  }

  skipVarint(): void {
    this.readVarint();
  }

  float32(): number {
    this.need(4);
    const value = this.view.getFloat32(this.at, true);
    this.at += 4;
    return value;
  }

  /** UTF-8; of bytes that are none, none is lost (text.ts). */
  text(byteLength: number): string {
    if (byteLength === 0) return '';
    this.need(byteLength);
    const text = asText(this.buffer, this.view, this.at, byteLength);
    this.at += byteLength;
    return text;
  }

  /** A character for each byte. */
  latin1(byteLength: number): string {
    this.need(byteLength);
    const text = this.buffer.toString('latin1', this.at, this.at + byteLength);
    this.at += byteLength;
    return text;
  }

  damaged(reason: string, offset: number = this.offset): never {
    return fail('format/damaged', { offset, reason }, { file: this.source.name, offset });
  }

  private readVarint(): void {
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.at >= this.view.byteLength) this.need(1);
      const byte = this.view.getUint8(this.at++);
      const bits = byte & 0x7f;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >>> 4;
      } else high |= bits << (shift - 32);
      if (byte < 0x80) {
        this.low = low >>> 0;
        this.high = high >>> 0;
        return;
      }
    }
    this.damaged('a number is longer than the 10 bytes protobuf allows', this.offset - 10);
  }

  /** Moves the window until it holds `byteLength` bytes from here. */
  private need(byteLength: number): void {
    const held = this.view.byteLength;
    if (this.at + byteLength <= held) return;
    const { size } = this.source;
    const from = this.offset;
    if (from + byteLength > size)
      this.damaged(`${byteLength} more bytes are expected, but the file ends at ${size}`, Math.min(from, size));
    this.window = this.at <= held && held > 0 ? Math.min(this.window * 2, widestWindow) : narrowestWindow;
    const bytes = this.source.slice(from, Math.min(size, from + Math.max(byteLength, this.window)));
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.base = from;
    this.at = 0;
  }
}

/** Most numbers in a graph are small: sharing them saves an allocation each. */
const smallIntegers: readonly bigint[] = Array.from({ length: 1025 }, (_, i) => BigInt(i));
