import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseModel, flopgate, headModel } from './world.ts';

test('writes the pairs of two models for Model Explorer', async () => {
  const { status, out } = await flopgate(['diff', baseModel, headModel, '--format', 'model-explorer-map']);
  assert.equal(status, 0);
  const map: { type: string; mappingEntries: { leftNodeIds: string[]; rightNodeIds: string[] }[] } = JSON.parse(out);
  assert.equal(map.type, 'sync_navigation');
  const first = map.mappingEntries.find(({ leftNodeIds }) => leftNodeIds.includes('/conv1/Conv'));
  assert.equal(first?.rightNodeIds.length, 1);
  for (const side of ['leftNodeIds', 'rightNodeIds'] as const) {
    const ids = map.mappingEntries.flatMap((entry) => entry[side]);
    assert.equal(new Set(ids).size, ids.length, 'an id is in two entries');
  }
});

test('a map judges nothing, so budgets with it are refused', async () => {
  const args = ['diff', baseModel, headModel, '--format', 'model-explorer-map', '--config', 'x.yml'];
  const { status, err } = await flopgate(args);
  assert.equal(status, 2);
  assert.match(err, /a map of pairs judges no budgets/);
});

test('only a diff has pairs', async () => {
  const { status, err } = await flopgate(['count', baseModel, '--format', 'model-explorer-map']);
  assert.equal(status, 2);
  assert.match(err, /is not a format/);
});
