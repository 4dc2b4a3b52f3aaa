/**
 * The fuzzer: hostile input by the million, every crash, hang and wrong sum written down with how to have it again.
 *
 *   npm run fuzz                                      every target, 20,000 inputs each
 *   npm run fuzz -- --target profile --inputs 1000000
 *   npm run fuzz -- --seconds 600 --seed 7 --workers 4 --folder ../models
 *   npm run fuzz -- --target diff --run build/fuzz/diff-1a2b3c4d.bin
 *
 * Inputs follow from the seed, the target and their number; with --unguided from nothing else. docs/fuzzing.md says what
 * is tried and what must hold.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { startTally, type Tally, verdictOf } from './fuzz/campaign.ts';
import { minimise } from './fuzz/minimise.ts';
import { hash32 } from './fuzz/random.ts';
import { type Target, targets } from './fuzz/targets.ts';
import { deskBytes, type Order, type Word } from './fuzz/worker.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string', multiple: true, default: [] },
    workers: { type: 'string', default: '1' },
    folder: { type: 'string', multiple: true, default: [] },
    unguided: { type: 'boolean', default: false },
    run: { type: 'string' },
  },
});

/** Processor time an input may take: a hundred times what the slowest honest one of its size takes. */
const slowMs = 4000;
/** Past this it hangs, and its thread is killed. Wall clock: the machine may be busy. */
const hangMs = 60_000;
/** Of one thread. */
const mostMiB = 1024;
/** Findings of one kind that are written down. */
const mostAlike = 3;

const out = resolve(import.meta.dirname, '../build/fuzz');
mkdirSync(out, { recursive: true });

const wanted = values.target.length === 0 ? targets : values.target.map(targetNamed);
if (values.run !== undefined) {
  const input = readFileSync(values.run);
  for (const target of wanted) {
    const { outcome, error } = verdictOf(target, input);
    console.log(`${target.id}: ${error ?? outcome}`);
  }
} else {
  const lines: string[] = [];
  let findings = 0;
  // Several targets at once are several workers; one target alone is never split, so that its inputs stay the same.
  const queue = [...wanted];
  const lane = async (): Promise<void> => {
    for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
      const result = await hunt(target);
      findings += result.findings.size;
      lines.push(row(target, result));
      console.log(lines.at(-1));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Number(values.workers)) }, lane));
  console.log(`\n${header()}\n${lines.join('\n')}`);
  console.log(`\nseed ${values.seed}; peak of the process ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
  process.exitCode = findings === 0 ? 0 : 1;
}

function targetNamed(id: string): Target {
  const found = targets.find((target) => target.id === id);
  if (found === undefined) throw new Error(`no target ${id}; there are ${targets.map((t) => t.id).join(', ')}`);
  return found;
}

interface Result {
  readonly tally: Tally;
  /** Where each kind first showed, and how often. */
  readonly findings: Map<string, number>;
  crashes: number;
  hangs: number;
  bombs: number;
  seconds: number;
}

/** One target from its first input to its last; a thread that hangs or bursts is replaced, and its input set apart. */
async function hunt(target: Target): Promise<Result> {
  const seeds = target.seeds(values.folder);
  const corpus = [...seeds];
  const result: Result = { tally: startTally(), findings: new Map(), crashes: 0, hangs: 0, bombs: 0, seconds: 0 };
  const started = performance.now();
  const deadline = values.seconds === '' ? Number.POSITIVE_INFINITY : started + Number(values.seconds) * 1000;
  const to = values.seconds === '' ? Number(values.inputs) : Number.MAX_SAFE_INTEGER;
  for (let from = 0; from < to && performance.now() < deadline; ) {
    const ended = await oneThread(target, { from, to, corpus, deadline }, result);
    from = ended.next;
    if (ended.finding === undefined) break;
    if (ended.finding.kind === 'hang') result.hangs++;
    else result.bombs++;
    note(target, result, ended.finding.kind, ended.finding.input, ended.finding.why);
    // It may have been kept before it burst, and would burst again.
    const at = corpus.findIndex((one) => Buffer.compare(one, ended.finding?.input ?? one) === 0);
    if (at >= seeds.length) corpus.splice(at, 1);
  }
  result.seconds = (performance.now() - started) / 1000;
  if (result.tally.worst !== undefined) writeFileSync(join(out, `slowest-${target.id}.bin`), result.tally.worst);
  return result;
}

interface Ended {
  readonly next: number;
  readonly finding?: { readonly kind: 'hang' | 'bomb'; readonly input: Uint8Array; readonly why: string };
}

function oneThread(
  target: Target,
  { from, to, corpus, deadline }: { from: number; to: number; corpus: Uint8Array[]; deadline: number },
  result: Result,
): Promise<Ended> {
  const desk = new SharedArrayBuffer(deskBytes);
  const head = new Int32Array(desk, 0, 2);
  head[0] = -1;
  const { seed, unguided } = values;
  const order: Order = { target: target.id, seed, from, to, corpus, guided: !unguided, slowMs, desk };
  const before = { ...result.tally };
  const counted = new Map(before.outcomes);
  const worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: mostMiB },
  });
  const current = () => new Uint8Array(desk, 8, head[1] ?? 0).slice();
  return new Promise((done, failed) => {
    let [at, since] = [-2, performance.now()];
    const end = (ended: Ended): void => {
      clearInterval(watch);
      worker.terminate().then(() => done(ended), failed);
    };
    const watch = setInterval(() => {
      const index = Atomics.load(head, 0);
      const now = performance.now();
      if (now > deadline) return end({ next: Math.max(from, index + 1) });
      if (index !== at) [at, since] = [index, now];
      else if (now - since > hangMs)
        end({
          next: Math.max(from, index + 1),
          finding: { kind: 'hang', input: current(), why: `still running after ${hangMs} ms` },
        });
    }, 200);
    worker.on('message', (word: Word) => {
      if (word.kind === 'kept') corpus.push(word.input);
      else if (word.kind === 'tally') addTally(result.tally, before, counted, word.tally);
      else {
        const hang = word.error.startsWith('slow');
        if (hang) result.hangs++;
        else result.crashes++;
        note(target, result, hang ? 'slow' : 'crash', word.input, word.error);
      }
    });
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return failed(error);
      const why = `more than ${mostMiB} MiB`;
      end({ next: Math.max(from, Atomics.load(head, 0) + 1), finding: { kind: 'bomb', input: current(), why } });
    });
    worker.on('exit', (code) => {
      if (code === 0) end({ next: to });
    });
  });
}

function addTally(sum: Tally, before: Tally, counted: ReadonlyMap<string, number>, now: Tally): void {
  sum.inputs = before.inputs + now.inputs;
  sum.kept = before.kept + now.kept;
  sum.worstMiB = Math.max(before.worstMiB, now.worstMiB);
  if (now.worstMs > sum.worstMs) {
    sum.worstMs = now.worstMs;
    if (now.worst !== undefined) sum.worst = now.worst;
  }
  for (const [outcome, n] of now.outcomes) sum.outcomes.set(outcome, (counted.get(outcome) ?? 0) + n);
}

/** Where it happened: the first line of the message and the innermost lines of our own code. */
function kindOf(error: string): string {
  const [message = ''] = error.split('\n');
  const frames = error.split('\n').filter((line) => /\/(src|scripts)\//.test(line) && !/campaign|worker/.test(line));
  const places = frames.slice(0, 2).map((line) => /\/((?:src|scripts)\/[^)]*)/.exec(line)?.[1] ?? '');
  // An oracle's complaint is told by its words, an exception of the code by where it was thrown.
  const said = message.startsWith('AssertionError')
    ? message.replace(/\d+|"(?:[^"\\]|\\.)*"|`[^`]*`/g, '…').slice(0, 160)
    : '';
  return `${said} ${places.join(' ')}`;
}

