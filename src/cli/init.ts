/** `flopgate init`: a configuration with an entry for every model found, and a workflow. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../analysis/profile.ts';
import { count } from '../count.ts';
import { fileSource } from '../host/files.ts';
import { isKnown, isUnknown, symbolsOf } from '../model/dim.ts';
import { FlopgateError, fail } from '../problem.ts';
import { version } from '../version.ts';
import type { Arguments } from './arguments.ts';
import { makeFolderOf, writeText } from './files.ts';
import type { ExitStatus } from './main.ts';
import type { World } from './world.ts';

const configPath = '.github/flopgate.yml';
const workflowPath = '.github/workflows/flopgate.yml';

/** More entries than a person would edit; beyond it one pattern stands for all. */
const maxEntries = 20;
/** Bounds the walk through a big working tree. */
const maxFolders = 20_000;
const skipped = new Set(['node_modules', 'build', 'dist', 'venv', '__pycache__']);

export async function runInit(world: World, args: Arguments): Promise<ExitStatus> {
  const root = args.repo ?? world.cwd;
  const there = [configPath, workflowPath].filter((path) => existsSync(join(root, path)));
  if (there.length > 0 && !args.force) fail('usage/exists', { files: there.join(' and ') });
  const models = findModels(root);
  for (const [path, text] of [
    [configPath, configText(root, models)],
    [workflowPath, workflowText()],
  ] as const) {
    makeFolderOf(join(root, path));
    writeText(join(root, path), text);
    world.stdout.write(`wrote ${path}\n`);
  }
  const found = models.length === 0 ? 'no .onnx file was found here' : `${models.length} .onnx found`;
  world.stdout.write(`\n${found}. Edit the budgets, commit both files; \`flopgate check\` judges a branch by them.\n`);
  return 0;
}

/** Paths of `.onnx` files from `root`, with `/`, sorted; hidden and installed folders apart. Links are not followed. */
export function findModels(root: string): readonly string[] {
  const found: string[] = [];
  const folders = [''];
  for (let i = 0; i < folders.length && i < maxFolders; i++) {
    const folder = folders[i] ?? '';
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name)) folders.push(path);
      if (entry.isFile() && entry.name.endsWith('.onnx')) found.push(path);
    }
  }
  return found.sort();
}

function configText(root: string, models: readonly string[]): string {
  const listed = models.length > 0 && models.length <= maxEntries;
  const entries = listed
    ? models.map((path) => entry(escapeGlob(path), measure(root, path)))
    : [entry('**/*.onnx', null)];
  return `# Budgets for the cost of models. Every key and unit: docs/budgets.md of Flopgate.
# On a pull request the copy at the base commit counts.
version: 1
models:
${entries.join('')}`;
}

/** One model with growth budgets; a symbolic dimension gets a number, so that budgets can be decided. */
function entry(pattern: string, profile: Profile | null): string {
  const symbols = profile === null ? [] : [...new Set(profile.inputs.flatMap(({ shape }) => shapeSymbols(shape)))];
  const bind =
    symbols.length === 0 ? '' : `    bind: { ${symbols.map((s) => `${JSON.stringify(s)}: 1`).join(', ')} }\n`;
  return `  - path: ${JSON.stringify(pattern)}
${bind}    budgets:
      macs: { growth: 2 % }${comment(profile, 'macs')}
      parameters: { growth: 2 % }${comment(profile, 'parameters')}
      peakBytes: { growth: 5 %, level: warn }${comment(profile, 'peakBytes')}
`;
}

function comment(profile: Profile | null, metric: 'macs' | 'parameters' | 'peakBytes'): string {
  const now = profile?.totals[metric];
  return now === undefined || !isKnown(now) ? '' : ` # now ${now}; an absolute limit is { max: ${now} }`;
}

function shapeSymbols(shape: Profile['inputs'][number]['shape']): readonly string[] {
  return isUnknown(shape) ? [] : shape.flatMap((extent) => symbolsOf(extent));
}

/** `null` for a file that cannot be read: its entry is proposed all the same, and `check` will say what is wrong. */
function measure(root: string, path: string): Profile | null {
  const source = fileSource(join(root, path));
  try {
    return count(source, path, { inputs: new Map(), bind: new Map() }).profile;
  } catch (error) {
    if (error instanceof FlopgateError) return null;
    throw error;
  } finally {
    source.close();
  }
}

function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@]/g, '\\$&');
}

function workflowText(): string {
  return `name: flopgate
on: pull_request
permissions:
  contents: read
  pull-requests: write # for the comment; without it the report is in the job summary
concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  flopgate:
    runs-on: ubuntu-latest
    steps:
      - uses: flopgate/flopgate@v${version} # or a commit id
`;
}
