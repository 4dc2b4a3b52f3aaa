import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileWidths } from '../../src/report/width-lines.ts';
import { profiled } from '../analysis/fixtures.ts';
import type { ModelSpec } from '../build.ts';

const product = (dtype: 'float32' | 'float16'): ModelSpec => ({
  inputs: { x: { dtype, shape: [2, 4] } },
  outputs: ['y'],
  initializers: { w: { dtype, shape: [4, 3] } },
  nodes: [{ op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] }],
});

test('widths are told where they are not all float32', () => {
  assert.deepEqual(profileWidths(profiled(product('float32'))), []);
  // 2 × 3 × 4
  assert.match(JSON.stringify(profileWidths(profiled(product('float16')))), /float16×float16 .*24/);
});

test('of a node nobody knows, no width is told', () => {
  const spec: ModelSpec = {
    inputs: { x: [2] },
    outputs: ['y'],
    nodes: [{ op: 'Mystery', domain: 'acme', inputs: ['x'], outputs: ['y'] }],
  };
  assert.deepEqual([...profiled(spec).totals.macsByWidth.keys()], ['unknown']);
  assert.deepEqual(profileWidths(profiled(spec)), []);
});
