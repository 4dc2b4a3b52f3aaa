import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/bytes/source.ts
function memorySource(name, bytes) {
  return { name, size: bytes.length, slice: (from, to) => bytes.subarray(from, to) };
}
var pieceBytes = 1 << 20;
function sameBytes(a, b) {
  if (a.size !== b.size) return false;
  for (let from = 0; from < a.size; from += pieceBytes) {
    const to = Math.min(a.size, from + pieceBytes);
    const [ours, theirs] = [a.slice(from, to), b.slice(from, to)];
    for (let at = 0; at < ours.length; at++) if (ours[at] !== theirs[at]) return false;
  }
  return true;
}

export {
  memorySource,
  sameBytes
};
