/**
 * What exporters write for one runtime: plugins of TensorRT, and those of OpenMMLab, which also stand in the default
 * domain where a graph was edited by hand. How many boxes a detector keeps is padded to a number its attributes give,
 * so shapes are known; how many overlaps it computes is not.
 */
import { add, type Dim, mul, unknown } from '../model/dim.ts';
import { assertRank, other, size } from './formulas.ts';
import { type Call, float, int, Mismatch, type Operand, type Operator, operator, required } from './operator.ts';
import { quantizing } from './quantization.ts';

const tensorrt = 'https://github.com/NVIDIA/TensorRT/tree/main/plugin';
const mmdeploy = 'https://github.com/open-mmlab/mmdeploy/blob/main/docs/en/06-custom-ops/tensorrt.md';
const mmcv = 'https://github.com/open-mmlab/mmcv/blob/master/docs/en/deployment/mmcv_ops_definition.md';

/** Exporters write them in a domain of the runtime's, editors of graphs in none. */
const trtDomains = ['', 'TRT', 'trt.plugins'] as const;
const mmDomains = ['mmdeploy', 'mmcv'] as const;

function overlaps(call: Call) {
  return other(unknown(`\`${call.label}\`: the data decides how many overlaps are computed`));
}

/** `[B, 1]` how many there are, `[B, K, 4]` boxes, `[B, K]` scores and classes. */
function kept(scores: Operand, most: bigint) {
  assertRank(scores, 3, 4);
  if (most < 0n) throw new Mismatch(`it keeps ${most} boxes; at least 0 expected`);
  const batch = scores.dim(0);
  return { count: [batch, 1n], boxes: [batch, most, 4n], each: [batch, most] };
}

const detections = () =>
  trtDomains.flatMap((domain) => [
    operator({
      name: 'EfficientNMS_TRT',
      domain,
      revisions: [1],
      source: `${tensorrt}/efficientNMSPlugin`,
      doc: 'Keeps the boxes of highest score that overlap no better one, padded to `max_output_boxes`. How many overlaps are computed the data decides, so the work is unknown.',
      inputs: ['boxes', 'scores', 'anchors?'],
      outputs: ['num_detections', 'detection_boxes', 'detection_scores', 'detection_classes'],
      attributes: {
        background_class: int(-1n),
        box_coding: int(0n),
        class_agnostic: int(0n),
        iou_threshold: float(0.5),
        max_output_boxes: required(int()),
        score_activation: int(0n),
        score_threshold: float(0.25),
      },
      dtype: { num_detections: 'int32', detection_classes: 'int32' },
      shape: ({ scores }, { max_output_boxes }) => {
        const { count, boxes, each } = kept(scores, max_output_boxes);
        return { num_detections: count, detection_boxes: boxes, detection_scores: each, detection_classes: each };
      },
      work: (_, __, ___, call) => overlaps(call),
      roles: { anchors: 'constant' },
      examples: [
        {
          given: { boxes: ['b', 8400, 4], scores: ['b', 8400, 80] },
          attributes: { max_output_boxes: 100 },
          gives: {
            num_detections: { shape: ['b', 1], dtype: 'int32' },
            detection_boxes: { shape: ['b', 100, 4], dtype: 'float32' },
            detection_scores: ['b', 100],
            detection_classes: { shape: ['b', 100], dtype: 'int32' },
          },
          other: '?',
        },
      ],
    }),
    ...(['BatchedNMS_TRT', 'BatchedNMSDynamic_TRT'] as const).map((name) =>
      operator({
        name,
        domain,
        revisions: [1],
        source: `${tensorrt}/batchedNMSPlugin`,
        doc: 'Keeps the boxes of highest score that overlap no better one, padded to `keepTopK`. How many overlaps are computed the data decides, so the work is unknown.',
        inputs: ['boxes', 'scores'],
        outputs: ['num_detections', 'nmsed_boxes', 'nmsed_scores', 'nmsed_classes'],
        attributes: {
          backgroundLabelId: int(-1n),
          iouThreshold: float(),
          keepTopK: required(int()),
          numClasses: int(),
          scoreThreshold: float(),
          shareLocation: int(1n),
          topK: int(),
        },
        dtype: { num_detections: 'int32' },
        shape: ({ scores }, { keepTopK }) => {
          const { count, boxes, each } = kept(scores, keepTopK);
          return { num_detections: count, nmsed_boxes: boxes, nmsed_scores: each, nmsed_classes: each };
        },
        work: (_, __, ___, call) => overlaps(call),
        examples: [
          {
            given: { boxes: ['b', 8732, 1, 4], scores: ['b', 8732, 100] },
            attributes: { keepTopK: 200 },
            gives: {
              num_detections: { shape: ['b', 1], dtype: 'int32' },
              nmsed_boxes: { shape: ['b', 200, 4], dtype: 'float32' },
              nmsed_scores: ['b', 200],
              nmsed_classes: ['b', 200],
            },
            other: '?',
          },
        ],
      }),
    ),
  ]);

