/**
 * Measures the models of a repository in worker threads: each within a limit of memory and of time, so that one file
 * made to be slow or huge ends as an unreadable model, and the others are still measured.
 */
import { availableParallelism, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { JudgedModel } from '../budget/budget.ts';
import type { ConventionName } from '../conventions/names.ts';
import type { Case } from '../gate.ts';
import { FlopgateError, fail, type Problem, problem } from '../problem.ts';
import type { Content, FetchRange } from './content.ts';
import type { PlannedCase } from './plan.ts';
import type { Repository } from './repository.ts';
import type { Results } from './results.ts';
import type { FromWorker, Setup, ToWorker } from './worker.ts';

export interface Measuring {
  readonly repository: Repository;
  readonly convention?: ConventionName;
  readonly fetchRange?: FetchRange;
  /** Where what was measured is kept. */
  readonly results?: Results;
  readonly limits?: Partial<Limits>;
  /** Called when a model is begun. */
  readonly progress?: (path: string, index: number, count: number) => void;
}

export interface Limits {
  readonly threads: number;
  /** Of the heap of one thread. */
  readonly mebibytes: number;
  /** For one model; waiting for a network does not count. */
  readonly seconds: number;
}

/** In the order of the cases. Throws only what is a bug of ours. */
export async function measureCases(
  cases: readonly PlannedCase[],
  measuring: Measuring,
): Promise<readonly JudgedModel[]> {
  const found: JudgedModel[] = [];
  const limits = { ...usual(cases.length), ...measuring.limits };
  let next = 0;
  const lane = async () => {
    let thread: Thread | undefined;
    try {
      for (let at = next++; at < cases.length; at = next++) {
        const one = cases[at];
        if (one === undefined) break;
        if (one.base === null && one.head === null) {
          found[at] = one.known ?? notMeasured(one, one.elsewhere && problem('read/part-missing', { path: one.path }));
          continue;
        }
        measuring.progress?.(one.path, at, cases.length);
        thread ??= startThread(measuring, limits);
        const outcome = await thread.measure(one);
        if ('problem' in outcome) thread = undefined;
        const model = 'problem' in outcome ? notMeasured(one, outcome.problem) : outcome.model;
        // What went wrong may go right the next time.
        if (one.key !== undefined && model.problem === undefined) measuring.results?.put(one.key, model);
        found[at] = model;
      }
    } finally {
      thread?.stop();
    }
  };
  await Promise.all(Array.from({ length: Math.min(limits.threads, cases.length) }, lane));
  return found;
}

function usual(count: number): Limits {
  const threads = Math.max(1, Math.min(availableParallelism(), count, 8));
  // Two thirds of the machine for all threads; below 512 MiB a thread could not even hold a graph we promise to count.
  const share = Math.floor((totalmem() * 2) / 3 / threads / 2 ** 20);
  return { threads, mebibytes: Math.max(512, Math.min(share, 4096)), seconds: 120 };
}

/** Nothing to read on either side, or nothing came of reading it. */
function notMeasured({ path, basePath, status, unreadable }: Case<Content>, why = unreadable): JudgedModel {
  return {
    path,
    ...(basePath !== undefined && { basePath }),
    status: why !== undefined && status !== 'removed' ? 'unreadable' : status,
    base: null,
    head: null,
    diff: null,
    ...(why !== undefined && { problem: why }),
  };
}

interface Thread {
  /** A thread that answers with a problem is gone. */
  measure(one: Case<Content>): Promise<{ readonly model: JudgedModel } | { readonly problem: Problem }>;
  stop(): void;
}

function startThread({ repository, convention, fetchRange = refuseRange }: Measuring, limits: Limits): Thread {
  const { gitDir, scratch } = repository;
  const here = { scratch, ...(gitDir !== undefined && { gitDir }) };
  const setup: Setup = { repository: here, ...(convention !== undefined && { convention }) };
  const worker = new Worker(workerFile(), {
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: limits.mebibytes },
    // A model's name must reach no option of node, and nothing of the environment is needed.
    execArgv: [],
    argv: [],
    env: {},
  });
  // Nothing of ours waits for an idle thread.
  worker.unref();
  return {
    stop: () => void worker.terminate(),
    measure: (one) =>
      new Promise((resolve, reject) => {
        const end = (then: () => void) => {
          clearTimeout(clock);
          worker.removeAllListeners();
          then();
        };
        const giveUp = (why: Problem) =>
          end(() => {
            void worker.terminate();
            resolve({ problem: why });
          });
        const tooSlow = () => giveUp(problem('read/too-slow', { path: one.path, seconds: limits.seconds }));
        let clock = setTimeout(tooSlow, limits.seconds * 1000);
        const send = (message: ToWorker) => worker.postMessage(message);
        worker.on('message', (message: FromWorker) => {
          if (message.kind === 'measured') return end(() => resolve({ model: message.model }));
          if (message.kind === 'bug') return end(() => reject(message.error));
          clearTimeout(clock);
          const { id, from, to } = message;
          fetchRange(id, from, to).then(
            (bytes) => {
              clock = setTimeout(tooSlow, limits.seconds * 1000);
              send({ kind: 'range', bytes });
            },
            (error: unknown) => {
              if (!(error instanceof FlopgateError)) return end(() => reject(error));
              clock = setTimeout(tooSlow, limits.seconds * 1000);
              send({ kind: 'lost', problem: error.problem });
            },
          );
        });
        worker.on('error', (error: Error & { code?: string }) => {
          if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return end(() => reject(error));
          giveUp(problem('read/too-big', { path: one.path, mebibytes: limits.mebibytes }));
        });
        worker.on('exit', (code) => giveUp(problem('read/thread-ended', { path: one.path, code })));
        send({ kind: 'measure', one });
      }),
  };
}

const refuseRange: FetchRange = async (id) => fail('read/git-failed', { task: `read ${id}`, reason: 'it is not here' });

/** In the bundles the worker lies beside the entries, and this module in one of them or in a chunk below. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('./worker.ts', here);
  return new URL(/\/chunks\/[^/]+$/.test(here) ? '../worker.js' : './worker.js', here);
}
