/** What a model of 300 MB costs over Git LFS when only its graph is read. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { MissingRange, sparseSource } from '../../src/bytes/sparse.ts';
import { measure, type Opened, open } from '../../src/count.ts';
import { compare } from '../../src/diff/compare.ts';
import { openLfs } from '../../src/host/lfs-client.ts';
import { bigResNet } from './big-model.ts';
import { tempFolder } from './git-fixture.ts';
import { startLfsServer } from './lfs-server.ts';

const options = { inputs: new Map(), bind: new Map() };

for (const order of ['nodes first', 'tensors first'] as const) {
  test(`both sides of a 300 MB model, ${order}, for less than 2 % of their bytes each`, async (t) => {
    const server = await startLfsServer();
    t.after(() => server.close());
    const endpoints = [{ url: `${server.url}/owner/name.git/info/lfs` }];
    const models = [bigResNet({ order, width: 1.75 }), bigResNet({ order, width: 1.75, wider: 16 })] as const;
    const oids = ['base', 'head'].map((name) => createHash('sha256').update(name).digest('hex'));
    const sides: Opened[] = [];
    for (const [i, model] of models.entries()) {
      const oid = oids[i] ?? '';
      server.objects.set(oid, model);
      const client = openLfs({ endpoints, folder: tempFolder(t), userAgent: 'flopgate/test' });
      t.after(() => client.close());
      await client.locate([{ oid, size: BigInt(model.size) }]);
      const { source, add } = sparseSource(oid, 'model.onnx', model.size);
      const cpu = process.cpuUsage();
      for (let side: Opened | undefined; side === undefined; ) {
        try {
          side = open(source, 'model.onnx', { savedProfiles: false, convention: undefined });
          measure(side, 'model.onnx', options);
          sides.push(side);
        } catch (error) {
          if (!(error instanceof MissingRange)) throw error;
          side = undefined;
          add(error.from, await client.read(oid, error.from, error.to));
        }
      }
      const { bytes, requests } = client.moved;
      const { user, system } = process.cpuUsage(cpu);
      const share = ((100 * bytes) / model.size).toFixed(2);
      t.diagnostic(
        `${(model.size / 1e6).toFixed(1)} MB: ${requests} requests, ${bytes} bytes (${share} %), ${Math.round((user + system) / 1000)} ms of processor time`,
      );
      assert.ok(model.size > 300e6, `${model.size}`);
      assert.ok(bytes <= 0.02 * model.size, `${bytes} of ${model.size} bytes`);
      assert.ok(requests <= 70, `${requests} requests`);
    }
    const [base, head] = sides.map((side) => ({
      model: 'model' in side ? side.model : assert.fail(),
      profile: measure(side, 'model.onnx', options).profile,
    }));
    assert.ok(base !== undefined && head !== undefined);
    // The same file read whole from memory gives the same numbers.
    const whole = { name: 'model.onnx', ...models[0] };
    const direct = measure(open(whole, 'model.onnx', { savedProfiles: false, convention: undefined }), 'x', options);
    assert.deepEqual(base.profile.totals, direct.profile.totals);
    assert.equal(base.profile.layers.length, 121);
    const { sent } = server;
    const diff = compare(base, head);
    assert.equal(server.sent, sent, 'no weight is sampled');
    assert.match(diff.notes.join(), /Weight values are not at hand on both sides/);
    assert.equal(diff.related, true);
  });
}
