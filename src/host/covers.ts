/** Which paths are models: by the caller's globs, else by the configuration's, else by their ending. */
import type { Config } from '../budget/budget.ts';
import { BadPattern, pathPattern } from '../budget/patterns.ts';
import type { Case } from '../gate.ts';
import { fail, type Problem, problem } from '../problem.ts';

const defaultPattern = '**/*.onnx';

/** Throws `budget/bad-pattern` for one of the caller's. */
export function modelPatterns(models: readonly string[] | undefined, config: Config | null): (path: string) => boolean {
  const patterns = models ?? config?.models.map(({ path }) => path) ?? [];
  return pathMatcher(patterns.length === 0 ? [defaultPattern] : patterns);
}

function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const compiled = patterns.map((text) => {
    try {
      return pathPattern(text);
    } catch (error) {
      if (error instanceof BadPattern) return fail('budget/bad-pattern', { key: text, reason: error.reason });
      throw error;
    }
  });
  return (path) => compiled.some((pattern) => pattern.matches(path));
}

/** Patterns that stand in no entry of the configuration, and find nothing: those of the caller, and the default one. */
export function idlePatterns(
  cases: readonly Pick<Case, 'path' | 'basePath'>[],
  config: Config | null,
  { models }: { readonly models?: readonly string[] },
): readonly Problem[] {
  const paths = cases.flatMap(({ path, basePath }) => (basePath === undefined ? [path] : [path, basePath]));
  if (models !== undefined) {
    const idle = models.filter((text) => !paths.some(pathPattern(text).matches));
    return idle.map((pattern) => problem('read/no-model', { pattern }));
  }
  const [budget] = config?.budgets ?? [];
  if (config === null || budget === undefined || config.models.length > 0 || paths.length > 0) return [];
  return [problem('budget/no-model', { pattern: defaultPattern }, { file: config.file, line: budget.line })];
}
