/**
 * Speed and memory as ratios, whole process against whole process, medians of five runs that take turns. Makes its
 * models itself, in a temporary folder (2 GB for a while). With `PYTHON` naming a python that has onnx, the loader
 * everybody uses is measured beside ours.
 *
 *   npm run bench
 *   PYTHON=venv/bin/python BENCH_NODE=/usr/bin/node npm run bench
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeChain, writeLinearStack, writeResNet50 } from './make-models.ts';

const root = resolve(import.meta.dirname, '..');
const cli = join(root, 'dist', 'cli.js');
const python = process.env.PYTHON;
/** `npm run` brings node 24 along; `BENCH_NODE` measures under another. */
const node = process.env.BENCH_NODE ?? process.execPath;
const runs = 5;

const folder = mkdtempSync(join(tmpdir(), 'flopgate-bench-'));
const noteFile = join(folder, 'note');
const peakHook = join(folder, 'peak.cjs');

interface Command {
  readonly title: string;
  readonly run: readonly [string, ...string[]];
  /** The same with its peak memory written to `noteFile`, in KiB. */
  readonly noting: readonly [string, ...string[]];
}

interface Measured {
  readonly title: string;
  readonly ms: number;
  readonly mib: number;
}

try {
  const hook = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(noteFile)}, String(process.resourceUsage().maxRSS)));`;
  writeFileSync(peakHook, hook);
  ratios(nodeCommand('node -e 0', '-e', '0'), nodeCommand('flopgate --version', cli, '--version'));
  files('ResNet-50 with its weights inside', 'resnet50.onnx', writeResNet50);
  const stack = { layers: 19, width: 5000 };
  files('1.9 GB of weights inside', 'inline.onnx', (path) => writeLinearStack(path, { ...stack, inline: true }));
  const [inline, stripped] = [join(folder, 'inline.onnx'), join(folder, 'stripped.onnx')];
  writeLinearStack(stripped, { ...stack, inline: false });
  ratios(nodeCommand('count, stripped', cli, 'count', stripped), nodeCommand('count, 1.9 GB', cli, 'count', inline));
  rmSync(inline);
  for (const nodes of [1_000, 10_000, 100_000]) {
    const path = join(folder, `chain-${nodes}.onnx`);
    writeChain(path, nodes);
    const arguments_ = ['count', path, '--format', 'json', '--output', join(folder, 'out.json')];
    ratios(nodeCommand(`count, ${nodes} nodes`, cli, ...arguments_));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One file counted by us and, where python is there, loaded and inferred by onnx. */
function files(title: string, name: string, make: (path: string) => void): void {
  const path = join(folder, name);
  make(path);
  const ours = nodeCommand(`count, ${title}`, cli, 'count', path);
  if (python !== undefined) ratios(pythonCommand(`onnx, ${title}`, path), ours);
  else {
    console.log('(PYTHON is not set: no comparison with onnx.load + infer_shapes)');
    ratios(ours);
  }
}

function nodeCommand(title: string, ...args: readonly string[]): Command {
  return { title, run: [node, ...args], noting: [node, '--require', peakHook, ...args] };
}

function pythonCommand(title: string, path: string): Command {
  const load = 'import onnx, sys; onnx.shape_inference.infer_shapes(onnx.load(sys.argv[1]))';
  const note = `${load}; import resource; open(sys.argv[2], "w").write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))`;
  const interpreter = python ?? 'python3';
  return { title, run: [interpreter, '-c', load, path], noting: [interpreter, '-c', note, path, noteFile] };
}

/** Prints each command's medians, and its ratio to the first one's. */
function ratios(...commands: readonly Command[]): void {
  const times = commands.map((): number[] => []);
  const peaks = commands.map((): number[] => []);
  for (let i = 0; i < runs; i++)
    for (const [at, { run, noting }] of commands.entries()) {
      times[at]?.push(timed(run));
      timed(noting);
      peaks[at]?.push(Number(readFileSync(noteFile, 'utf8')) / 1024);
    }
  const measured = commands.map(({ title }, at): Measured => {
    return { title, ms: median(times[at] ?? []), mib: median(peaks[at] ?? []) };
  });
  const [first] = measured;
  for (const { title, ms, mib } of measured) {
    const line = `${title.padEnd(44)}${ms.toFixed(0).padStart(8)} ms ${mib.toFixed(0).padStart(7)} MiB`;
    const compared = first === undefined || title === first.title ? '' : `   ${comparison(first, { title, ms, mib })}`;
    console.log(line + compared);
  }
}

function comparison(first: Measured, { ms, mib }: Measured): string {
  const time = ms > first.ms ? `${(ms / first.ms).toFixed(2)}× the time` : `${(first.ms / ms).toFixed(1)}× faster`;
  return `${time}, ${(mib / first.mib).toFixed(2)}× the memory of ${first.title}`;
}

function timed([command, ...args]: readonly [string, ...string[]]): number {
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
