import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LayerRecord } from '../../src/diff/diff.ts';
import { storyLines } from '../../src/report/lines.ts';
import type { ModelReport } from '../../src/report/report.ts';
import { storyOf } from '../../src/report/story.ts';
import { say } from '../../src/report/words.ts';
import { changed, type diff, profile, record } from '../fixtures/profiles.ts';
import { reportOf } from './reports.ts';

type Spec = Parameters<typeof diff>[2];

function modelOf(records: readonly LayerRecord[], spec: Spec = {}): ModelReport {
  const [model] = reportOf(null, [changed(profile(), profile(), { records, ...spec })]).models;
  assert.ok(model);
  return model;
}

function linesOf(model: ModelReport): readonly string[] {
  return storyLines(model, storyOf(model)).map((phrase) => say(phrase, (text) => `<${text}>`));
}

const added = (module: string, macs: number, id: number, op = 'Conv') =>
  record('added', null, { module, macs, op }, [], id);

test('copies of a block that came are one line, with what one costs', () => {
  const copies = [3, 4, 5].flatMap((n) => [
    added(`stage.${n}.a`, 100, 2 * n),
    added(`stage.${n}.b`, 20, 2 * n + 1, 'Gemm'),
  ]);
  const model = modelOf(copies, { blocks: [{ name: 'stage', from: 3, to: 6 }] });
  assert.deepEqual(storyOf(model).rows, []);
  assert.deepEqual(linesOf(model), ['<stage>: block ×3 → ×6 (+3 × 120 MACs).']);
});

test('copies that cost different things are told with their sum', () => {
  const model = modelOf([added('s.1.a', 100, 1), added('s.2.a', 51, 2)], { blocks: [{ name: 's', from: 1, to: 3 }] });
  assert.deepEqual(linesOf(model), ['<s>: block ×1 → ×3 (+151 MACs).']);
});

test('a layer added to an old copy is no part of the new ones', () => {
  const records = [
    added('s.0.extra', 7, 0),
    ...[1, 2].flatMap((n) => [added(`s.${n}.a`, 100, 2 * n), added(`s.${n}.b`, 10, 2 * n + 1, 'Gemm')]),
  ];
  const story = storyOf(modelOf(records, { blocks: [{ name: 's', from: 1, to: 3 }] }));
  assert.deepEqual(
    story.rows.map(({ name }) => name),
    ['s.0.extra'],
  );
  assert.equal(story.blocks[0]?.layers, 4);
});

test('blocks that went are told with a minus, and copies with a stem in their name are found', () => {
  const records = [1, 2].map((n) => record('removed', { module: `f.dense${n}.conv`, macs: 50 }, null, [], n));
  const model = modelOf(records, { blocks: [{ name: 'f.dense*', from: 4, to: 2 }] });
  assert.deepEqual(linesOf(model), ['<f.dense*>: block ×4 → ×2 (−2 × 50 MACs).']);
});

test('a block without module paths is found by the order of its operators', () => {
  const ops = ['Conv', 'Relu', 'Conv', 'Relu'];
  const records = [
    ...ops.map((op, i) => record('added', null, { op, name: `n${i}`, macs: op === 'Conv' ? 30 : 0 }, [], 10 + i)),
    record('added', null, { op: 'Softmax', name: 'last' }, [], 50),
  ];
  const model = modelOf(records, { blocks: [{ name: 'Conv-Relu', from: 2, to: 4 }] });
  assert.deepEqual(linesOf(model), ['<Conv-Relu>: block ×2 → ×4 (+2 × 30 MACs).']);
  assert.deepEqual(
    storyOf(model).rows.map(({ name }) => name),
    ['last'],
  );
});

test('one change in every copy is one row, with the sum of what it costs', () => {
  const swaps = [0, 1, 2].map((n) =>
    record(
      'modified',
      { module: `b.${n}.act`, op: 'Relu', flops: 10 },
      { module: `b.${n}.act`, op: 'Gelu', flops: 90 },
      [{ what: 'activation', from: 'Relu', to: 'Gelu' }],
    ),
  );
  const [row, ...more] = storyOf(modelOf(swaps)).rows;
  assert.deepEqual(more, []);
  assert.deepEqual([row?.name, row?.count, row?.change], ['b.{0…2}.act', 3, 'activation Relu → Gelu']);
  assert.equal(row?.delta.get('flops')?.by, 240);
});

