/** `flopgate plan` and `flopgate report`: before and after the jobs of a matrix. */
import { decide } from '../gate.ts';
import { measureCases } from '../host/measure.ts';
import { readParts } from '../host/results.ts';
import { matrixOf, noShare } from '../host/share.ts';
import type { Arguments } from './arguments.ts';
import { planFor } from './check.ts';
import { conventionOf } from './conventions.ts';
import { emit } from './files.ts';
import type { ExitStatus } from './main.ts';
import { publish } from './publish.ts';
import type { World } from './world.ts';

export async function runPlan(world: World, args: Arguments): Promise<ExitStatus> {
  const plan = await planFor(world, args, { share: noShare });
  try {
    emit(world, args, matrixOf([plan.cases.filter(({ elsewhere }) => elsewhere).length], args.parts));
    return 0;
  } finally {
    plan.close();
  }
}

export async function runReport(world: World, args: Arguments): Promise<ExitStatus> {
  const plan = await planFor(world, args, { results: readParts(args.operands), share: noShare });
  try {
    const models = await measureCases(plan.cases, { repository: plan.repository });
    return await publish(world, args, decide({ ...plan.question, ...(await conventionOf(args)) }, models));
  } finally {
    plan.close();
  }
}
