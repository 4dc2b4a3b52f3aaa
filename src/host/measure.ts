/**
 * Measures the models of a repository in worker threads: each within a limit of memory and of time, so that one file
 * made to be slow or huge ends as an unreadable model, and the others are still measured
 * (docs/adr/0006-models-are-measured-in-threads-and-kept-by-content.md).
 */
import { availableParallelism, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { JudgedModel } from '../budget/budget.ts';
import type { ConventionName } from '../conventions/names.ts';
import type { Fingerprint } from '../diff/kin.ts';
import type { Case } from '../gate.ts';
import { FlopgateError, fail, type Problem, problem } from '../problem.ts';
import type { Content, FetchRange } from './content.ts';
import type { PlannedCase } from './plan.ts';
import type { Repository } from './repository.ts';
import type { Results } from './results.ts';
import type { Asked, FromWorker, Look, Setup, ToWorker } from './worker.ts';

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
  return inThreads(cases, measuring, async (one, at, ask) => {
    if (one.base === null && one.head === null) {
      return one.known ?? notMeasured(one, one.elsewhere && problem('read/part-missing', { path: one.path }));
    }
    measuring.progress?.(one.path, at, cases.length);
    const outcome = await ask(one.path, { kind: 'measure', one });
    const model =
      'model' in outcome ? outcome.model : notMeasured(one, 'problem' in outcome ? outcome.problem : undefined);
    // What went wrong may go right the next time.
    if (one.key !== undefined && model.problem === undefined) measuring.results?.put(one.key, model);
    return model;
  });
}

/** What tells versions of one model, for each; `undefined` where one cannot be read, which measuring it will say. */
export async function lookAt(
  all: readonly Look[],
  measuring: Omit<Measuring, 'results' | 'progress'>,
): Promise<readonly (Fingerprint | undefined)[]> {
  return inThreads(all, measuring, async (look, _, ask) => {
    const outcome = await ask(look.content.path, { kind: 'look', ...look });
    return 'print' in outcome ? (outcome.print ?? undefined) : undefined;
  });
}

type Ask = (path: string, request: Asked) => Promise<Outcome>;

/** In the order of the items, each by one of as many lanes as there are threads; a lane starts its own when it needs one. */
async function inThreads<T, R>(
  items: readonly T[],
  measuring: Measuring,
  step: (item: T, at: number, ask: Ask) => Promise<R>,
): Promise<readonly R[]> {
  const found: R[] = [];
  const limits = { ...usual(items.length), ...measuring.limits };
  let next = 0;
  const lane = async () => {
    let thread: Thread | undefined;
    const ask: Ask = async (path, request) => {
      thread ??= startThread(measuring, limits);
      const outcome = await thread.ask(path, request);
      if ('problem' in outcome) thread = undefined;
      return outcome;
    };
    try {
      for (let at = next++; at < items.length; at = next++) {
        const item = items[at];
        if (item === undefined) break;
        found[at] = await step(item, at, ask);
      }
    } finally {
      thread?.stop();
    }
  };
  await Promise.all(Array.from({ length: Math.min(limits.threads, items.length) }, lane));
  return found;
}

function usual(count: number): Limits {
  const threads = Math.max(1, Math.min(availableParallelism(), count, 8));
  // Two thirds of the machine for all threads; below 512 MiB a thread could not even hold a graph we promise to count.
  const share = Math.floor((totalmem() * 2) / 3 / threads / 2 ** 20);
  return { threads, mebibytes: Math.max(512, Math.min(share, 4096)), seconds: 120 };
}

/** Nothing to read on either side, or nothing came of reading it. */
function notMeasured({ path, basePath, pairedBy, status, unreadable }: Case<Content>, why = unreadable): JudgedModel {
  return {
    path,
    ...(basePath !== undefined && { basePath }),
    ...(pairedBy !== undefined && { pairedBy }),
    status: why !== undefined && status !== 'removed' ? 'unreadable' : status,
    base: null,
    head: null,
    diff: null,
    ...(why !== undefined && { problem: why }),
  };
}

interface Thread {
  /** One at a time. A thread that answers with a problem is gone. */
  ask(path: string, request: Asked): Promise<Outcome>;
  stop(): void;
}

type Outcome = { readonly model: JudgedModel } | { readonly print: Fingerprint | null } | { readonly problem: Problem };

/** The case a thread is at. */
interface Task {
  readonly path: string;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

function startThread(measuring: Measuring, { mebibytes, seconds }: Limits): Thread {
  const { convention, fetchRange = refuseRange } = measuring;
  const { gitDir, scratch } = measuring.repository;
  const here = { scratch, ...(gitDir !== undefined && { gitDir }) };
  const setup: Setup = { repository: here, ...(convention !== undefined && { convention }) };
  const worker = new Worker(workerFile(), {
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: mebibytes },
    // What starts git needs the PATH; of everything else in the environment a thread that reads models knows nothing.
    env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot },
    execArgv: [],
  });
  let task: Task | undefined;
  let clock: NodeJS.Timeout | undefined;
  /** Milliseconds the case may still compute, of which the clock runs since `wound`. */
  let left = 0;
  let wound = 0;
  /** Ranges it waits for. */
  let awaited = 0;

  const send = (message: ToWorker) => worker.postMessage(message);
  const end = (): Task | undefined => {
    const ended = task;
    task = undefined;
    clearTimeout(clock);
    return ended;
  };
  const wind = () => {
    wound = performance.now();
    clock = setTimeout(() => giveUp((path) => problem('read/too-slow', { path, seconds })), Math.max(0, left));
  };
  const pause = () => {
    if (awaited++ > 0) return;
    clearTimeout(clock);
    left -= performance.now() - wound;
  };
  const resume = () => {
    // A case that was given up waits for nothing.
    if (--awaited === 0 && task !== undefined) wind();
  };
  const giveUp = (why: (path: string) => Problem) => {
    const ended = end();
    void worker.terminate();
    ended?.resolve({ problem: why(ended.path) });
  };
  const bring = async (ticket: number, id: string, from: number, to: number) => {
    pause();
    try {
      send({ kind: 'range', ticket, bytes: await fetchRange(id, from, to) });
    } catch (error) {
      if (error instanceof FlopgateError) send({ kind: 'lost', ticket, problem: error.problem });
      else end()?.reject(error);
    }
    resume();
  };

  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'measured') end()?.resolve({ model: message.model });
    else if (message.kind === 'looked') end()?.resolve({ print: message.print });
    else if (message.kind === 'bug') end()?.reject(message.error);
    else void bring(message.ticket, message.id, message.from, message.to);
  });
  worker.on('error', (error) => {
    const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (isMemory) giveUp((path) => problem('read/too-big', { path, mebibytes }));
    else end()?.reject(error);
  });
  worker.on('exit', (code) => giveUp((path) => problem('read/thread-ended', { path, code })));
  return {
    stop: () => void worker.terminate(),
    ask: (path, request) =>
      new Promise((resolve, reject) => {
        task = { path, resolve, reject };
        left = seconds * 1000;
        wind();
        send(request);
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
