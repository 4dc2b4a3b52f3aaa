/** Text files that come from a person: a configuration, a report, a result. */
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from '../budget/budget.ts';
import { fail } from '../problem.ts';
import type { Arguments } from './arguments.ts';
import type { World } from './world.ts';

/** No report and no configuration is longer; keeps a model given by mistake from being read whole. */
const maxBytes = 512 * 1024 * 1024;

/** Throws `read/missing` and `read/failed`. */
export function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > maxBytes) fail('read/failed', { path, reason: `it has ${size} bytes, more than any text of ours` });
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return fail('read/missing', { what: path });
    if (codeOf(error) !== undefined) return fail('read/failed', { path, reason: reasonOf(error) });
    throw error;
  }
}

/** Throws `write/failed`. Without `replace` an existing file is an `EEXIST`. */
export function writeText(path: string, text: string, replace = true): void {
  try {
    writeFileSync(path, text, { flag: replace ? 'w' : 'wx' });
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    fail('write/failed', { path, reason: reasonOf(error) });
  }
}

/** Replaces what is there by the whole file, or leaves it. Throws `write/failed`. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    fail('write/failed', { path, reason: reasonOf(error) });
  }
}

export function makeFolderOf(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    fail('write/failed', { path: dirname(path), reason: reasonOf(error) });
  }
}

/** To the file of `--output`, or to stdout. */
export function emit(world: World, { output }: Pick<Arguments, 'output'>, text: string): void {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (output === undefined || output === '-') world.stdout.write(whole);
  else writeText(output, whole);
}

/** As `emit`, for a text that is better never whole in memory. */
export function emitPieces(world: World, { output }: Pick<Arguments, 'output'>, pieces: Iterable<string>): void {
  if (output === undefined || output === '-') {
    for (const piece of terminated(pieces)) world.stdout.write(piece);
    return;
  }
  try {
    const file = openSync(output, 'w');
    try {
      for (const piece of terminated(pieces)) writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    fail('write/failed', { path: output, reason: reasonOf(error) });
  }
}

/** With a line break at the end. */
function* terminated(pieces: Iterable<string>): Generator<string> {
  let last = '';
  for (const piece of pieces) {
    yield piece;
    if (piece !== '') last = piece;
  }
  if (!last.endsWith('\n')) yield '\n';
}

/** Colour only where a person looks at it and has not declined (no-color.org). */
export function wantsColor({ env, stdout }: World, args: Pick<Arguments, 'output' | 'noColor' | 'format'>): boolean {
  const declined = args.noColor || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return !declined && stdout.isTTY === true && args.format === 'table' && args.output === undefined;
}

/** The configuration of `--config`; YAML and its schema are loaded only then. */
export async function readConfig(path: string | undefined): Promise<Config | null> {
  if (path === undefined) return null;
  const { parseConfig } = await import('../budget/config.ts');
  return parseConfig(readText(path), path);
}

/** A line of progress on stderr, for a person only; `done` takes it away. */
export function progressOn({ stderr }: World): { show(text: string): void; done(): void } {
  if (stderr.isTTY !== true) return { show: () => {}, done: () => {} };
  return {
    show: (text) => stderr.write(`\r\u001b[K${text.replace(/[^\x20-\x7e]/g, '?').slice(0, 78)}`),
    done: () => stderr.write('\r\u001b[K'),
  };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ENOENT: 'its folder does not exist',
  EEXIST: 'it exists already',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

function reasonOf(error: unknown): string {
  const code = codeOf(error) ?? '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
