/** Text out of bytes. The names of a model repeat: each tensor's stands where it is made and wherever it is used. */
import { isUtf8 } from 'node:buffer';

/** Direct-mapped: a name replaces whichever stood in its slot, so memory is bounded and a collision costs one decode. */
const slots = 1 << 14;
const recent: string[] = new Array(slots).fill('');
/** Operators, attributes and short names repeat most; comparing a long text costs as much as decoding it. */
const longestRemembered = 32;

/**
 * The UTF-8 text of a range, the same string object where it was met before. Different bytes give different texts.
 * `buffer` and `view` are of the same bytes.
 */
export function asText(buffer: Buffer, view: DataView, at: number, byteLength: number): string {
  if (byteLength > longestRemembered) return decoded(buffer, at, at + byteLength);
  const end = at + byteLength;
  let hash = byteLength;
  let highest = 0;
  let i = at;
  for (; i + 4 <= end; i += 4) {
    const word = view.getInt32(i);
    hash = Math.imul(hash ^ word ^ (hash >>> 15), 0x85ebca6b);
    highest |= word;
  }
  for (; i < end; i++) {
    const byte = view.getInt8(i);
    hash = Math.imul(hash ^ byte ^ (hash >>> 15), 0x85ebca6b);
    highest |= byte;
  }
  if ((highest & 0x80808080) !== 0) return decoded(buffer, at, end);
  const slot = (hash ^ (hash >>> 15)) & (slots - 1);
  const known = recent[slot] ?? '';
  if (known.length === byteLength && same(known, view, at)) return known;
  const text = buffer.toString('latin1', at, end);
  recent[slot] = text;
  return text;
}

function same(text: string, view: DataView, at: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== view.getUint8(at + i)) return false;
  return true;
}

/**
 * Names are compared as texts, and other readers compare them byte by byte: two that are no UTF-8 must not both become
 * the same U+FFFD. In such a one each byte above 127 is a lone surrogate, which no UTF-8 decodes to.
 */
function decoded(buffer: Buffer, from: number, to: number): string {
  const text = buffer.toString('utf8', from, to);
  if (!text.includes('\ufffd') || isUtf8(buffer.subarray(from, to))) return text;
  return buffer
    .toString('latin1', from, to)
    .replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(0xdc00 + byte.charCodeAt(0)));
}

/**
 * JSON that every parser reads: it has no halves of surrogate pairs, which RFC 8259 (8.2) leaves to each parser, and many
 * refuse. One that stands for a byte becomes U+FFFD and the byte's two digits, `�ff`; any other U+FFFD, `u` and its four;
 * and U+FFFD itself is written twice, so that no two names become one. `json` is what `JSON.stringify` gave.
 */
export function strictJson(json: string): string {
  if (!json.includes('\\ud') && !json.includes('\ufffd')) return json;
  return json.replace(/\\(?:u(d[89a-f][0-9a-f]{2})|[\s\S])|\ufffd/g, (found, half: string | undefined) => {
    if (half === undefined) return found === '\ufffd' ? '\ufffd\ufffd' : found;
    return `\ufffd${/^dc[89a-f]/.test(half) ? half.slice(2) : `u${half}`}`;
  });
}

/** Reads it back, names as they were. Throws SyntaxError. */
export function parseStrictJson(text: string): unknown {
  if (!/\ufffd|\\ufffd/i.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? unmarked(value) : value));
}

function unmarked(text: string): string {
  return text.replace(
    /\ufffd(?:\ufffd|([89a-f][0-9a-f])|u(d[89a-f][0-9a-f]{2}))/g,
    (_, byte: string | undefined, half: string | undefined) => {
      const code = byte === undefined ? half : `dc${byte}`;
      return code === undefined ? '\ufffd' : String.fromCharCode(Number.parseInt(code, 16));
    },
  );
}
