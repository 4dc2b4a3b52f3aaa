/** Is the committed `dist/` what the sources give? Builds into a temporary folder and compares, file by file. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildTo, licensesFile, root } from './build.ts';

mkdirSync(join(root, 'build'), { recursive: true });
const fresh = mkdtempSync(join(root, 'build', 'dist-'));
try {
  const licenses = await buildTo(fresh);
  const stale = [
    ...compare(list(join(root, 'dist')), list(fresh)),
    ...(read(join(root, licensesFile)) === licenses ? [] : [licensesFile]),
  ];
  if (stale.length === 0) console.log('dist/ is what the sources give');
  else {
    console.error(`dist/ is stale; run \`npm run build\` and commit it. Differs:\n  ${stale.join('\n  ')}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function list(folder: string): ReadonlyMap<string, Buffer> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
    const paths = entries.map((e) => join(e.parentPath, e.name)).sort();
    return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
  } catch {
    return new Map();
  }
}

function compare(committed: ReadonlyMap<string, Buffer>, built: ReadonlyMap<string, Buffer>): readonly string[] {
  const names = [...new Set([...committed.keys(), ...built.keys()])].sort();
  return names.filter((name) => !(committed.get(name)?.equals(built.get(name) ?? Buffer.alloc(0)) ?? false));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
