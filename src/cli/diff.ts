/** `flopgate diff BASE HEAD` */
import { basename } from 'node:path';
import type { Config, Scenario } from '../budget/budget.ts';
import { ruleFor } from '../budget/rules.ts';
import { measurementOf } from '../budget/scenarios.ts';
import { sameBytes } from '../bytes/source.ts';
import { gate } from '../gate.ts';
import { fileSource, isFolder } from '../host/files.ts';
import { fail, type Problem, problem } from '../problem.ts';
import type { Report } from '../report/report.ts';
import type { Arguments } from './arguments.ts';
import { conventionOf } from './conventions.ts';
import { describe } from './describe.ts';
import { readConfig } from './files.ts';
import type { ExitStatus } from './main.ts';
import { repositoryPath } from './paths.ts';
import { publish } from './publish.ts';
import type { World } from './world.ts';

export async function runDiff(world: World, args: Arguments): Promise<ExitStatus> {
  if (args.format === 'model-explorer-map') return (await import('./map.ts')).runMap(world, args);
  const [basePath = '', headPath = ''] = args.operands;
  const folders = [basePath, headPath].filter(isFolder);
  if (folders.length > 0) return (await import('./folders.ts')).runFolders(world, args, folders);
  const whole = await readConfig(args.config);
  const path = whole === null ? headPath : repositoryPath(world, headPath);
  const { config, problems } = whole === null ? { config: null, problems: [] } : narrowed(whole, path, args.scenarios);
  const [rule] = config?.models ?? [];
  const measurement = measurementOf(rule, args, rule?.scenarios ?? args.scenarios);
  const asked = await conventionOf(args);
  const base = fileSource(basePath);
  try {
    const head = fileSource(headPath);
    try {
      const isSame = basePath === headPath || sameBytes(base, head);
      const report = gate({
        base: { label: basename(basePath) },
        head: { label: basename(headPath) },
        config,
        pairs: args.pairs,
        savedProfiles: true,
        ...asked,
        cases: [{ path, basePath, status: isSame ? 'unchanged' : 'changed', base, head, ...measurement }],
        problems,
      });
      const status = await publish(world, args, report);
      return sawBase(world, report) || status === 1 ? status : 2;
    } finally {
      head.close();
    }
  } finally {
    base.close();
  }
}

/** Half of what was asked for is missing where the base is unreadable; in a repository the gate may still be open. */
function sawBase({ stderr }: World, report: Report): boolean {
  const blind = report.models.find(({ base, status }) => base === null && status !== 'unreadable');
  const [why] = blind?.problems ?? [];
  if (why !== undefined) stderr.write(describe(why));
  return blind === undefined;
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
