/** `--as`: the tables are loaded only where one is asked for. */
import type { Convention } from '../conventions/convention.ts';
import type { Arguments } from './arguments.ts';

/** The convention asked for as the gate takes it: nothing where it is our own. */
export async function conventionOf({
  convention,
}: Pick<Arguments, 'convention'>): Promise<{ readonly convention?: Convention }> {
  if (convention === 'flopgate') return {};
  const { conventionNamed } = await import('../conventions/index.ts');
  const found = conventionNamed(convention);
  return found === undefined ? {} : { convention: found };
}
