/** Picking boxes out of many. */
import { unknown } from '../model/dim.ts';
import { assertRank, other } from './formulas.ts';
import { int, type Operand, type Operator, operator } from './operator.ts';

/** Without a limit, or with a limit of 0, nothing is selected: the specification's default. */
function selectsNothing(limit: Operand | undefined): boolean {
  return limit === undefined || limit.value?.[0] === 0n;
}

export const detection: readonly Operator[] = [
  operator({
    name: 'NonMaxSuppression',
    revisions: [10, 11],
    source: 'https://onnx.ai/onnx/operators/onnx__NonMaxSuppression.html',
    doc: 'Keeps the boxes of highest score that overlap no better one: `[selected, 3]` of batch, class and box. How many are selected, and how many overlaps are computed, the data decides: both are unknown. The most there could be, every box against every other in every class, is orders of magnitude beyond what happens; as a count it would hide the growth of everything else from a budget.',
    inputs: ['boxes', 'scores', 'max_output_boxes_per_class?', 'iou_threshold?', 'score_threshold?'],
    outputs: ['selected_indices'],
    attributes: { center_point_box: int(0n) },
    dtype: { selected_indices: 'int64' },
    shape: ({ boxes, scores, max_output_boxes_per_class: limit }, _, call) => {
      assertRank(boxes, 3);
      assertRank(scores, 3);
      const selected = selectsNothing(limit)
        ? 0n
        : unknown(`\`${call.label}\`: the data decides how many boxes are kept`);
      return { selected_indices: [selected, 3n] };
    },
    work: ({ max_output_boxes_per_class: limit }, _, __, call) =>
      other(selectsNothing(limit) ? 0n : unknown(`\`${call.label}\`: the data decides how many overlaps are computed`)),
    roles: { max_output_boxes_per_class: 'constant', iou_threshold: 'constant', score_threshold: 'constant' },
    examples: [
      {
        given: {
          boxes: [1, 100, 4],
          scores: [1, 5, 100],
          max_output_boxes_per_class: { shape: [1], dtype: 'int64', value: [10] },
        },
        gives: { selected_indices: { shape: ['?', 3], dtype: 'int64' } },
        other: '?',
      },
      {
        title: 'without a limit nothing is selected',
        given: { boxes: [1, 100, 4], scores: [1, 5, 100] },
        gives: { selected_indices: [0, 3] },
      },
    ],
  }),
];
