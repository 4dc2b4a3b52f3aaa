/** `flopgate check`: the gate over a repository, on a laptop as in the action. */
import { decide } from '../gate.ts';
import { planCheckout } from '../host/checkout.ts';
import { measureCases } from '../host/measure.ts';
import type { Arguments } from './arguments.ts';
import { conventionOf } from './conventions.ts';
import { progressOn, readText } from './files.ts';
import type { ExitStatus } from './main.ts';
import { publish } from './publish.ts';
import type { World } from './world.ts';

export async function runCheck(world: World, args: Arguments): Promise<ExitStatus> {
  const { base, head, config, pairs, inputs, bind } = args;
  const plan = await planCheckout({
    repo: args.repo ?? world.cwd,
    ...(base !== undefined && { base }),
    ...(head !== undefined && { head }),
    ...(config !== undefined && { config: { file: config, text: readText(config) } }),
    pairs,
    given: { inputs, bind },
  });
  const progress = progressOn(world);
  try {
    const models = await measureCases(plan.cases, {
      repository: plan.repository,
      convention: args.convention,
      progress: (path, i, n) => progress.show(`measuring ${path} (${i + 1} of ${n})`),
    });
    progress.done();
    const report = decide({ ...plan.question, ...(await conventionOf(args)) }, models);
    return await publish(world, args, report);
  } finally {
    progress.done();
    plan.close();
  }
}
