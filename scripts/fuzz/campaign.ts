/** One target, one seed: inputs made, run and held against what must be true. The same for CI's slice and for millions. */
import assert from 'node:assert/strict';
import { FlopgateError } from '../../src/problem.ts';
import { startCoverage } from './coverage.ts';
import { checkPrototypes, measuredSpecimens } from './oracles.ts';
import { randomOf } from './random.ts';
import type { Target } from './targets.ts';

export interface Finding {
  readonly index: number;
  readonly input: Uint8Array;
  readonly error: string;
}

export interface Tally {
  inputs: number;
  /** Inputs that were understood, by what became of them. */
  readonly outcomes: Map<string, number>;
  /** Processor time of the slowest input, in milliseconds. */
  worstMs: number;
  /** Growth of the heap by one input, in MiB; what a collection in between gave back is not in it. */
  worstMiB: number;
  worst?: Uint8Array;
  kept: number;
}

export interface Plan {
  readonly seed: string;
  readonly from: number;
  readonly to: number;
  readonly corpus: Uint8Array[];
  /** Keep inputs that reach code no other has; without, only the seeds are mutated. */
  readonly guided: boolean;
  /** Processor milliseconds one input may take. */
  readonly slowMs: number;
  readonly onInput?: (index: number, input: Uint8Array) => void;
  readonly onFinding: (finding: Finding) => void;
  readonly onKept?: (input: Uint8Array) => void;
}

/** Longer inputs are cut: what matters fits, and a worker hands its input over in a buffer of this size. */
export const longestInput = 1 << 20;
const batch = 64;
/** Inputs kept beside the seeds. */
const mostKept = 5000;

export function startTally(): Tally {
  return { inputs: 0, outcomes: new Map(), worstMs: 0, worstMiB: 0, kept: 0 };
}

export function runCampaign(target: Target, plan: Plan, tally: Tally): void {
  const coverage = plan.guided ? startCoverage() : undefined;
  // What the seeds reach is nothing new.
  if (coverage !== undefined) {
    for (const input of plan.corpus) {
      plan.onInput?.(-1, input);
      verdictOf(target, input);
    }
    coverage.reachedNew();
  }
  const before = measuredSpecimens();
  for (let at = plan.from; at < plan.to; at += batch) {
    const inputs: Uint8Array[] = [];
    for (let index = at; index < Math.min(at + batch, plan.to); index++) {
      const input = inputFor(target, plan, index);
      inputs.push(input);
      runOne(target, plan, index, input, tally);
    }
    if (at % (64 * batch) === 0 || at + batch >= plan.to) checkUnchanged(before, plan, at, inputs);
    if (coverage?.reachedNew() === true)
      keepNew(target, plan, { inputs, last: at + inputs.length - 1 }, coverage, tally);
  }
  coverage?.stop();
}

/** What came in leaves nothing behind: honest models still measure the same. */
function checkUnchanged(before: string, { onFinding }: Plan, index: number, inputs: readonly Uint8Array[]): void {
  try {
    checkPrototypes();
    assert.equal(measuredSpecimens(), before, 'an honest model is measured otherwise than before');
  } catch (error) {
    onFinding({ index, input: inputs.at(-1) ?? new Uint8Array(0), error: String(error) });
  }
}

/** Follows from the seed, the index and the corpus alone. */
function inputFor(target: Target, { seed, corpus }: Plan, index: number): Uint8Array {
  const random = randomOf(`${seed}/${target.id}/${index}`);
  // What was kept last leads furthest.
  const recent = corpus.length > 400 && random.once(2) ? corpus.slice(-200) : corpus;
  return target.mutate(random.pick(recent), corpus, random).subarray(0, longestInput);
}

function runOne(target: Target, plan: Plan, index: number, input: Uint8Array, tally: Tally): void {
  plan.onInput?.(index, input);
  const [heap, start] = [heapBytes(), cpuMs()];
  const { outcome, error } = verdictOf(target, input);
  const [ms, mib] = [cpuMs() - start, (heapBytes() - heap) / 2 ** 20];
  tally.inputs++;
  tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + 1);
  tally.worstMiB = Math.max(tally.worstMiB, mib);
  if (ms > tally.worstMs) {
    tally.worstMs = ms;
    tally.worst = input;
  }
  if (error !== undefined) plan.onFinding({ index, input, error });
  else if (ms > plan.slowMs) plan.onFinding({ index, input, error: `slow: ${ms.toFixed(0)} ms of processor time` });
}

export interface Judgement {
  readonly outcome: string;
  /** Absent where all is well: understood, or refused with one problem. */
  readonly error?: string;
}

export function verdictOf(target: Target, input: Uint8Array): Judgement {
  try {
    return { outcome: target.run(input) };
  } catch (error) {
    if (error instanceof FlopgateError) return { outcome: `refused ${error.problem.code}` };
    return { outcome: 'finding', error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Each input of the batch alone, to see which of them it was. */
function keepNew(
  target: Target,
  plan: Plan,
  { inputs, last }: { readonly inputs: readonly Uint8Array[]; readonly last: number },
  coverage: NonNullable<ReturnType<typeof startCoverage>>,
  tally: Tally,
): void {
  coverage.forget();
  for (const input of inputs) {
    plan.onInput?.(last, input);
    verdictOf(target, input);
    if (!coverage.reachedNew() || plan.corpus.length > mostKept || input.length > 100_000) continue;
    plan.corpus.push(input);
    plan.onKept?.(input);
    tally.kept++;
  }
}

function heapBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Of this thread alone: what else the machine does is not in it. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
