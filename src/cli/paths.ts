import { relative, resolve, sep } from 'node:path';
import type { World } from './world.ts';

/** A path as the patterns of a configuration name it: from the folder one is in, with `/`. */
export function repositoryPath({ cwd }: Pick<World, 'cwd'>, path: string): string {
  return relative(cwd, resolve(cwd, path)).split(sep).join('/');
}
