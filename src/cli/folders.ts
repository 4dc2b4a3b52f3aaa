/** `flopgate diff BASE/ HEAD/`: the models of two folders, paired by their paths below them. */
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { decide } from '../gate.ts';
import { planFolders } from '../host/folders.ts';
import { measureCases } from '../host/measure.ts';
import { fail } from '../problem.ts';
import type { Arguments } from './arguments.ts';
import { conventionOf } from './conventions.ts';
import { progressOn, readConfig } from './files.ts';
import type { ExitStatus } from './main.ts';
import { publish } from './publish.ts';
import type { World } from './world.ts';

/** `folders` are those of the operands that are folders; throws `usage/folder-and-file` where one is not. */
export async function runFolders(world: World, args: Arguments, folders: readonly string[]): Promise<ExitStatus> {
  const [base = '', head = ''] = args.operands;
  const [folder = ''] = folders;
  if (folders.length === 1) return fail('usage/folder-and-file', { folder, other: folder === base ? head : base });
  const { inputs, bind, pairs, convention } = args;
  const repository = { scratch: tmpdir() };
  const plan = await planFolders({
    repository,
    base: { path: base, label: { label: basename(base) } },
    head: { path: head, label: { label: basename(head) } },
    config: await readConfig(args.config),
    problems: [],
    given: { inputs, bind },
    pairs,
  });
  const progress = progressOn(world);
  try {
    const models = await measureCases(plan.cases, {
      repository,
      convention,
      progress: (path, i, n) => progress.show(`measuring ${path} (${i + 1} of ${n})`),
    });
    progress.done();
    return await publish(world, args, decide({ ...plan.question, ...(await conventionOf(args)) }, models));
  } finally {
    progress.done();
  }
}
