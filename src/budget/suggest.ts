/** "Did you mean": the nearest of the known words. */

/** What people call our metrics elsewhere. */
const aliases: Readonly<Record<string, string>> = {
  params: 'parameters',
  param: 'parameters',
  weights: 'parameters',
  mac: 'macs',
  madds: 'macs',
  flop: 'flops',
  gflops: 'flops',
  gmacs: 'macs',
  size: 'fileBytes',
  filesize: 'fileBytes',
  weightsize: 'weightBytes',
  memory: 'peakBytes',
  peakmemory: 'peakBytes',
  activations: 'activationBytes',
  glob: 'path',
  pattern: 'match',
  limit: 'max',
};

/** `; did you mean \`macs\`?`, or nothing. */
export function suggestion(word: string, known: readonly string[]): string {
  const lower = word.toLowerCase();
  const alias = Object.hasOwn(aliases, lower) ? aliases[lower] : undefined;
  if (alias !== undefined && known.includes(alias)) return `; did you mean \`${alias}\`?`;
  // A third of the letters may differ; the bound also keeps a hostile word from costing time.
  if (word.length > 40) return '';
  const [nearest] = known
    .map((k) => ({ k, distance: editDistance(lower, k.toLowerCase()) }))
    .filter(({ k, distance }) => distance <= Math.max(1, Math.floor(Math.max(k.length, word.length) / 3)))
    .sort((a, b) => a.distance - b.distance);
  return nearest === undefined ? '' : `; did you mean \`${nearest.k}\`?`;
}

/** Levenshtein's, by rows. */
function editDistance(a: string, b: string): number {
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
