/** Models that are gone from where the patterns look, and came up where they do not. */
import { posix } from 'node:path';
import type { Config } from '../budget/budget.ts';
import { ruleFor } from '../budget/rules.ts';
import { type Problem, problem } from '../problem.ts';
import type { Trees } from './config-place.ts';
import { isRegular, type Pairing } from './pairing.ts';

/**
 * A model that moved out of every pattern is listed as removed; where it went is said too: the same content, or else
 * the same file name, whatever its case, where nothing was before.
 */
export function leftPatterns(
  pairings: readonly Pairing[],
  { base, head }: Trees,
  config: Config | null,
): readonly Problem[] {
  const removed = pairings.filter(({ status }) => status === 'removed');
  if (removed.length === 0) return [];
  const known = new Set(pairings.map(({ path }) => path));
  const byContent = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const [path, entry] of head) {
    if (known.has(path)) continue;
    if (isRegular(entry)) byContent.set(entry.oid, path);
    if (base?.has(path) !== true) byName.set(nameOf(path), path);
  }
  return removed.flatMap(({ path, base: entry }) => {
    const same = entry === null ? undefined : byContent.get(entry.oid);
    if (same !== undefined) {
      // Out of reach of its budgets it would pass whatever it costs from then on.
      const rule = config === null ? undefined : ruleFor(config, path);
      const isGated = rule !== undefined && rule.budgets.length + rule.layers.length > 0;
      const code = isGated ? 'read/left-budgets' : 'read/left-patterns';
      return [problem(code, { from: path, to: same }, { file: same })];
    }
    const alike = byName.get(nameOf(path));
    return alike === undefined ? [] : [problem('read/may-have-left', { from: path, to: alike }, { file: alike })];
  });
}

function nameOf(path: string): string {
  return posix.basename(path).toLowerCase();
}
