/** argv → exit status. The whole command line is this function of a World, so tests run it without a process. */
import { FlopgateError } from '../problem.ts';
import { version } from '../version.ts';
import { type Arguments, parseArguments } from './arguments.ts';
import type { CommandName } from './commands.ts';
import { describe } from './describe.ts';
import type { World } from './world.ts';

/** The gate is open, a budget is exceeded, it could not judge, a bug of ours. */
export type ExitStatus = 0 | 1 | 2 | 3;

export type Run = (world: World, args: Arguments) => Promise<ExitStatus>;

/** Loaded on demand: counting one small model must not pay for git, YAML and a schema. */
const runs: Readonly<Record<CommandName, () => Promise<Run>>> = {
  count: async () => (await import('./count.ts')).runCount,
  diff: async () => (await import('./diff.ts')).runDiff,
  check: async () => (await import('./check.ts')).runCheck,
  plan: async () => (await import('./parts.ts')).runPlan,
  report: async () => (await import('./parts.ts')).runReport,
  init: async () => (await import('./init.ts')).runInit,
  render: async () => (await import('./render.ts')).runRender,
  textconv: async () => (await import('./textconv.ts')).runTextconv,
};

export async function run(world: World): Promise<ExitStatus> {
  try {
    const asked = parseArguments(world.args);
    if ('help' in asked) {
      const { commandHelp, generalHelp } = await import('./help.ts');
      world.stdout.write(asked.help === 'general' ? generalHelp() : commandHelp(asked.help));
      return 0;
    }
    if ('version' in asked) {
      world.stdout.write(`${version}\n`);
      return 0;
    }
    const command = await runs[asked.command]();
    return await command(world, asked);
  } catch (error) {
    if (error instanceof FlopgateError) {
      world.stderr.write(describe(error.problem));
      return 2;
    }
    world.stderr.write(bug(error));
    return 3;
  }
}

function bug(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `flopgate: this is a bug in Flopgate, not in your model.
Please report it with what you ran and, if you may share it, the model: https://github.com/flopgate/flopgate/issues

${stack}
`;
}
