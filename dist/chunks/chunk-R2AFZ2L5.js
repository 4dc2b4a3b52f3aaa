import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/host/share.ts
var noShare = { part: 0, of: 1 };
function readShare(text) {
  const [, part = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
  return part >= 1 && part <= of && of <= 256 ? { part, of } : void 0;
}
function isMine({ part, of }, index) {
  return index % of === part - 1;
}
function matrixOf(counts, most) {
  const of = Math.max(1, Math.min(Math.max(0, ...counts), most));
  const include = Array.from({ length: of }, (_, i) => ({
    part: `${i + 1}/${of}`,
    models: counts.reduce((sum, count) => sum + Math.floor(count / of) + (i < count % of ? 1 : 0), 0)
  }));
  return JSON.stringify({ include });
}

export {
  noShare,
  readShare,
  isMine,
  matrixOf
};
