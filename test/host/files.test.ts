import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileSource } from '../../src/host/files.ts';
import { FlopgateError } from '../../src/problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'flopgate-files-'));
after(() => rmSync(folder, { recursive: true }));

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof FlopgateError);
    return `${error.problem.code}: ${error.problem.message}`;
  }
  assert.fail('it was read');
}

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test('any range of a file, small or large, is what is in it', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919) >> 3);
  const source = fileSource(written('ranges', bytes));
  assert.equal(source.size, 100_000);
  const ranges = [
    [0, 10],
    [5, 4000],
    [4090, 4110],
    [99_990, 100_000],
    [0, 100_000],
    [50_000, 50_000],
    [3, 60_000],
    [10, 11],
    [100_000, 100_000],
  ] as const;
  for (const [from, to] of ranges)
    assert.deepEqual(Buffer.from(source.slice(from, to)), Buffer.from(bytes.subarray(from, to)), `${from} to ${to}`);
  source.close();
});

test('a slice stays what it was when others are read', () => {
  const source = fileSource(
    written(
      'stays',
      Uint8Array.from({ length: 20_000 }, (_, i) => i % 251),
    ),
  );
  const first = source.slice(0, 3);
  source.slice(15_000, 15_003);
  assert.deepEqual([...first], [0, 1, 2]);
  source.close();
});

test('an empty file has no bytes', () => {
  const source = fileSource(written('empty', new Uint8Array(0)));
  assert.equal(source.size, 0);
  assert.equal(source.slice(0, 0).length, 0);
  source.close();
});

test('follows a link the user names', () => {
  const link = join(folder, 'link');
  symlinkSync(written('target', Uint8Array.of(1, 2)), link);
  assert.equal(fileSource(link).size, 2);
});

test('says that a file is missing', () => {
  const path = join(folder, 'nowhere.onnx');
  assert.equal(
    refusal(() => fileSource(path)),
    `read/missing: \`${path}\` does not exist.`,
  );
  const through = join(written('plain', new Uint8Array(1)), 'inside');
  assert.match(
    refusal(() => fileSource(through)),
    /^read\/missing/,
  );
});

test('refuses a folder, and a pipe without waiting for its writer', (t) => {
  const path = join(folder, 'folder');
  mkdirSync(path);
  assert.match(
    refusal(() => fileSource(path)),
    /^read\/special: .* is a folder, not a regular file/,
  );
  const pipe = join(folder, 'pipe');
  try {
    execFileSync('mkfifo', [pipe]);
  } catch {
    return t.skip('no mkfifo here');
  }
  assert.match(
    refusal(() => fileSource(pipe)),
    /^read\/special: .* is a pipe/,
  );
});

test('refuses a device', (t) => {
  if (process.platform === 'win32') return t.skip('no device files here');
  assert.match(
    refusal(() => fileSource('/dev/null')),
    /^read\/special: .* is a device/,
  );
});

test('says that a file may not be read', (t) => {
  if (process.getuid?.() === 0) return t.skip('root may read everything');
  const path = written('secret', Uint8Array.of(1));
  chmodSync(path, 0);
  assert.match(
    refusal(() => fileSource(path)),
    /^read\/permission/,
  );
});

test('says that a file became shorter while it was read', () => {
  const path = written('shrinks', new Uint8Array(10_000));
  const source = fileSource(path);
  truncateSync(path, 100);
  assert.match(
    refusal(() => source.slice(0, 10_000)),
    /^read\/changed/,
  );
  source.close();
});

test('any other failure keeps the reason of the system', () => {
  const loop = join(folder, 'loop');
  symlinkSync(loop, loop);
  assert.match(
    refusal(() => fileSource(loop)),
    /^read\/failed: .*ELOOP/,
  );
});

test('a closed file cannot be read', () => {
  const source = fileSource(written('closed', new Uint8Array(5)));
  source.close();
  assert.match(
    refusal(() => source.slice(0, 5)),
    /^read\/failed: .*EBADF/,
  );
});
