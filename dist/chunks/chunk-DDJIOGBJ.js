import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/budget/suggest.ts
var aliases = {
  params: "parameters",
  param: "parameters",
  weights: "parameters",
  mac: "macs",
  madds: "macs",
  flop: "flops",
  gflops: "flops",
  gmacs: "macs",
  size: "fileBytes",
  filesize: "fileBytes",
  weightsize: "weightBytes",
  memory: "peakBytes",
  peakmemory: "peakBytes",
  activations: "activationBytes",
  glob: "path",
  pattern: "match",
  limit: "max"
};
function suggestion(word, known) {
  const lower = word.toLowerCase();
  const alias = Object.hasOwn(aliases, lower) ? aliases[lower] : void 0;
  if (alias !== void 0 && known.includes(alias)) return `; did you mean \`${alias}\`?`;
  if (word.length > 40) return "";
  const [nearest] = known.map((k) => ({ k, distance: editDistance(lower, k.toLowerCase()) })).filter(({ k, distance }) => distance <= Math.max(1, Math.floor(Math.max(k.length, word.length) / 3))).sort((a, b) => a.distance - b.distance);
  return nearest === void 0 ? "" : `; did you mean \`${nearest.k}\`?`;
}
function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

export {
  suggestion
};
