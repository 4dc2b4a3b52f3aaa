/** What each tool gives for one operator, given by its convention for the file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileModel } from '../../src/analysis/measure.ts';
import { conventions } from '../../src/conventions/index.ts';
import { isKnown } from '../../src/model/dim.ts';
import { modelOf, optionsOf } from '../analysis/fixtures.ts';
import { vectors } from './vectors.ts';

for (const { title, spec, gives } of vectors)
  test(`${title}: ${Object.keys(gives).length} tools`, () => {
    const found = Object.fromEntries(
      conventions.flatMap((convention) => {
        const expected = gives[convention.id];
        if (expected === undefined) return [];
        const { macs, flops } = profileModel(modelOf(spec), 'net.onnx', optionsOf(), convention).totals;
        const shown = (d: typeof macs): string => (isKnown(d) ? d.toString() : JSON.stringify(d));
        return [[convention.id, typeof expected === 'number' ? Number(shown(macs)) : `${shown(macs)};${shown(flops)}`]];
      }),
    );
    assert.deepEqual(
      found,
      Object.fromEntries(conventions.flatMap(({ id }) => (gives[id] === undefined ? [] : [[id, gives[id]]]))),
    );
  });
