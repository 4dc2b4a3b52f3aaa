/**
 * How time and memory grow with the number of nodes: whole processes, on networks of four kinds with 1,000 to 100,000
 * nodes, and the comparison of two with 50,000. Processor time counts the threads that collect garbage and compile; on a
 * busy machine it says more than the clock. Medians of three runs.
 *
 *   npm run bench:scale
 *   CLI=build/mine/cli.js BENCH_NODE=/usr/bin/node npm run bench:scale
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeChain, writeMixed, writeStored, writeTransformer } from './make-models.ts';

const cli = resolve(process.env.CLI ?? join(import.meta.dirname, '..', 'dist', 'cli.js'));
const node = process.env.BENCH_NODE ?? process.execPath;
const runs = 3;
const sizes = [1_000, 10_000, 100_000];

const kinds: Readonly<Record<string, (path: string, length: number) => void>> = {
  'a chain': writeChain,
  'mixed, open batch': writeMixed,
  'a transformer, open batch and length': writeTransformer,
  'two stored tensors a node': writeStored,
};

interface Used {
  readonly cpu: number;
  readonly wall: number;
  readonly mib: number;
}

const folder = mkdtempSync(join(tmpdir(), 'flopgate-scale-'));
const note = join(folder, 'note.json');
const hook = join(folder, 'hook.cjs');

try {
  const used = `const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const used = { cpu: (userCPUTime + systemCPUTime) / 1000, wall: process.uptime() * 1000, mib: maxRSS / 1024 };`;
  const write = `require('node:fs').writeFileSync(${JSON.stringify(note)}, JSON.stringify(used));`;
  writeFileSync(hook, `process.on('exit', () => { ${used} ${write} });`);
  row('', 'processor', 'clock', 'peak');
  for (const [kind, make] of Object.entries(kinds))
    for (const format of ['json', 'table'])
      for (const size of sizes) {
        const path = model(make, size);
        report(`count --format ${format}, ${size} nodes, ${kind}`, ['count', path, '--format', format]);
      }
  for (const [kind, make] of Object.entries(kinds))
    report(`diff, 50000 and 51000 nodes, ${kind}`, ['diff', model(make, 50_000), model(make, 51_000)]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function model(make: (path: string, length: number) => void, size: number): string {
  const path = join(folder, `${size}.onnx`);
  make(path, size);
  return path;
}

function report(title: string, args: readonly string[]): void {
  const all = Array.from({ length: runs }, () => run(args));
  const cell = (key: keyof Used): string => median(all.map((used) => used[key])).toFixed(0);
  row(title, `${cell('cpu')} ms`, `${cell('wall')} ms`, `${cell('mib')} MiB`);
}

function run(args: readonly string[]): Used {
  const whole = ['--require', hook, cli, ...args, '--output', join(folder, 'out')];
  const { status, stderr } = spawnSync(node, whole, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(readFileSync(note, 'utf8')) as Used;
}

function row(title: string, ...cells: readonly string[]): void {
  console.log(title.padEnd(76) + cells.map((cell) => cell.padStart(11)).join(''));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
