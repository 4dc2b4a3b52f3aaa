/** `flopgate diff BASE HEAD` */
import { basename } from 'node:path';
import type { Config, Scenario } from '../budget/budget.ts';
import { ruleFor } from '../budget/rules.ts';
import { measurementOf } from '../budget/scenarios.ts';
import { gate } from '../gate.ts';
import { fileSource } from '../host/files.ts';
import { fail, type Problem, problem } from '../problem.ts';
import type { Arguments } from './arguments.ts';
import { readConfig } from './files.ts';
import type { ExitStatus } from './main.ts';
import { repositoryPath } from './paths.ts';
import { publish } from './publish.ts';
import type { World } from './world.ts';

export async function runDiff(world: World, args: Arguments): Promise<ExitStatus> {
  const [basePath = '', headPath = ''] = args.operands;
  const whole = await readConfig(args.config);
  if (args.format === 'model-explorer-map') return (await import('./map.ts')).runMap(world, args);
  const path = whole === null ? headPath : repositoryPath(world, headPath);
  const { config, problems } = whole === null ? { config: null, problems: [] } : narrowed(whole, path, args.scenarios);
  const [rule] = config?.models ?? [];
  const measurement = measurementOf(rule, args, rule?.scenarios ?? args.scenarios);
  const base = fileSource(basePath);
  try {
    const head = fileSource(headPath);
    try {
      const report = gate({
        base: { label: basename(basePath) },
        head: { label: basename(headPath) },
        config,
        pairs: args.pairs,
        savedProfiles: true,
        cases: [{ path, basePath, status: 'changed', base, head, ...measurement }],
        problems,
      });
      return await publish(world, args, report);
    } finally {
      head.close();
    }
  } finally {
    base.close();
  }
}

/** What of a configuration concerns this one model. The repository's own budgets are about all models together. */
function narrowed(
  config: Config,
  path: string,
  scenarios: readonly Scenario[],
): { config: Config; problems: readonly Problem[] } {
  const rule = ruleFor(config, path);
  if (rule === undefined) return fail('usage/no-rule', { config: config.file, path });
  const count = config.budgets.length;
  const left = count === 0 ? [] : [problem('usage/repository-budgets', { config: config.file, count })];
  const here = scenarios.length === 0 ? rule : { ...rule, scenarios };
  return { config: { ...config, models: [here], budgets: [] }, problems: left };
}