/** To 8-bit floats and back, by one scale or one for each channel. */
const float8 = () =>
  (['trt', 'TRT', ''] as const).flatMap((domain) => [
    operator({
      name: 'TRT_FP8QuantizeLinear',
      domain,
      revisions: [1],
      source: 'https://github.com/NVIDIA/Model-Optimizer/blob/main/modelopt/torch/quantization/export_onnx.py',
      doc: 'Quantizes to floats of 8 bits, which exporters declare as bytes: a quotient, a rounding and a clamp, 3 operations per element.',
      inputs: ['x', 'y_scale'],
      outputs: ['y'],
      dtype: { y: 'uint8' },
      shape: ({ x }) => ({ y: x.shape }),
      work: ({ x }) => other(mul(size(x), quantizing - 1n)),
      roles: { x: 'carried', y_scale: 'quantization' },
      examples: [
        { given: { x: ['n', 8], y_scale: [] }, gives: { y: { shape: ['n', 8], dtype: 'uint8' } }, other: '24*n' },
      ],
    }),
    operator({
      name: 'TRT_FP8DequantizeLinear',
      domain,
      revisions: [1],
      source: 'https://github.com/NVIDIA/Model-Optimizer/blob/main/modelopt/torch/quantization/export_onnx.py',
      doc: 'From floats of 8 bits: a product per element.',
      inputs: ['x', 'x_scale'],
      outputs: ['y'],
      dtype: { y: 'x_scale' },
      shape: ({ x }) => ({ y: x.shape }),
      work: ({ x }) => other(size(x)),
      roles: { x: 'carried', x_scale: 'quantization' },
      examples: [
        {
          given: { x: { shape: ['n', 8], dtype: 'uint8' }, x_scale: [] },
          gives: { y: { shape: ['n', 8], dtype: 'float32' } },
          other: '8*n',
        },
      ],
    }),
  ]);

/** Of every region a grid of cells, each of `r`² bilinear samples, as RoiAlign counts them. */
function aligned(Y: Operand, r: bigint, call: Call): Dim {
  return r > 0n
    ? mul(size(Y), 8n * r * r)
    : unknown(`\`${call.label}\`: the size of a region decides how many samples it takes`);
}

const regions = { output_height: required(int()), output_width: required(int()), sampling_ratio: int(0n) };
const regionsDoc =
  'For every region a grid of output cells, each the mean of `sampling_ratio`² bilinear samples: 8 operations a sample. With ratio 0 the size of a region decides how many there are, so the work is unknown.';

