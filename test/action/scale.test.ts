/** What a pull request costs in a repository of 500 models: requests, bytes, and models read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Report } from '../../src/report/report.ts';
import type { Outcome } from './runner.ts';
import { configPath, convolution, type Files, limit, openScene, type Scene } from './scene.ts';

const models: Files = Object.fromEntries(
  Array.from({ length: 500 }, (_, i) => [`models/family-${i % 20}/m${i}.onnx`, convolution(4, `conv-of-${i}`)]),
);
const main: Files = { [configPath]: limit('10 k'), ...models, readme: 'text' };
const one = 'models/family-7/m7.onnx';

interface Cost {
  readonly git: number;
  readonly bytes: number;
  readonly rest: number;
  readonly measured: number;
}

async function costOf(scene: Scene, run: () => Promise<Outcome>): Promise<Cost> {
  const before = { git: scene.server.requests.length, bytes: scene.server.sent, rest: scene.github.calls.length };
  const outcome = await run();
  assert.equal(outcome.code, 0, outcome.log);
  const report: Report = JSON.parse(readFileSync(outcome.outputs.get('report') ?? '', 'utf8'));
  assert.equal(report.models.length, 500);
  return {
    git: scene.server.requests.length - before.git,
    bytes: scene.server.sent - before.bytes,
    rest: scene.github.calls.length - before.rest,
    measured: report.models.filter(({ status }) => status !== 'unchanged').length,
  };
}

const say = ({ git, bytes, rest, measured }: Cost) =>
  `${git} requests of git, ${bytes} bytes, ${rest} of REST, ${measured} measured`;

// Two requests each: the trees of the commits, the configuration where no checkout holds it, the changed files.
const cases = [
  { checkout: 'shallow', change: { readme: 'another text' }, measured: 0, git: 2 },
  { checkout: 'none', change: { readme: 'another text' }, measured: 0, git: 4 },
  { checkout: 'shallow', change: { [one]: convolution(5, 'conv-of-7') }, measured: 1, git: 4 },
  { checkout: 'none', change: { [one]: convolution(5, 'conv-of-7') }, measured: 1, git: 6 },
] as const;

for (const { checkout, change, measured, git } of cases) {
  test(`of 500 models ${measured} changed, ${checkout} checkout: at most ${git} requests of git, 32 KiB`, async (t) => {
    const scene = await openScene(t, main, { checkout });
    scene.push(change);
    const cost = await costOf(scene, () => scene.pullRequest());
    t.diagnostic(say(cost));
    assert.equal(cost.measured, measured);
    assert.ok(cost.git <= git, say(cost));
    // 20 folders of 25 entries of some 30 bytes that do not compress; a model here is 300 bytes.
    assert.ok(cost.bytes < 32_768, say(cost));
    // The pull request as it is now; and for the comment: who we are, what is there, the new one.
    assert.ok(cost.rest <= 5, say(cost));
  });
}
