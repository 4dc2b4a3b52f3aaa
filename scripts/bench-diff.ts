/**
 * Time of the layer comparison alone, in this process: building both networks, matching them, and the whole of `compare`
 * (which builds and matches again and writes the records). Processor time, medians of seven runs, the first one apart
 * because that is what a command line sees. Networks of 1,000 to 100,000 nodes without names or weights: a varied graph
 * with eight edits spread over it, and a chain of equal blocks of which a tenth is gone.
 *
 *   npm run bench:diff
 */
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

function sideOf(b: Builder, output: string): Side {
  const bytes = onnx({ inputs: { x: [1, 16, 8, 8] }, outputs: [output], ...b });
  const model = readModel(memorySource('bench.onnx', bytes));
  return { model, profile: profileModel(model, 'bench.onnx', { inputs: new Map(), bind: new Map() }) };
}

/** Convolutions, activations and shortcuts in an order that never repeats; `isEdited` puts activations between. */
function varied(size: number, isEdited: boolean): Side {
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
  return sideOf(b, last);
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
  return sideOf(b, last);
}

/** Processor time of this process in ms: on a busy machine it says more than the clock does. */
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

function measure(title: string, base: Side, head: Side): void {
  const [build, pair, whole]: [number[], number[], number[]] = [[], [], []];
  let records = 0;
  for (let run = 0; run < runs; run++) {
    const [left, right] = timed(build, () => [netOf(base.profile), netOf(head.profile)] as const);
    timed(pair, () => match(left, right, alignSymbols(base.profile, head.profile), undefined));
    records = timed(whole, () => compare(base, head)).records.length;
  }
  const cells = [build, pair, whole].map((t) => `${median(t).toFixed(0).padStart(6)} (${(t[0] ?? 0).toFixed(0)})`);
  console.log(`${title.padEnd(34)}${cells.map((c) => c.padStart(16)).join('')}${String(records).padStart(9)}`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

console.log(`processor time in ms, median of ${runs} runs (first run)`);
console.log(`${''.padEnd(34)}${['build', 'match', 'compare'].map((c) => c.padStart(16)).join('')}  records`);
for (const size of [1_000, 5_000, 20_000, 50_000, 100_000])
  measure(`${size} nodes, ${edits} edits`, varied(size, false), varied(size, true));
for (const size of [1_000, 5_000, 20_000, 50_000, 100_000])
  measure(`${size} nodes, a tenth removed`, repeated(size / 10), repeated((size * 9) / 100));
