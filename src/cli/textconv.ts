/** `flopgate textconv FILE`, as `git diff` runs it. */
import { createHash } from 'node:crypto';
import type { Source } from '../bytes/source.ts';
import { count } from '../count.ts';
import { fileSource } from '../host/files.ts';
import { FlopgateError } from '../problem.ts';
import { terminalText } from '../report/escape.ts';
import { modelText } from '../report/textconv.ts';
import type { Arguments } from './arguments.ts';
import type { ExitStatus } from './main.ts';
import type { World } from './world.ts';

/**
 * A file that is no model is told as text too: git gives up on the whole diff where a converter fails, and an LFS
 * pointer or a damaged model beside a good one is no reason to show neither.
 */
export async function runTextconv(world: World, args: Arguments): Promise<ExitStatus> {
  const [path = ''] = args.operands;
  const source = fileSource(path);
  try {
    world.stdout.write(textOf(source, args));
    return 0;
  } finally {
    source.close();
  }
}

function textOf(source: Source, args: Arguments): string {
  try {
    const { profile, model } = count(source, 'model', args);
    return modelText(profile, model);
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
    return `not read: ${terminalText(error.problem.message, 500)}\n${source.size} bytes, sha256 ${digest(source)}\n`;
  }
}

/** Two files that cannot be read are told apart by this. */
function digest(source: Source): string {
  const step = 1 << 20;
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += step) hash.update(source.slice(at, Math.min(at + step, source.size)));
  return hash.digest('hex');
}
