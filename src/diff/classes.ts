/**
 * Operators that may stand for one another in a comparison. Two layers pair only inside a class: a Relu may have become
 * a Gelu, never a Conv. What is in no row is a class of its own.
 */
const classes: Readonly<Record<string, string>> = {
  conv: 'Conv ConvTranspose FusedConv ConvInteger QLinearConv DeformConv NhwcConv NhwcFusedConv CausalConvWithState',
  matmul:
    'MatMul Gemm FusedMatMul FusedGemm FusedMatMulActivation GemmFastGelu MatMulNBits MatMulBnb4 MatMulFpQ4 MatMulInteger ' +
    'MatMulInteger16 MatMulIntegerToFloat DynamicQuantizeMatMul QLinearMatMul QGemm TransposeMatMul SparseToDenseMatMul',
  recurrent: 'LSTM GRU RNN DynamicQuantizeLSTM',
  attention:
    'Attention MultiHeadAttention GroupQueryAttention QAttention PackedAttention PackedMultiHeadAttention DecoderMaskedMultiHeadAttention ' +
    'SparseAttention LongformerAttention',
  norm:
    'BatchNormalization LayerNormalization InstanceNormalization GroupNormalization GroupNorm RMSNormalization ' +
    'SimplifiedLayerNormalization SkipLayerNormalization SkipSimplifiedLayerNormalization SkipGroupNorm LRN ' +
    'LpNormalization MeanVarianceNormalization QLinearLayerNormalization EmbedLayerNormalization',
  activation:
    'Relu LeakyRelu PRelu Elu Selu Celu ThresholdedRelu Clip Sigmoid HardSigmoid HardSwish Swish SiLU QuickGelu Gelu ' +
    'FastGelu BiasGelu Tanh Softplus Softsign Mish Shrink QLinearSigmoid QLinearLeakyRelu ScaledTanh Affine ParametricSoftplus',
  softmax: 'Softmax LogSoftmax Hardmax QLinearSoftmax',
  arithmetic: 'Add Sub Mul Div Pow Mod BitShift QLinearAdd QLinearMul BiasAdd',
  extremum: 'Max Min Sum Mean',
  comparison: 'Equal Less LessOrEqual Greater GreaterOrEqual And Or Xor',
  pool:
    'MaxPool AveragePool LpPool GlobalAveragePool GlobalMaxPool GlobalLpPool ReduceMean QLinearAveragePool ' +
    'QLinearGlobalAveragePool QLinearReduceMean MaxRoiPool RoiAlign NhwcMaxPool',
  reduce: 'ReduceSum ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceSumSquare',
  reshape: 'Reshape Flatten Squeeze Unsqueeze',
  resize: 'Resize Upsample',
  concat: 'Concat QLinearConcat',
  where: 'Where QLinearWhere',
  gather: 'Gather GatherElements GatherND GatherBlockQuantized EmbeddingBag',
};

const classOfOperator = new Map(
  Object.entries(classes).flatMap(([name, operators]) => operators.split(' ').map((op) => [op, name] as const)),
);

/** The class of an operator; the operator itself where it stands alone. */
export function operatorClass(op: string): string {
  return classOfOperator.get(op) ?? op;
}

/** One function under several names: what a quantizer, a fuser or a layout pass makes of an operator. */
const forms: Readonly<Record<string, string>> = {
  Conv: 'FusedConv ConvInteger QLinearConv NhwcConv NhwcFusedConv',
  MatMul:
    'Gemm FusedMatMul FusedGemm FusedMatMulActivation GemmFastGelu MatMulNBits MatMulBnb4 MatMulFpQ4 MatMulInteger ' +
    'MatMulInteger16 MatMulIntegerToFloat DynamicQuantizeMatMul QLinearMatMul QGemm TransposeMatMul SparseToDenseMatMul',
  LSTM: 'DynamicQuantizeLSTM',
  Attention: 'QAttention PackedAttention',
  MultiHeadAttention: 'PackedMultiHeadAttention DecoderMaskedMultiHeadAttention',
  LayerNormalization: 'SkipLayerNormalization QLinearLayerNormalization',
  RMSNormalization: 'SimplifiedLayerNormalization SkipSimplifiedLayerNormalization',
  GroupNormalization: 'GroupNorm SkipGroupNorm',
  Gelu: 'FastGelu BiasGelu',
  Swish: 'SiLU QuickGelu',
  Sigmoid: 'QLinearSigmoid',
  LeakyRelu: 'QLinearLeakyRelu',
  Softmax: 'QLinearSoftmax',
  Add: 'QLinearAdd BiasAdd',
  Mul: 'QLinearMul',
  Concat: 'QLinearConcat',
  Where: 'QLinearWhere',
  MaxPool: 'NhwcMaxPool',
  AveragePool: 'QLinearAveragePool',
  GlobalAveragePool: 'QLinearGlobalAveragePool',
  ReduceMean: 'QLinearReduceMean',
  Gather: 'GatherBlockQuantized',
};
const plainOf = new Map(
  Object.entries(forms).flatMap(([plain, all]) => all.split(' ').map((op) => [op, plain] as const)),
);

