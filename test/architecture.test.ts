/** The rules of docs/architecture.md, read off the import lines. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

/** A file imports from its own room or from a lower rank, types included. */
const ranks: Readonly<Record<string, number>> = {
  'problem.ts': 0,
  'version.ts': 0,
  model: 1,
  bytes: 1,
  formats: 2,
  operators: 2,
  conventions: 3,
  analysis: 4,
  'count.ts': 5,
  diff: 5,
  budget: 6,
  report: 7,
  'gate.ts': 8,
  host: 9,
  cli: 10,
  action: 10,
  'index.ts': 11,
};
const withEffects = new Set(['host', 'cli', 'action']);

const pureModules = new Set(['node:util', 'node:buffer', 'node:path']);
const effectNames = /(?<![.\w$])(?:process|fetch|console)\s*[.[(]/;

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly code: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
  .map((path) => {
    const code = withoutComments(readFileSync(join(src, path), 'utf8'));
    return { path, room: roomOf(path), code, imports: importsOf(code) };
  });

test('every file lives in a room that has a rank', () => {
  assert.ok(files.length > 40, `only ${files.length} files found`);
  assert.deepEqual(
    files.filter(({ room }) => ranks[room] === undefined).map(({ path }) => path),
    [],
  );
});

test('a file imports from its own room or from a lower rank', () => {
  const wrong = files.flatMap(({ path, room, imports }) =>
    imports
      .filter((target) => target.startsWith('.'))
      .map((target) => relative(src, resolve(src, dirname(path), target)).replaceAll('\\', '/'))
      .filter((target) => roomOf(target) !== room && rankOf(roomOf(target)) >= rankOf(room))
      .map((target) => `${path} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

test('only host/, cli/ and action/ touch the world', () => {
  const wrong = files
    .filter(({ room }) => !withEffects.has(room))
    .flatMap(({ path, code, imports }) => [
      ...imports
        .filter((target) => (target.startsWith('node:') && !pureModules.has(target)) || target.startsWith('@actions/'))
        .map((target) => `${path} imports ${target}`),
      ...(effectNames.test(code) ? [`${path} names process, fetch or console`] : []),
    ]);
  assert.deepEqual(wrong, []);
});

test('the rule would notice an effect', () => {
  assert.match(withoutComments('const a = 1; // fetch(x)\nprocess.exit(1);'), effectNames);
  assert.doesNotMatch(withoutComments('/* console.log */ a.process(1); // fetch(x)'), effectNames);
});

test('no folder is called utils, helpers, common, core or misc', () => {
  const folders = ['src', 'test', 'scripts'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  );
  assert.deepEqual(
    folders.filter((name) => /^(?:utils?|helpers?|common|core|misc)$/.test(name)),
    [],
  );
});

test('every dependency has a row with its reason in docs/architecture.md, and is imported only where the row says', () => {
  const rows = dependencyRows(readFileSync(join(root, 'docs', 'architecture.md'), 'utf8'));
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const listed = [...keysOf(manifest, 'dependencies'), ...keysOf(manifest, 'devDependencies')].sort();
  assert.deepEqual([...rows.keys()].sort(), listed);
  const shipped = new Set(keysOf(manifest, 'dependencies'));
  const wrong = files.flatMap(({ path, room, imports }) =>
    imports
      .filter((target) => !target.startsWith('.') && !target.startsWith('node:'))
      .map((target) => /^(?:@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target)
      .filter((name) => !shipped.has(name) || !(rows.get(name) ?? []).includes(`${room}/`))
      .map((name) => `${path} imports ${name}`),
  );
  assert.deepEqual(wrong, []);
});

function roomOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function rankOf(room: string): number {
  return ranks[room] ?? Number.POSITIVE_INFINITY;
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}

function importsOf(code: string): readonly string[] {
  const statements =
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|\n\s*import\s*'([^']+)'/g;
  return [...code.matchAll(statements)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}

/** `| \`a\`, \`b\` | \`room/\` | why |` → package to rooms. */
function dependencyRows(text: string): ReadonlyMap<string, readonly string[]> {
  const [, section = ''] = /\n## Dependencies[^\n]*\n([\s\S]*?)(?:\n## |$)/.exec(text) ?? [];
  const rows = section.split('\n').flatMap((line) => {
    const [, names, where, why] = /^\| (.+?) \| (.+?) \| (.+?) \|$/.exec(line) ?? [];
    if (names === undefined || where === undefined || why === undefined || !names.includes('`')) return [];
    return quoted(names).map((name) => [name, quoted(where)] as const);
  });
  return new Map(rows);
}

function quoted(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
}

function keysOf(manifest: unknown, field: string): readonly string[] {
  const value: unknown = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, field) : undefined;
  assert.ok(typeof value === 'object' && value !== null, `package.json has no ${field}`);
  return Object.keys(value);
}
