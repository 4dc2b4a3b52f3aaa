/** `flopgate diff BASE HEAD --format model-explorer-map`: the pairs, for seeing both graphs side by side. */
import { pairUp } from '../gate.ts';
import { fileSource } from '../host/files.ts';
import { fail } from '../problem.ts';
import { modelExplorerMap } from '../report/model-explorer.ts';
import type { Arguments } from './arguments.ts';
import { conventionOf } from './conventions.ts';
import { emit } from './files.ts';
import type { ExitStatus } from './main.ts';
import type { World } from './world.ts';

export async function runMap(world: World, args: Arguments): Promise<ExitStatus> {
  // A status of 0 would say that budgets were met.
  if (args.config !== undefined)
    fail('usage/bad-option', { command: 'diff', option: '--config', reason: 'a map of pairs judges no budgets' });
  const [basePath = '', headPath = ''] = args.operands;
  const { convention } = await conventionOf(args);
  const base = fileSource(basePath);
  try {
    const head = fileSource(headPath);
    try {
      const found = pairUp(base, head, { base: basePath, head: headPath }, args, convention);
      emit(world, args, modelExplorerMap(found.base, found.head, found.diff));
      return 0;
    } finally {
      head.close();
    }
  } finally {
    base.close();
  }
}