/** The operator whose function it is. */
export function plainOperator(op: string): string {
  return plainOf.get(op) ?? op;
}

/** Operands may be swapped without changing the result. */
const commutative = new Set(
  'Add Mul Max Min Sum Mean And Or Xor Equal BitwiseAnd BitwiseOr BitwiseXor QLinearAdd QLinearMul'.split(' '),
);

export function isCommutative(op: string): boolean {
  return commutative.has(op);
}

/** Layers a reader calls layers: they hold the weights, and leaving one unpaired costs most. */
const weightedClasses = new Set(['conv', 'matmul', 'recurrent', 'attention']);
const glue = new Set(
  'reshape Transpose Cast CastLike Shape Size Slice concat Split Expand Tile Pad Identity Constant ConstantOfShape Range gather where'.split(
    ' ',
  ),
);

export function isWeightedClass(name: string): boolean {
  return weightedClasses.has(name);
}

/** Cost of leaving a layer unpaired, in milli-units: 2 for a layer with weights, 1 for computation, ½ for plumbing. */
export function unpairedCost(name: string, parameters: boolean): number {
  if (weightedClasses.has(name) && parameters) return 2000;
  if (glue.has(name) && !parameters) return 500;
  return 1000;
}

/**
 * Attributes that became inputs, or lost their meaning, in some operator-set version: another opset of the same network
 * must not read as a change. https://onnx.ai/onnx/operators/ (Clip 11, Squeeze 13, ReduceSum 13, ReduceMean 18, Split 13 …)
 */
const movedAttributes: Readonly<Record<string, string>> = {
  Clip: 'min max',
  Squeeze: 'axes',
  Unsqueeze: 'axes',
  Split: 'split num_outputs',
  Pad: 'pads value mode',
  Slice: 'starts ends axes',
  Dropout: 'ratio seed is_test',
  Upsample: 'scales height_scale width_scale',
  Resize: 'scales coordinate_transformation_mode nearest_mode cubic_coeff_a exclude_outside extrapolation_value',
  TopK: 'k',
  Reshape: 'shape allowzero',
  Tile: 'tiles axis',
  BatchNormalization: 'spatial is_test consumed_inputs momentum training_mode',
};

const movedOf = new Map(Object.entries(movedAttributes).map(([op, names]) => [op, new Set(names.split(' '))]));

/** Whether an attribute says the same as an input of another operator-set version does. */
export function isMovedAttribute(op: string, attribute: string): boolean {
  if (attribute === 'consumed_inputs') return true;
  if (op.startsWith('Reduce')) return attribute === 'axes' || attribute === 'noop_with_empty_axes';
  return movedOf.get(op)?.has(attribute) ?? false;
}

/** Operators that hand their first input on: the graph is the same without them. */
const transparent = new Set(['Identity', 'Dropout', 'QuantizeLinear', 'DequantizeLinear', 'DynamicQuantizeLinear']);
const transparentWhereEqual = new Set(['Cast', 'CastLike', 'Reshape', 'Transpose', 'Expand', 'Squeeze', 'Unsqueeze']);

export function isTransparent(op: string): boolean {
  return transparent.has(op);
}

/** Operators that do nothing where shape and type of input and output are equal. */
export function mayDoNothing(op: string): boolean {
  return transparentWhereEqual.has(op);
}

export function isQuantization(op: string): boolean {
  return op === 'QuantizeLinear' || op === 'DequantizeLinear' || op === 'DynamicQuantizeLinear';
}

/** A result that its inputs do not decide, or that belongs to a body: never part of a constant. */
export function isNeverConstant(op: string): boolean {
  return (
    op.startsWith('Random') ||
    op === 'Bernoulli' ||
    op === 'Multinomial' ||
    op === 'If' ||
    op === 'Loop' ||
    op === 'Scan'
  );
}
