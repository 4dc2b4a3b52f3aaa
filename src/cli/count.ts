/** `flopgate count MODEL…` */
import type { Profile } from '../analysis/profile.ts';
import type { Config } from '../budget/budget.ts';
import { ruleFor } from '../budget/rules.ts';
import { type Measurement, measurementOf } from '../budget/scenarios.ts';
import type { Convention } from '../conventions/convention.ts';
import { measure, open } from '../count.ts';
import { fileSource } from '../host/files.ts';
import { FlopgateError } from '../problem.ts';
import type { Arguments } from './arguments.ts';
import { conventionOf } from './conventions.ts';
import { describe } from './describe.ts';
import { emitPieces, progressOn, readConfig, wantsColor } from './files.ts';
import type { ExitStatus } from './main.ts';
import { repositoryPath } from './paths.ts';
import type { World } from './world.ts';

/** An unreadable model is said on stderr and makes the status 2; the others are still printed. */
export async function runCount(world: World, args: Arguments): Promise<ExitStatus> {
  const config = await readConfig(args.config);
  const measurement = measurementBy(world, args, config);
  const { convention } = await conventionOf(args);
  const profiles: Profile[] = [];
  let counted = 0;
  const progress = progressOn(world);
  for (const [i, path] of args.operands.entries()) {
    progress.show(`counting ${path} (${i + 1} of ${args.operands.length})`);
    try {
      profiles.push(...countFile(path, measurement(path), convention));
      counted++;
    } catch (error) {
      if (!(error instanceof FlopgateError)) throw error;
      progress.done();
      const { problem } = error;
      world.stderr.write(describe({ ...problem, at: { file: path, ...problem.at } }));
    }
  }
  progress.done();
  if (profiles.length > 0) emitPieces(world, args, await print(world, args, profiles));
  return counted === args.operands.length ? 0 : 2;
}

/** As it stands, then in each scenario: read once, measured for each. */
function countFile(
  path: string,
  { options, scenarios }: Pick<Measurement, 'options' | 'scenarios'>,
  convention: Convention | undefined,
): readonly Profile[] {
  const source = fileSource(path);
  try {
    const side = open(source, path, { savedProfiles: true, convention });
    const { profile } = measure(side, path, options);
    return [profile, ...scenarios.map((one) => ({ ...measure(side, path, one.options).profile, scenario: one.name }))];
  } finally {
    source.close();
  }
}

/** Shapes and bindings of the command line go before those of the configuration; scenarios are only those asked for. */
export function measurementBy(
  world: World,
  args: Arguments,
  config: Config | null,
): (path: string) => Pick<Measurement, 'options' | 'scenarios'> {
  return (path) =>
    measurementOf(config === null ? undefined : ruleFor(config, repositoryPath(world, path)), args, args.scenarios);
}

/** JSON needs no reporter: a program that counts many models waits for none to load. */
async function print(world: World, args: Arguments, profiles: readonly Profile[]): Promise<Iterable<string>> {
  if (args.format === 'json') {
    const { profileText, profilesText } = await import('../analysis/profile-json.ts');
    const [first] = profiles;
    return args.operands.length === 1 && profiles.length === 1 && first !== undefined
      ? profileText(first)
      : profilesText(profiles);
  }
  const { renderProfiles } = await import('../report/index.ts');
  return [renderProfiles(profiles, args.format, { color: wantsColor(world, args) })];
}
