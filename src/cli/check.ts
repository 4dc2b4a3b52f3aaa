/** `flopgate check`: the gate over a repository, on a laptop as in the action. */
import { resolve } from 'node:path';
import { decide } from '../gate.ts';
import { type CheckoutPlan, planCheckout } from '../host/checkout.ts';
import { measureCases } from '../host/measure.ts';
import { folderResults, type Results, writePart } from '../host/results.ts';
import type { Share } from '../host/share.ts';
import type { Staged } from '../host/staged.ts';
import type { Arguments } from './arguments.ts';
import { conventionOf } from './conventions.ts';
import { progressOn, readText, writeWhole } from './files.ts';
import type { ExitStatus } from './main.ts';
import { publish } from './publish.ts';
import type { World } from './world.ts';

export async function runCheck(world: World, args: Arguments): Promise<ExitStatus> {
  const { cache, part, output } = args;
  const results = cache === undefined ? undefined : folderResults(cache);
  const plan = await planFor(world, args, { ...(results && { results }), ...(part && { share: part }) });
  const progress = progressOn(world);
  try {
    const models = await measureCases(plan.cases, {
      repository: plan.repository,
      convention: args.convention,
      ...(results && { results }),
      progress: (path, i, n) => progress.show(`measuring ${path} (${i + 1} of ${n})`),
    });
    progress.done();
    if (part !== undefined && output !== undefined) {
      writeWhole(output, writePart([{ cases: plan.cases, models }]));
      return 0;
    }
    return await publish(world, args, decide({ ...plan.question, ...(await conventionOf(args)) }, models));
  } finally {
    progress.done();
    plan.close();
  }
}

/** The plan all commands over a repository share, so that they speak of the same models under the same options. */
export async function planFor(
  world: World,
  args: Arguments,
  more: { readonly results?: Results; readonly share?: Share },
): Promise<CheckoutPlan> {
  const { base, head, staged, config, pairs, inputs, bind, convention } = args;
  return planCheckout({
    repo: args.repo ?? world.cwd,
    ...(base !== undefined && { base }),
    ...(head !== undefined && { head }),
    ...(staged && { staged: indexOf(world) }),
    ...(config !== undefined && { config: { file: config, text: readText(config) } }),
    pairs,
    given: { inputs, bind },
    convention,
    ...more,
  });
}

/** In a hook of `git commit -a` or `git commit PATH` the index is another file, which git names (githooks(5)). */
function indexOf({ cwd, env }: World): Staged {
  const { GIT_INDEX_FILE: index = '' } = env;
  return index === '' ? {} : { index: resolve(cwd, index) };
}
