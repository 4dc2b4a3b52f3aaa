/** Which code was reached, by V8's own counters: what no input before ran is what guides the search. */
import { type Profiler, Session } from 'node:inspector';

export interface Coverage {
  /** Whether anything ran since the last call that never ran before. Remembers it. */
  reachedNew(): boolean;
  /** Takes back what the last call found new. */
  forget(): void;
  stop(): void;
}

type Interval = readonly [from: number, to: number];

export function startCoverage(): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** By function: the parts of it that nothing has run yet. */
  const left = new Map<string, readonly Interval[]>();
  let before = new Map<string, readonly Interval[] | undefined>();
  const note = (url: string, { ranges }: Profiler.FunctionCoverage): boolean => {
    const [whole, ...parts] = ranges;
    if (whole === undefined || whole.count === 0) return false;
    const key = `${url}:${whole.startOffset}`;
    const idle = parts.filter(({ count }) => count === 0).map((r): Interval => [r.startOffset, r.endOffset]);
    const known = left.get(key);
    const now = known === undefined ? idle : known.flatMap((a) => idle.flatMap((b) => common(a, b)));
    if (known !== undefined && sizeOf(now) >= sizeOf(known)) return false;
    before.set(key, known);
    left.set(key, now);
    return true;
  };
  return {
    reachedNew() {
      let isNew = false;
      before = new Map();
      session.post('Profiler.takePreciseCoverage', (_, taken) => {
        for (const { url, functions } of taken?.result ?? [])
          if (url.includes('/src/')) for (const f of functions) if (note(url, f)) isNew = true;
      });
      return isNew;
    },
    forget() {
      for (const [key, known] of before)
        if (known === undefined) left.delete(key);
        else left.set(key, known);
    },
    stop() {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

function common([a, b]: Interval, [c, d]: Interval): readonly Interval[] {
  const [from, to] = [Math.max(a, c), Math.min(b, d)];
  return from < to ? [[from, to]] : [];
}

function sizeOf(intervals: readonly Interval[]): number {
  return intervals.reduce((n, [from, to]) => n + to - from, 0);
}
