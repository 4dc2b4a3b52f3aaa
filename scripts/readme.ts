/**
 * The parts of README.md that Flopgate itself says: the comment and the table, made from the two models in `examples/`
 * by the README's own configuration. `node scripts/readme.ts` writes them in; a test holds them against the program.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../src/cli/main.ts';

const root = resolve(import.meta.dirname, '..');
const readme = join(root, 'README.md');
const base = 'examples/base.onnx';
const head = 'examples/head.onnx';

/** Lines of the table a first screen has room for. */
const tableLines = 24;

/** README.md as it should be: each `<!-- begin:name -->` … `<!-- end:name -->` filled anew. */
export async function freshReadme(): Promise<string> {
  const text = readFileSync(readme, 'utf8');
  const [, config] = /```yaml\n(version: 1\n[\s\S]*?)```/.exec(text) ?? [];
  if (config === undefined) throw new Error('README.md shows no configuration');
  const comment = await commentOn(config);
  const table = await output(['diff', join(root, base), join(root, head)], root);
  return [
    ['comment', quoted(comment)],
    ['diff', consoleBlock(`node dist/cli.js diff ${base} ${head}`, table.replaceAll(`${root}/`, ''))],
  ].reduce((document, [name = '', content = '']) => replaceSection(document, name, content), text);
}

/** A repository with the base model and the configuration on `main`, the head model on a branch. */
async function commentOn(config: string): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'flopgate-readme-'));
  const model = join(cwd, 'models', 'resnet18.onnx');
  // Fixed people and dates, so that the commit ids in the comment stay what they are.
  const person = { NAME: 'Somebody', EMAIL: 'somebody@example.org', DATE: '2026-01-01T00:00:00Z' };
  const fields = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const settings = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const env = { ...settings, ...Object.fromEntries(fields) };
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    mkdirSync(join(cwd, '.github'));
    mkdirSync(join(cwd, 'models'));
    writeFileSync(join(cwd, '.github', 'flopgate.yml'), config);
    copyFileSync(join(root, base), model);
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message=A model and its budgets');
    git('checkout', '--quiet', '-b', 'wider-stage-3');
    copyFileSync(join(root, head), model);
    git('commit', '--quiet', '--all', '--message=Widen stage 3');
    return await output(['check', '--head', 'wider-stage-3', '--format', 'markdown'], cwd);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

async function output(args: readonly string[], cwd: string): Promise<string> {
  let out = '';
  let err = '';
  const status = await run({
    args,
    cwd,
    env: {},
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  if (status > 1) throw new Error(err);
  return out.trimEnd();
}

/** As a quotation, its hidden marker left out. */
function quoted(markdown: string): string {
  const shown = markdown.replace(/<!--[\s\S]*?-->/g, '').trimEnd();
  return shown.replace(/^.*$/gm, (line) => (line === '' ? '>' : `> ${line}`));
}

function consoleBlock(command: string, text: string): string {
  const lines = text.split('\n');
  const shown =
    lines.length > tableLines ? [...lines.slice(0, tableLines), `  … ${lines.length - tableLines} more lines`] : lines;
  return `\`\`\`console\n$ ${command}\n${shown.join('\n')}\n\`\`\``;
}

/** Fills what stands between the two comments that bear the name. */
export function replaceSection(document: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin:${name} -->`, `<!-- end:${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`there is no section ${name}`);
  return `${document.slice(0, from)}${begin}\n${content}\n${document.slice(to)}`;
}

if (import.meta.main) writeFileSync(readme, await freshReadme());
