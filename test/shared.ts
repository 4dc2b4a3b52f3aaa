import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder beside the repository with larger test material; not part of a clone. */
const shared = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'shared');

/** Path of `name` in that folder, or `undefined` where it is absent: the test then skips and says so. */
export function sharedPath(name: string): string | undefined {
  const path = join(shared, name);
  return existsSync(path) ? path : undefined;
}
