/** Text out of bytes. The names of a model repeat: each tensor's stands where it is made and wherever it is used. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Direct-mapped: a name replaces whichever stood in its slot, so memory is bounded and a collision costs one decode. */
const slots = 1 << 14;
const recent: string[] = new Array(slots).fill('');
/** Longer ones are rarely names, and comparing them would cost more than decoding. */
const longestRemembered = 256;

/** The UTF-8 text of a range, the same string object where it was met before. Bytes that are no UTF-8 become U+FFFD. */
export function asText(view: DataView, at: number, byteLength: number): string {
  if (byteLength > longestRemembered) return decode(view, at, byteLength);
  let hash = 0;
  let highest = 0;
  for (let i = 0; i < byteLength; i++) {
    const byte = view.getUint8(at + i);
    hash = Math.imul(hash ^ byte, 0x01000193);
    highest |= byte;
  }
  if (highest > 0x7f) return decode(view, at, byteLength);
  const slot = (hash ^ (hash >>> 15)) & (slots - 1);
  const known = recent[slot] ?? '';
  if (known.length === byteLength && same(known, view, at)) return known;
  const text = decode(view, at, byteLength);
  recent[slot] = text;
  return text;
}

function same(text: string, view: DataView, at: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== view.getUint8(at + i)) return false;
  return true;
}

function decode(view: DataView, at: number, byteLength: number): string {
  return utf8.decode(new Uint8Array(view.buffer, view.byteOffset + at, byteLength));
}
