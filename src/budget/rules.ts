/** Which entry of the configuration holds for a model. */
import type { Config, ModelRule } from './budget.ts';
import { compareSpecificity, type Pattern, pathPattern } from './patterns.ts';

/** The most specific entry that matches the path, the later of two equals; its budgets alone hold. */
export function ruleFor(config: Config, path: string): ModelRule | undefined {
  let best: ModelRule | undefined;
  for (const { rule, pattern } of compiled(config)) {
    if (!pattern.matches(path)) continue;
    if (best === undefined || compareSpecificity(rule.path, best.path) >= 0) best = rule;
  }
  return best;
}

/** Entries whose pattern matches none of the paths. */
export function idleRules(config: Config, paths: readonly string[]): readonly ModelRule[] {
  return compiled(config).flatMap(({ rule, pattern }) => (paths.some((p) => pattern.matches(p)) ? [] : [rule]));
}

interface Compiled {
  readonly rule: ModelRule;
  readonly pattern: Pattern;
}
/** A repository has many models, and its configuration is compiled once. */
const cache = new WeakMap<Config, readonly Compiled[]>();

function compiled(config: Config): readonly Compiled[] {
  const known = cache.get(config);
  if (known !== undefined) return known;
  const made = config.models.map((rule) => ({ rule, pattern: pathPattern(rule.path) }));
  cache.set(config, made);
  return made;
}
