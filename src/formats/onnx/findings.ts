import type { Source } from '../../bytes/source.ts';
import { type Problem, problem } from '../../problem.ts';
import type { Sizes } from './sizes.ts';

/** What is odd about a file but does not stop it from being read. One problem for each kind, however often it occurs. */
export interface Findings {
  withoutData(tensor: string): void;
  outside(tensor: string, location: string): void;
  externalLength(tensor: string, expected: bigint, found: string): void;
  duplicate(tensor: string): void;
  note(problem: Problem): void;
  problems(): readonly Problem[];
}

/** What lowering needs besides the message: the file, where to note what is odd, and what was made of it before. */
export interface Lowering {
  readonly source: Source;
  readonly findings: Findings;
  readonly sizes: Sizes;
}

interface Kind {
  count: number;
  readonly tensor: string;
  readonly detail: string;
  readonly expected: bigint;
}

export function startFindings(file: string): Findings {
  const kinds = new Map<string, Kind>();
  const noted: Problem[] = [];
  const count = (kind: string, tensor: string, detail = '', expected = 0n) => {
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { count: 1, tensor, detail, expected });
    else known.count++;
  };
  const told = (kind: string, say: (k: Kind) => Problem) => {
    const known = kinds.get(kind);
    return known === undefined ? [] : [say(known)];
  };
  const at = { file };
  return {
    withoutData: (tensor) => count('withoutData', tensor),
    outside: (tensor, location) => count('outside', tensor, location),
    externalLength: (tensor, expected, found) => count('length', tensor, found, expected),
    duplicate: (tensor) => count('duplicate', tensor),
    note: (problem) => noted.push(problem),
    problems: () => [
      ...noted,
      ...told('duplicate', (k) => problem('format/duplicate-tensor', k, at)),
      ...told('withoutData', (k) => problem('format/no-data', k, at)),
      ...told('outside', (k) => problem('format/external-location', { ...k, location: k.detail }, at)),
      ...told('length', (k) => problem('format/external-length', { ...k, found: k.detail }, at)),
    ],
  };
}
