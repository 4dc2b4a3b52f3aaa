import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEnvironment } from '../../src/action/environment.ts';
import { readInputs } from '../../src/action/inputs.ts';
import { FlopgateError } from '../../src/problem.ts';
import { tempFolder } from '../host/git-fixture.ts';

test('addresses are taken as given, but for slashes at their end', () => {
  const { serverUrl, apiUrl, owner, repository } = readEnvironment({
    GITHUB_SERVER_URL: 'https://git.example.com:8443/forge/',
    GITHUB_API_URL: 'https://git.example.com:8443/forge/api/v1//',
    GITHUB_REPOSITORY: 'o/r',
  });
  assert.equal(serverUrl, 'https://git.example.com:8443/forge');
  assert.equal(apiUrl, 'https://git.example.com:8443/forge/api/v1');
  assert.deepEqual([owner, repository], ['o', 'r']);
});

test('what the runner leaves out has GitHub’s own values', (t) => {
  const path = join(tempFolder(t), 'event.json');
  writeFileSync(path, '{"number": 7}');
  const environment = readEnvironment({ GITHUB_EVENT_PATH: path, GITHUB_WORKSPACE: '' });
  assert.deepEqual(
    [environment.serverUrl, environment.apiUrl, environment.temp, environment.workspace],
    ['https://github.com', 'https://api.github.com', tmpdir(), undefined],
  );
  assert.deepEqual(environment.payload, { number: 7 });
  assert.equal(readEnvironment({}).payload, null);
});

test('an address that is not http is refused', () => {
  for (const value of ['ext::sh -c x', 'file:///etc', 'nonsense']) {
    assert.throws(() => readEnvironment({ GITHUB_SERVER_URL: value }), /`GITHUB_SERVER_URL` is/);
  }
});

test('inputs are read with their defaults, globs one a line, and the config from the root', (t) => {
  const given = {
    'INPUT_GITHUB-TOKEN': 'x',
    INPUT_MODELS: 'a/*.onnx\n\n b/*.onnx ',
    INPUT_CONFIG: './budgets.yml',
    INPUT_BASE: 'main',
    INPUT_HEAD: 'topic',
    'INPUT_REPORT-PATH': 'report.json',
  };
  Object.assign(process.env, given);
  t.after(() => {
    for (const name of Object.keys(given)) delete process.env[name];
  });
  assert.deepEqual(readInputs(), {
    token: 'x',
    config: 'budgets.yml',
    models: ['a/*.onnx', 'b/*.onnx'],
    base: 'main',
    head: 'topic',
    comment: 'on-change',
    commentKey: '',
    failOn: 'error',
    jobSummary: true,
    reportPath: 'report.json',
    parts: [],
  });
  for (const config of ['/etc/passwd', 'a/../../b.yml', 'a\\b.yml', 'a//b.yml']) {
    process.env.INPUT_CONFIG = config;
    assert.throws(readInputs, /a path inside the repository/);
  }
  process.env.INPUT_CONFIG = '';
  process.env['INPUT_COMMENT-KEY'] = 'x'.repeat(101);
  assert.throws(readInputs, /at most 100 characters/);
  delete process.env['INPUT_COMMENT-KEY'];
});

test('a payload that is missing, or no JSON, is told as such', (t) => {
  const path = join(tempFolder(t), 'event.json');
  const read = () => readEnvironment({ GITHUB_EVENT_PATH: path });
  assert.throws(read, /`GITHUB_EVENT_PATH` is .*; it must be a readable file of JSON/);
  writeFileSync(path, '{"pull_request":');
  assert.throws(read, FlopgateError);
});
