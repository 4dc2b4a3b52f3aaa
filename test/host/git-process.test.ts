import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { git, gitRemote, requireGit } from '../../src/host/git-process.ts';
import { makeRepository, tempFolder } from './git-fixture.ts';

type Context = Parameters<typeof tempFolder>[0];

/** Runs with other variables, and puts the old ones back. */
function withVariables(t: Context, variables: Readonly<Record<string, string>>): void {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  t.after(() => {
    for (const name of Object.keys(variables)) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}

test('without git, or with one too old for configuration by environment, the run stops with a sentence', async (t) => {
  const folder = tempFolder(t);
  withVariables(t, { PATH: folder });
  assert.throws(requireGit, /there is no `git` on the PATH/);
  assert.throws(() => git(['version'], { gitDir: folder }), /there is no `git`/);
  await assert.rejects(gitRemote(['version'], { gitDir: folder }), /there is no `git`/);
  writeFileSync(join(folder, 'git'), '#!/bin/sh\necho git version 2.25.1\n');
  chmodSync(join(folder, 'git'), 0o755);
  assert.throws(requireGit, /`git version 2\.25\.1` is older than 2\.31/);
  writeFileSync(join(folder, 'git'), '#!/bin/sh\necho git version 3.0.0.windows.1\n');
  assert.doesNotThrow(requireGit);
});

test('the environment git gets is ours: no secrets, no configuration, no hooks of the caller', (t) => {
  const fixture = makeRepository(join(tempFolder(t), 'clone'));
  withVariables(t, {
    GIT_DIR: '/nowhere',
    GIT_EXTERNAL_DIFF: 'false',
    GIT_CONFIG_PARAMETERS: "'user.name=stranger'",
    ACTIONS_RUNTIME_TOKEN: 'secret',
    INPUT_TOKEN: 'secret',
  });
  const call = {
    gitDir: join(fixture.dir, '.git'),
    config: [
      ['alias.show-env', '!env'],
      ['x.y', 'z'],
    ] as const,
  };
  const seen = git(['show-env'], call).stdout.toString();
  assert.equal(/secret|stranger|EXTERNAL_DIFF/.test(seen), false);
  assert.match(seen, /^GIT_NO_LAZY_FETCH=1$/m);
  assert.match(seen, /^GIT_ALLOW_PROTOCOL=none$/m, 'no protocol at all');
  const fetching = git(['show-env'], { ...call, protocol: 'https' }).stdout.toString();
  assert.match(fetching, /^GIT_ALLOW_PROTOCOL=https$/m);
  const config = git(['config', '--list', '--show-origin'], call).stdout.toString();
  assert.match(config, /^command line:\tx\.y=z$/m);
  assert.match(config, /^command line:\tcredential\.helper=$/m);
  assert.equal(/^file:(?!.*clone)/m.test(config), false, 'no file but the repository’s own');
});

test('what does not end, or says too much, is ended and said', async (t) => {
  const call = { gitDir: join(makeRepository(join(tempFolder(t), 'clone')).dir, '.git'), seconds: 1 };
  const shell = (script: string) => ({ ...call, config: [['alias.run', `!${script}`]] as const });
  assert.throws(() => git(['run'], shell('sleep 30')), /git could not run `git run`: it did not end within 1 seconds/);
  const began = Date.now();
  const slow = await gitRemote(['run'], shell('sleep 30'));
  assert.deepEqual([slow.ok, slow.reason], [false, 'it did not end within 1 seconds']);
  assert.ok(Date.now() - began < 10_000, 'what git started ended with it');
  const endless = { ...shell('cat /dev/zero'), seconds: 60 };
  assert.throws(() => git(['run'], endless), /it said more than 256 MiB/);
  assert.equal((await gitRemote(['run'], endless)).reason, 'it said more than 256 MiB');
});

test('a failure carries git’s last words on one line', (t) => {
  const { ok, reason } = git(['cat-file', 'blob', 'a'.repeat(40)], { gitDir: tempFolder(t) });
  assert.equal(ok, false);
  assert.match(reason, /^fatal: not a git repository/);
});
