/** How the models of a comparison are shared out over jobs. */

/** One job's part of the models: every `of`-th, starting with the `part`-th. Part 0 is none of them. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

export const noShare: Share = { part: 0, of: 1 };

/** `2/5`; `undefined` when it is something else. */
export function readShare(text: string): Share | undefined {
  const [, part = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
  return part >= 1 && part <= of && of <= 256 ? { part, of } : undefined;
}

export function isMine({ part, of }: Share, index: number): boolean {
  return index % of === part - 1;
}

/**
 * The matrix of a workflow: no more parts than models, and at least one, for an empty matrix is no job at all. `counts`
 * has the number of models of each comparison, all of which every part has a share of.
 */
export function matrixOf(counts: readonly number[], most: number): string {
  const of = Math.max(1, Math.min(Math.max(0, ...counts), most));
  const include = Array.from({ length: of }, (_, i) => ({
    part: `${i + 1}/${of}`,
    models: counts.reduce((sum, count) => sum + Math.floor(count / of) + (i < count % of ? 1 : 0), 0),
  }));
  return JSON.stringify({ include });
}