const openmm = () =>
  mmDomains.flatMap((domain) => [
    ...(['MMCVRoiAlign', 'MMCVRoIAlign', 'MMCVRoIAlignRotated', 'RoIAlignRotated'] as const).map((name) =>
      operator({
        name,
        domain,
        revisions: [1],
        source: domain === 'mmcv' ? mmcv : mmdeploy,
        doc: regionsDoc,
        inputs: ['input', 'rois'],
        outputs: ['feat'],
        attributes: { ...regions, aligned: int(1n), spatial_scale: float(1) },
        shape: ({ input, rois }, a) => {
          assertRank(input, 4);
          assertRank(rois, 2);
          return { feat: [rois.dim(0), input.dim(1), a.output_height, a.output_width] };
        },
        work: (_, { feat }, a, call) => other(aligned(feat, a.sampling_ratio, call)),
        roles: { rois: 'constant' },
        examples: [
          {
            given: { input: [1, 256, 50, 50], rois: ['k', 5] },
            attributes: { output_height: 7, output_width: 7, sampling_ratio: 2 },
            gives: { feat: ['k', 256, 7, 7] },
            other: '401408*k', // 256·7·7 results · 4 samples · 8
          },
        ],
      }),
    ),
    operator({
      name: 'MMCVMultiLevelRoiAlign',
      domain,
      revisions: [1],
      source: mmdeploy,
      doc: `${regionsDoc} Each region is taken from one of the levels.`,
      inputs: ['rois', '...feats'],
      outputs: ['roi_feats'],
      attributes: { ...regions, aligned: int(1n), finest_scale: int(56n), roi_scale_factor: float(-1) },
      dtype: ({ feats }) => ({ roi_feats: feats[0]?.dtype ?? null }),
      shape: ({ rois, feats }, a) => {
        const [first] = feats;
        if (first === undefined) throw new Mismatch('it has no features');
        assertRank(rois, 2);
        assertRank(first, 4);
        return { roi_feats: [rois.dim(0), first.dim(1), a.output_height, a.output_width] };
      },
      work: (_, { roi_feats }, a, call) => other(aligned(roi_feats, a.sampling_ratio, call)),
      roles: { rois: 'constant' },
      examples: [
        {
          given: { rois: ['k', 5], feats: [{ shape: [1, 256, 200, 200] }, { shape: [1, 256, 100, 100] }] },
          attributes: { output_height: 7, output_width: 7 },
          gives: { roi_feats: ['k', 256, 7, 7] },
          other: '?',
        },
      ],
    }),
    ...(['TRTBatchedNMS', 'TRTBatchedRotatedNMS'] as const).map((name) =>
      operator({
        name,
        domain,
        revisions: [1],
        source: mmdeploy,
        doc: 'Keeps the boxes of highest score that overlap no better one, padded to what it keeps at most (`keepTopK`, or `keep_topk`). How many overlaps are computed the data decides, so the work is unknown.',
        inputs: ['boxes', 'scores'],
        outputs: ['dets', 'labels', 'index?'],
        attributes: { keepTopK: int(), keep_topk: int() },
        dtype: { labels: 'int32', index: 'int32' },
        shape: ({ boxes, scores }, { keepTopK, keep_topk }) => {
          const most = keepTopK ?? keep_topk;
          if (most === undefined) throw new Mismatch('attribute keepTopK is missing');
          const { each } = kept(scores, most);
          return { dets: [...each, add(boxes.dim(-1), 1n)], labels: each, index: each };
        },
        work: (_, __, ___, call) => overlaps(call),
        examples: [
          {
            given: { boxes: ['b', 1000, 1, 4], scores: ['b', 1000, 80] },
            attributes: { keep_topk: 100 },
            gives: { dets: ['b', 100, 5], labels: { shape: ['b', 100], dtype: 'int32' } },
            other: '?',
          },
        ],
      }),
    ),
    operator({
      name: 'NMSRotated',
      domain,
      revisions: [1],
      source: 'https://github.com/open-mmlab/mmdeploy/blob/main/docs/en/06-custom-ops/onnxruntime.md',
      doc: 'Which of turned boxes overlap no better one. How many, and how many overlaps are computed, the data decides: both are unknown.',
      inputs: ['boxes', 'scores'],
      outputs: ['kept'],
      attributes: { iou_threshold: float() },
      dtype: { kept: 'int64' },
      shape: (_, __, call) => ({ kept: [unknown(`\`${call.label}\`: the data decides how many boxes are kept`)] }),
      work: (_, __, ___, call) => overlaps(call),
      examples: [
        { given: { boxes: ['n', 5], scores: ['n'] }, gives: { kept: { shape: ['?'], dtype: 'int64' } }, other: '?' },
      ],
    }),
    operator({
      name: 'grid_sampler',
      domain,
      revisions: [1],
      source: mmdeploy,
      doc: 'GridSample by numbers: mode 0 is bilinear, 7 operations per result, mode 1 the nearest, which is free.',
      inputs: ['input', 'grid'],
      outputs: ['output'],
      attributes: { align_corners: int(0n), interpolation_mode: int(0n), padding_mode: int(0n) },
      shape: ({ input, grid }) => {
        assertRank(input, 4);
        assertRank(grid, 4);
        return { output: [...input.shape.slice(0, 2), ...grid.shape.slice(1, 3)] };
      },
      work: (_, { output }, { interpolation_mode: mode }) => {
        if (mode !== 0n && mode !== 1n) throw new Mismatch(`interpolation_mode is ${mode}; 0 or 1 expected`);
        return other(mode === 0n ? mul(size(output), 7n) : 0n);
      },
      examples: [
        {
          given: { input: ['n', 16, 32, 32], grid: ['n', 8, 8, 2] },
          gives: { output: ['n', 16, 8, 8] },
          other: '7168*n', // 16·8·8 · 7
        },
      ],
    }),
    ...(['cummax', 'cummin'] as const).map((name) =>
      operator({
        name,
        domain,
        revisions: [1],
        source: mmcv,
        doc: 'Running extremes along an axis and their places: a comparison per element.',
        inputs: ['input'],
        outputs: ['output', 'indices'],
        attributes: { dim: int(0n) },
        dtype: { indices: 'int64' },
        shape: ({ input }) => ({ output: input.shape, indices: input.shape }),
        work: ({ input }) => other(size(input)),
        examples: [
          {
            given: { input: ['n', 8] },
            gives: { output: ['n', 8], indices: { shape: ['n', 8], dtype: 'int64' } },
            other: '8*n',
          },
        ],
      }),
    ),
    operator({
      name: 'MMCVCornerPool',
      domain,
      revisions: [1],
      source: mmcv,
      doc: 'The largest element from each on towards an edge: a comparison per element.',
      inputs: ['input'],
      outputs: ['output'],
      attributes: { mode: int(0n) },
      shape: ({ input }) => ({ output: input.shape }),
      work: ({ input }) => other(size(input)),
      examples: [{ given: { input: ['n', 2, 4, 4] }, gives: { output: ['n', 2, 4, 4] }, other: '32*n' }],
    }),
  ]);

export const plugins = (): readonly Operator[] => [...detections(), ...float8(), ...openmm()];
