import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix, resolve } from 'node:path';
import { test } from 'node:test';

const dist = resolve(import.meta.dirname, '..', 'dist');
const bundles = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));

test('the bundles import nothing but one another and node itself', () => {
  assert.ok(bundles.length > 3);
  const foreign = bundles.flatMap((name) => {
    const code = read(name);
    const targets = [...code.matchAll(/^(?:import|export)\b[^'"]*?from "([^"]+)";$|\bimport\("([^"]+)"\)/gm)];
    return targets
      .map(([, from, on]) => from ?? on ?? '')
      .filter((target) => !target.startsWith('.') && !isBuiltin(target))
      .map((target) => `${name}: ${target}`);
  });
  assert.deepEqual(foreign, []);
});

test('what counting loads holds no schema, no YAML, no GitHub client and no table writer', () => {
  const command = dynamicImport(['cli-main.js'], 'count');
  const needed = staticImports(['cli.js', 'cli-main.js', command]);
  const loaded = staticImports([...needed, dynamicImport([...needed], 'profile-json')]);
  assert.ok(loaded.size > 4);
  const packages = [...loaded].flatMap((name) =>
    [...read(name).matchAll(/^\/\/ (node_modules\/.*)$/gm)].map(([, from]) => from),
  );
  assert.deepEqual(packages, []);
});

test('the entry of the command line loads nothing but node before it knows what is asked', () => {
  assert.deepEqual([...staticImports(['cli.js'])], ['cli.js']);
  assert.ok(read('cli.js').length < 2000);
});

test('the command line answers from another folder', () => {
  const { stdout, status } = spawnSync(process.execPath, [join(dist, 'cli.js'), 'count', '--help'], {
    encoding: 'utf8',
    cwd: resolve(dist, '..', '..'),
  });
  assert.equal(status, 0);
  assert.match(stdout, /^flopgate count: /);
});

function read(name: string): string {
  return readFileSync(join(dist, name), 'utf8');
}

/** The bundle that one of these loads on demand, by the name of its entry. */
function dynamicImport(names: readonly string[], entry: string): string {
  for (const name of names) {
    const [, target] = new RegExp(`import\\("(\\./(?:chunks/)?${entry}-\\w+\\.js)"\\)`).exec(read(name)) ?? [];
    if (target !== undefined) return posix.join(posix.dirname(name), target);
  }
  return assert.fail(`no bundle loads ${entry}`);
}

/** These bundles and all they load before they run. */
function staticImports(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>(names);
  for (const name of found)
    for (const [, target = ''] of read(name).matchAll(/^(?:import|export|\})[^'"]*?"(\.\.?\/[^"]+)";$/gm))
      found.add(posix.join(posix.dirname(name), target));
  return found;
}
