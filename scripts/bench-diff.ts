/**
 * Time and memory of the layer comparison alone, in this process: building both networks, matching them, and the whole
 * of `compare` (which builds and matches again and writes the records). Networks of 1,000 to 100,000 nodes without names
 * or weights: a varied graph with eight edits spread over it, the same over an open batch, and a chain of equal blocks of
 * which a tenth is gone.
 *
 * Warm is the median of seven runs. Cold is the first run of a process of its own, which is what a command line sees;
 * its memory is the most the process grew by while it compared. Times are of the processor: on a busy machine they say
 * more than the clock does, and they count the threads that collect garbage and compile, too.
 *
 *   npm run bench:diff
 */
import { spawnSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { profileModel } from '../src/analysis/measure.ts';
import { memorySource } from '../src/bytes/source.ts';
import { compare } from '../src/diff/compare.ts';
import type { Side } from '../src/diff/diff.ts';
import { match } from '../src/diff/match.ts';
import { netOf } from '../src/diff/net.ts';
import { alignSymbols } from '../src/diff/normalise.ts';
import { readModel } from '../src/formats/index.ts';
import { onnx } from '../test/build.ts';

type Spec = Parameters<typeof onnx>[0];
type NodeSpec = Spec['nodes'][number];

const runs = 7;
const edits = 8;

/** A graph under construction: 16 channels throughout, 8 × 8 throughout, so that any result fits any operator. */
interface Builder {
  readonly nodes: NodeSpec[];
  readonly initializers: Record<string, { shape: number[]; external: { location: string } }>;
}

function add(b: Builder, op: string, inputs: readonly string[], kernel = 0): string {
  const output = `t${b.nodes.length}`;
  const all = [...inputs];
  if (kernel > 0) {
    all.push(`w${b.nodes.length}`);
    b.initializers[`w${b.nodes.length}`] = { shape: [16, 16, kernel, kernel], external: { location: 'weights.bin' } };
  }
  const pads = Array<number>(4).fill((kernel - 1) / 2);
  b.nodes.push({ op, inputs: all, outputs: [output], ...(kernel > 0 && { attributes: { pads } }) });
  return output;
}

function sideOf(b: Builder, output: string, batch: number | string): Side {
  const bytes = onnx({ inputs: { x: [batch, 16, 8, 8] }, outputs: [output], ...b });
  const model = readModel(memorySource('bench.onnx', bytes));
  return { model, profile: profileModel(model, 'bench.onnx', { inputs: new Map(), bind: new Map() }) };
}

/** Convolutions, activations and shortcuts in an order that never repeats; `isEdited` puts activations between. */
function varied(size: number, isEdited: boolean, batch: number | string): Side {
  const b: Builder = { nodes: [], initializers: {} };
  let [last, shortcut, state] = ['x', 'x', 1];
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
  const step = Math.floor(size / edits);
  for (let i = 0; i < size; i++) {
    const kind = next(8);
    if (kind < 3) last = add(b, 'Conv', [last], [1, 3, 5][next(3)] ?? 1);
    else if (kind < 6) last = add(b, ['Relu', 'Tanh', 'Sigmoid', 'Elu', 'Softplus'][next(5)] ?? 'Relu', [last]);
    else if (kind < 7) last = add(b, next(2) === 0 ? 'Add' : 'Mul', [last, shortcut]);
    else shortcut = last;
    if (isEdited && i % step === step >> 1) last = add(b, 'HardSwish', [last]);
  }
  return sideOf(b, last, batch);
}

/** Ten-layer residual blocks, all equal. */
function repeated(copies: number): Side {
  const b: Builder = { nodes: [], initializers: {} };
  let last = 'x';
  for (let i = 0; i < copies; i++) {
    const shortcut = last;
    for (const kernel of [1, 3, 1]) last = add(b, 'Relu', [add(b, 'Conv', [last], kernel)]);
    last = add(b, 'Add', [last, shortcut]);
    last = add(b, 'Softplus', [add(b, 'Tanh', [add(b, 'Sigmoid', [last])])]);
  }
  return sideOf(b, last, 1);
}

type Pair = readonly [base: Side, head: Side];

const cases: Readonly<Record<string, (size: number) => Pair>> = {
  [`${edits} edits`]: (size) => [varied(size, false, 1), varied(size, true, 1)],
  [`${edits} edits, open batch`]: (size) => [varied(size, false, 'batch'), varied(size, true, 'batch')],
  'a tenth removed': (size) => [repeated(size / 10), repeated((size * 9) / 100)],
};

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed<T>(times: number[], work: () => T): T {
  const start = processorTime();
  const result = work();
  times.push(processorTime() - start);
  return result;
}

interface Warm {
  readonly build: number;
  readonly match: number;
  readonly compare: number;
  readonly records: number;
}

function warm([base, head]: Pair): Warm {
  const [build, pair, whole]: [number[], number[], number[]] = [[], [], []];
  let records = 0;
  for (let run = 0; run < runs; run++) {
    const [left, right] = timed(build, () => [netOf(base.profile), netOf(head.profile)] as const);
    timed(pair, () => match(left, right, alignSymbols(base.profile, head.profile), undefined));
    records = timed(whole, () => compare(base, head)).records.length;
  }
  return { build: median(build), match: median(pair), compare: median(whole), records };
}

/** Processor time in ms, and memory in MiB. */
interface Cold {
  readonly ms: number;
  readonly mib: number;
}

/** In the process that `cold` starts. The peak is read by a thread of its own, every 2 ms. */
async function compareOnce([base, head]: Pair): Promise<Cold> {
  const peak = new BigInt64Array(new SharedArrayBuffer(8));
  const watch = `const { workerData } = require('node:worker_threads');
    const pause = new Int32Array(new SharedArrayBuffer(4));
    for (;;) {
      const rss = BigInt(process.memoryUsage.rss());
      if (rss > workerData[0]) workerData[0] = rss;
      Atomics.wait(pause, 0, 0, 2);
    }`;
  const watcher = new Worker(watch, { eval: true, workerData: peak });
  await new Promise((started) => watcher.once('online', started));
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  peak[0] = BigInt(before);
  const times: number[] = [];
  timed(times, () => compare(base, head));
  await watcher.terminate();
  return { ms: times[0] ?? Number.NaN, mib: (Number(peak[0]) - before) / 2 ** 20 };
}

function cold(title: string, size: number): Cold {
  const args = ['--expose-gc', import.meta.filename, title, String(size)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Cold;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const [asked, size] = process.argv.slice(2);
if (asked !== undefined) {
  const make = cases[asked];
  if (make === undefined) throw new Error(`no such case: ${asked}`);
  process.stdout.write(JSON.stringify(await compareOnce(make(Number(size)))));
} else {
  const row = (title: string, cells: readonly string[]): void => {
    console.log(title.padEnd(38) + cells.map((cell) => cell.padStart(12)).join(''));
  };
  row('processor time', ['build', 'match', 'compare', 'cold', 'memory', 'records']);
  for (const [title, make] of Object.entries(cases))
    for (const nodes of [1_000, 5_000, 10_000, 50_000, 100_000]) {
      const { build, match: pair, compare: whole, records } = warm(make(nodes));
      const { ms, mib } = cold(title, nodes);
      const times = [build, pair, whole, ms].map((n) => `${n.toFixed(0)} ms`);
      row(`${nodes} nodes, ${title}`, [...times, `${mib.toFixed(0)} MiB`, String(records)]);
    }
}