function note(target: Target, result: Result, what: string, input: Uint8Array, error: string): void {
  const kind = what === 'crash' ? kindOf(error) : what;
  const times = (result.findings.get(kind) ?? 0) + 1;
  result.findings.set(kind, times);
  if (times > mostAlike) return;
  const name = `${target.id}-${hash32(input).toString(16).padStart(8, '0')}`;
  const small = what === 'crash' && times === 1 ? smallest(target, input, kind) : input;
  const path = join(out, `${name}.bin`);
  writeFileSync(path, small);
  const again = `npm run fuzz -- --target ${target.id} --run ${path}`;
  const text = `${target.id}: ${what}: ${error.split('\n').slice(0, 12).join('\n')}\n  ${input.length} bytes, ${small.length} as kept; seed ${values.seed}\n  ${again}\n`;
  writeFileSync(join(out, `${name}.txt`), text);
  console.log(text);
}

function smallest(target: Target, input: Uint8Array, kind: string): Uint8Array {
  const message = { read: 'Model', profile: 'Model', alike: 'Model', diff: 'Pair' } as const;
  const of = Object.entries(message).find(([id]) => id === target.id)?.[1];
  return minimise(input, of, (candidate) => {
    const { error } = verdictOf(target, candidate);
    return error !== undefined && kindOf(error) === kind;
  });
}

function header(): string {
  return 'target          inputs     understood  crashes  hangs  bombs  kept  worst ms  worst MiB  seconds';
}

function row(target: Target, { tally, crashes, hangs, bombs, seconds }: Result): string {
  const understood = [...tally.outcomes]
    .filter(([o]) => !/^(refused|finding|none)/.test(o))
    .reduce((n, [, k]) => n + k, 0);
  const cells: readonly (readonly [string | number, number])[] = [
    [tally.inputs, 12],
    [understood, 13],
    [crashes, 9],
    [hangs, 7],
    [bombs, 7],
    [tally.kept, 6],
    [tally.worstMs.toFixed(0), 10],
    [tally.worstMiB.toFixed(0), 11],
    [seconds.toFixed(0), 9],
  ];
  return target.id.padEnd(14) + cells.map(([text, width]) => String(text).padStart(width)).join('');
}
