/** A process made of values: what was written, and no effect but on files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { type ExitStatus, run } from '../../src/cli/main.ts';
import type { World } from '../../src/cli/world.ts';

export const examples = resolve(import.meta.dirname, '..', '..', 'examples');
export const baseModel = join(examples, 'base.onnx');
export const headModel = join(examples, 'head.onnx');

export interface Outcome {
  readonly status: ExitStatus;
  readonly out: string;
  readonly err: string;
}

interface Setting {
  readonly cwd?: string;
  readonly env?: World['env'];
  readonly outIsTerminal?: boolean;
  readonly errIsTerminal?: boolean;
}

export async function flopgate(args: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const written = { out: '', err: '' };
  const status = await run({
    args,
    cwd: setting.cwd ?? process.cwd(),
    env: setting.env ?? {},
    stdout: {
      write: (text) => {
        written.out += text;
      },
      isTTY: setting.outIsTerminal ?? false,
    },
    stderr: {
      write: (text) => {
        written.err += text;
      },
      isTTY: setting.errIsTerminal ?? false,
    },
  });
  return { status, ...written };
}

/** A folder that goes with the test. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'flopgate-cli-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
