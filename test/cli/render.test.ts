import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { baseModel, flopgate, headModel, temporaryFolder } from './world.ts';

for (const format of ['table', 'markdown', 'csv', 'json'])
  test(`a saved report renders as ${format} exactly as it did at first`, async (t) => {
    const saved = join(temporaryFolder(t), 'report.json');
    await flopgate(['diff', baseModel, headModel, '--format', 'json', '--output', saved]);
    const first = await flopgate(['diff', baseModel, headModel, '--format', format]);
    const again = await flopgate(['render', saved, '--format', format]);
    assert.equal(again.status, 0);
    assert.equal(again.out, first.out);
  });

for (const [what, text] of [
  ['no JSON', 'hello'],
  ['another document', '{"schema":"flopgate.profile/1"}'],
  ['a report with holes', '{"schema":"flopgate.report/1","verdict":"pass"}'],
] as const)
  test(`refuses ${what}`, async (t) => {
    const saved = join(temporaryFolder(t), 'report.json');
    writeFileSync(saved, text);
    const { status, out, err } = await flopgate(['render', saved]);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, /not a flopgate\.report\/1 document/);
  });

test('says that the file is missing', async () => {
  const { status, err } = await flopgate(['render', 'nowhere.json']);
  assert.equal(status, 2);
  assert.match(err, /nowhere\.json/);
});