test('many layers of which the same numbers changed are put together, with ranges', () => {
  const wider = Array.from({ length: 12 }, (_, n) =>
    record('modified', { module: `b.${n}.conv`, macs: 1 }, { module: `b.${n}.conv`, macs: 3 }, [
      { what: 'outChannels', from: 10 + n, to: 20 + n },
    ]),
  );
  const [row] = storyOf(modelOf(wider)).rows;
  assert.deepEqual([row?.count, row?.change], [12, 'out channels 10…21 → 20…31']);
});

test('what only follows, or bears other names or numbers, is counted under its cause', () => {
  const model = modelOf([
    record('modified', { module: 'conv', macs: 1 }, { module: 'conv', macs: 2 }, [{ what: 'stride', from: 2, to: 1 }]),
    ...[1, 2, 3, 4, 5].map((n) =>
      record('shapeOnly', { module: `r${n}`, flops: 1 }, { module: `r${n}`, flops: 2 }, [], n),
    ),
    record('renamed', { module: 'old.x' }, { module: 'new.x' }, [{ what: 'module', from: 'old', to: 'new' }], 6),
    record('weightsOnly', { module: 'fc' }, { module: 'fc' }, [], 7),
  ]);
  assert.deepEqual(linesOf(model), [
    '5 layers follow <conv>: other shapes (<r1>, <r2>, <r3> and 2 more).',
    '1 layer is only renamed (<old> → <new>).',
    '1 layer has other weights (<fc>).',
  ]);
  assert.deepEqual(
    storyOf(model).rows.map(({ name }) => name),
    ['conv'],
  );
});

test('layers that follow but cost otherwise stay rows, one for each operator, after their cause', () => {
  const model = modelOf([
    record('shapeOnly', { module: 'a', macs: 400 }, { module: 'a', macs: 100 }),
    record('shapeOnly', { module: 'b.c', macs: 400 }, { module: 'b.c', macs: 100 }),
    record('modified', { module: 'stem', macs: 4 }, { module: 'stem', macs: 1 }, [{ what: 'stride', from: 1, to: 2 }]),
  ]);
  assert.deepEqual(
    storyOf(model).rows.map(({ kind, count, delta }) => [kind, count, delta.get('macs')?.by]),
    [
      ['modified', 1, -3],
      ['shapeOnly', 2, -600],
    ],
  );
});

test('increases and decreases that cancel are told, even where nothing is left of them', () => {
  const model = modelOf([
    record('modified', { module: 'a', macs: 10 }, { module: 'a', macs: 110 }, [{ what: 'groups', from: 2, to: 1 }]),
    record('modified', { module: 'b', macs: 110 }, { module: 'b', macs: 10 }, [{ what: 'groups', from: 1, to: 2 }]),
  ]);
  assert.match(
    linesOf(model)[0] ?? '',
    /^MACs partly cancel: \+100 in 1 layer, −100 in 1 layer; the largest offset is /,
  );
});

test('a folded batch normalisation and other spellings are the exporter’s, another activation is not', () => {
  const two = (one: LayerRecord, op: string): LayerRecord => ({
    ...one,
    base: [...one.base, ...one.base.map((l) => ({ ...l, op }))],
  });
  const model = modelOf([
    two(record('fused', { module: 'c', buffers: 8, flops: 50 }, { module: 'c', flops: 40 }), 'BatchNormalization'),
    record('split', { module: 'r', op: 'Relu', flops: 5 }, { module: 'r', op: 'Sigmoid', flops: 25 }, [
      { what: 'op', from: 'Relu', to: 'Sigmoid + Mul' },
    ]),
    record('fused', { module: 'g', op: 'Div', flops: 30 }, { module: 'g', op: 'Gelu', flops: 27 }, [
      { what: 'op', from: 'Div + Erf + Add + Mul + Mul', to: 'Gelu' },
    ]),
  ]);
  // −10 of the folded normalisation and −3 of the Gelu.
  assert.equal(model.exported?.delta.flops?.by, -13);
  assert.deepEqual(
    linesOf(model).filter((line) => line.startsWith('Another')),
    ["Another spelling of the same net: accounts for −8 Buffers and −13 FLOPs; the rest is the network's."],
  );
});

test('a report of an unchanged model tells nothing', () => {
  assert.deepEqual(linesOf(modelOf([])), []);
});
