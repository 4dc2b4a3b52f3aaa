import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  refuse
} from "./chunk-NBNMH6FY.js";
import {
  add,
  floorDiv,
  isKnown,
  mul,
  product,
  sub,
  sum,
  unknown
} from "./chunk-XNNL2VAW.js";

// src/conventions/formulas.ts
function rows(...groups) {
  const table2 = /* @__PURE__ */ new Map();
  for (const [operators, rule] of groups)
    for (const op of operators.trim().split(/\s+/)) {
      if (table2.has(op)) throw new Error(`two rules for ${op}`);
      table2.set(op, rule);
    }
  return table2;
}
var zero = () => 0n;
function perInput(times = 1n) {
  return (node) => mul(times, node.size());
}
function perOutput(times = 1n) {
  return (node) => mul(times, node.out);
}
function asFlops(rule) {
  return (node) => {
    const count = rule(node);
    return isCount(count) ? count : { macs: 0n, flops: count };
  };
}
var convolutions = "Conv QLinearConv ConvInteger com.microsoft.FusedConv com.microsoft.NhwcFusedConv";
var transposed = "ConvTranspose";
var dense = "Gemm com.microsoft.FusedGemm com.microsoft.QGemm";
var products = "MatMul MatMulInteger QLinearMatMul com.microsoft.FusedMatMul com.microsoft.MatMulIntegerToFloat com.microsoft.DynamicQuantizeMatMul";
var packed = "com.microsoft.MatMulNBits com.microsoft.MatMulBnb4";
var recurrent = "LSTM GRU RNN";
var places = /* @__PURE__ */ new Map([
  ["QLinearConv", [3, 8]],
  ["ConvInteger", [1, void 0]],
  ["QLinearMatMul", [3, void 0]],
  ["MatMulInteger", [1, void 0]],
  ["com.microsoft.MatMulIntegerToFloat", [1, 6]],
  ["com.microsoft.DynamicQuantizeMatMul", [1, 4]],
  ["com.microsoft.QGemm", [3, 6]],
  ["com.microsoft.FusedMatMul", [1, void 0]],
  ["MatMul", [1, void 0]]
]);
var productOps = new Set(products.split(" "));
var packedOps = new Set(packed.split(" "));
var denseOps = new Set(dense.split(" "));
function isProduct(node) {
  return productOps.has(node.op);
}
function weightAt(node) {
  return places.get(node.op)?.[0] ?? 1;
}
function weightOf(node) {
  return node.input(weightAt(node));
}
function hasBias(node) {
  const place = places.has(node.op) ? places.get(node.op)?.[1] : 2;
  return place !== void 0 && node.has(place);
}
function positions(tensor) {
  return product([tensor.dim(0), ...tensor.shape.slice(2)]);
}
function spatial(tensor) {
  return product(tensor.shape.slice(2));
}
function kernel(node) {
  return product(weightOf(node).shape.slice(2));
}
function weightSize(node) {
  return product(weightOf(node).shape);
}
function perSample(count, node) {
  return floorDiv(count, node.input(0).dim(0));
}
function hasVolume(node) {
  return node.input(0).rank > 4;
}
function normalizedRows(node) {
  const { shape } = node.input(0);
  const axis = Number(node.int("axis", -1n));
  return product(shape.slice(0, axis < 0 ? axis + shape.length : axis));
}
function convMacs(node) {
  return mul(positions(node.output()), weightSize(node));
}
function transposedMacs(node) {
  return mul(positions(node.input(0)), weightSize(node));
}
function biasAdds(node) {
  return hasBias(node) ? node.out : 0n;
}
function inner(node) {
  const a = node.input(0);
  if (denseOps.has(node.op)) return node.int("transA", 0n) === 0n ? a.dim(1) : a.dim(0);
  if (node.op === "com.microsoft.FusedMatMul" && node.int("transA", 0n) !== 0n) return a.dim(-2);
  return packedOps.has(node.op) ? node.int("K", 0n) : a.dim(-1);
}
function outer(node) {
  return node.output().dim(-1);
}
function productMacs(node) {
  return mul(inner(node), node.out);
}
function operandMacs(node) {
  const b = weightOf(node);
  return mul(node.size(), b.rank === 1 ? 1n : b.dim(-1));
}
function isLinear(node) {
  return !isProduct(node) || node.isConstant(weightAt(node));
}
function byLinear(linear7, other) {
  return (node) => isLinear(node) ? linear7(node) : other(node);
}
function isLinearBias(node) {
  return [0, 1].some((i) => {
    const made2 = node.maker(1 - i);
    if (!node.isConstant(i) || made2 === void 0 || !isProduct(made2) || !isLinear(made2)) return false;
    const bias = node.input(i);
    return bias.rank === 1 && made2.output().dim(-1) === bias.dim(0);
  });
}
function onLinearBias(rule, otherwise = zero) {
  return (node) => node.op === "Add" && isLinearBias(node) ? rule(node) : otherwise(node);
}
function isSilu(node) {
  return [0, 1].some((i) => {
    const gate = node.maker(i);
    return gate?.op === "Sigmoid" && gate.has(0) && node.has(1 - i) && gate.input(0) === node.input(1 - i);
  });
}
function isRelu6(node) {
  const low = node.has(1) ? node.scalar(1) : node.facts.attribute("min");
  const high = node.has(2) ? node.scalar(2) : node.facts.attribute("max");
  return low === 0 && high === 6;
}
function onRelu6(rule) {
  return (node) => isRelu6(node) ? rule(node) : 0n;
}
function onSilu(rule, otherwise = zero) {
  return (node) => isSilu(node) ? rule(node) : otherwise(node);
}
function isGroupNorm(node) {
  return node.op === "InstanceNormalization" && node.maker(0)?.op === "Reshape";
}
function isAdaptivePool(node) {
  return node.op === "GlobalAveragePool" || node.ints("kernel_shape").every((k) => k === 1n);
}
function isAttention(node) {
  return node.maker(0)?.op === "Softmax";
}
function resizeMode(node) {
  return { mode: node.text("mode", "nearest"), axes: node.input(0).rank - 2 };
}
function cell(node) {
  const gates = node.op === "LSTM" ? 4n : node.op === "GRU" ? 3n : 1n;
  const [x, w, r] = [node.input(0), node.input(1), node.input(2)];
  return {
    input: w.dim(2),
    hidden: r.dim(2),
    gates,
    bias: node.has(3) ? 1n : 0n,
    runs: product([x.dim(0), x.dim(1), w.dim(0)])
  };
}
function cellMacs(node) {
  const { gates, hidden, input } = cell(node);
  return product([gates, hidden, add(input, hidden)]);
}
function einsum(node) {
  const equation = node.text("equation", "").replaceAll(/\s/g, "");
  const [left = "", right = ""] = equation.split("->");
  const terms = left.split(",");
  if (terms.length > 2 || !equation.includes("->") || equation.includes("."))
    refuse(`\`${node.facts.label}\`: \`${equation}\` is not an einsum of one or two operands with named labels`);
  const labels = /* @__PURE__ */ new Map();
  terms.forEach((term, i) => {
    [...term].forEach((label, axis) => {
      const extent = node.input(i).dim(axis);
      if (labels.get(label) === void 0 || labels.get(label) === 1n) labels.set(label, extent);
    });
  });
  return {
    equation,
    multiplies: terms.length === 2,
    labels,
    all: product([...labels.values()]),
    sums: [...labels.keys()].some((label) => !right.includes(label))
  };
}
function printedEinsumFlops(node) {
  const { all, sums } = einsum(node);
  const exact = add(mul(sums ? 2n : 1n, all), 1n);
  if (!isKnown(exact)) return unknown(`\`${node.facts.label}\`: the tool rounds this count, and it is symbolic`);
  return fourDigits(exact);
}
function fourDigits(n) {
  const size = 10n ** BigInt(Math.max(0, n.toString().length - 4));
  const whole = n / size;
  const twice = 2n * (n % size);
  const up = twice > size || twice === size && whole % 2n === 1n;
  return (up ? whole + 1n : whole) * size;
}
var foldedNorms = "Exporters fold batch norms into convolutions by default, and give those a bias they did not have: the number is the one the tool gives for the module only where the export kept them.";
function near(why2, rule) {
  return (node) => {
    const count = rule(node);
    return isCount(count) ? { ...count, near: why2 } : { count, near: why2 };
  };
}
function isCount(count) {
  return typeof count === "object" && !("kind" in count);
}

// src/conventions/caffe.ts
var caffe = {
  id: "caffe",
  title: "Caffe scripts",
  version: "the get_flops.py family, undated",
  source: "pycaffe scripts that read net.params and net.blobs",
  unit: "macs",
  accuracy: "exact",
  why: "Extents alone decide. Not reproduced: a layer whose top blob bears another name than the layer, which the scripts skip in silence; a file has no such names.",
  doc: "Weight elements \xD7 output positions of convolutions, weight elements of inner products. No bias, no batch, nothing else: transposed convolutions and products of activations are 0.",
  rules: rows(
    [convolutions, (node) => mul(weightSize(node), spatial(node.output()))],
    [dense, weightSize],
    [products, byLinear(weightSize, zero)],
    ["com.microsoft.MatMulNBits com.microsoft.MatMulBnb4", (node) => mul(node.int("K", 0n), node.int("N", 0n))],
    [`${transposed} ${recurrent} Einsum Attention DeformConv`, zero]
  ),
  rest: "arithmetic",
  countsElements: false,
  bodies: "followed"
};

// src/conventions/calflops.ts
function doubled(macs, more = 0n) {
  return { macs, flops: add(mul(2n, macs), more) };
}
var transposedConvolution = (node) => {
  const x = node.input(0);
  const perGroup = weightOf(node).dim(1);
  const filters = floorDiv(perGroup, node.int("group", 1n));
  const macs = product([x.dim(0), spatial(x), kernel(node), x.dim(1), filters]);
  if (!hasBias(node)) return doubled(macs);
  const [strides, pads, dilations] = [node.ints("strides"), node.ints("pads"), node.ints("dilations")];
  const wrong = x.shape.slice(2).map((extent, i) => {
    const window2 = add(mul(dilations[i] ?? 1n, sub(weightOf(node).dim(i + 2), 1n)), 1n);
    return add(floorDiv(sub(add(extent, 2n * (pads[i] ?? 0n)), window2), strides[i] ?? 1n), 1n);
  });
  return doubled(macs, product([perGroup, x.dim(0), ...wrong]));
};
function recurrentCell(node) {
  const { input, hidden, gates, bias, runs } = cell(node);
  const states = node.op === "LSTM" ? 10n : node.op === "GRU" ? 7n : 1n;
  const rowsOfGates = mul(gates, hidden);
  const multiplied = product([2n, rowsOfGates, add(input, hidden)]);
  return mul(sum([sub(multiplied, mul(2n, rowsOfGates)), mul(states, hidden), product([2n, bias, rowsOfGates])]), runs);
}
function upsample(scaled) {
  return (node) => node.has(3) ? spatial(node.output()) : scaled(node);
}
function table(scaled) {
  return rows(
    [convolutions, (node) => doubled(convMacs(node), biasAdds(node))],
    [transposed, transposedConvolution],
    [`${dense} ${packed}`, (node) => doubled(productMacs(node))],
    [products, (node) => doubled(operandMacs(node))],
    ["Einsum", asFlops(printedEinsumFlops)],
    ["BatchNormalization", asFlops(perInput(2n))],
    ["LayerNormalization InstanceNormalization GroupNormalization", asFlops(perInput(5n))],
    ["Relu PRelu Elu LeakyRelu Gelu Erf Softmax", asFlops(perInput())],
    ["Mul", asFlops(onSilu(perOutput()))],
    ["MaxPool AveragePool GlobalAveragePool GlobalMaxPool", asFlops(perInput())],
    ["Resize Upsample", asFlops(upsample(scaled))],
    [recurrent, asFlops(recurrentCell)]
  );
}
var why = `It patches functions: \`+\`, \`*\` and the mean over an axis are not seen, torch.add and torch.mul are, and a file has one operator for both. Here sums and products of activations are operators, so 0 but for x\xB7sigmoid(x). ${foldedNorms} MACs hold no bias and survive that.`;
var calflops = {
  id: "calflops",
  title: "calflops",
  version: "29ca584",
  source: "https://github.com/MrYxJ/calculate-flops.pytorch/blob/29ca584/calflops/pytorch_ops.py",
  unit: "both",
  accuracy: "near",
  why: `${why} The operator \`@\`, mm, bmm and scaled_dot_product_attention are not patched, and are counted here.`,
  doc: "MACs of convolutions, linear layers and matmul without bias; FLOPs are twice that, biases of convolutions, and one to five per element of norms, activations and pools. Recurrent layers have FLOPs but no MACs.",
  rules: table(perInput()),
  rest: "arithmetic",
  countsElements: true,
  bodies: "followed"
};
var deepspeed = {
  id: "deepspeed",
  title: "DeepSpeed flops profiler",
  version: "0.19.6 (edaa722)",
  source: "https://github.com/deepspeedai/DeepSpeed/blob/edaa722/deepspeed/profiling/flops_profiler/profiler.py",
  unit: "both",
  accuracy: "near",
  why,
  doc: "As calflops, which was made from it; it also sees `@`, mm, bmm and scaled_dot_product_attention, and upsampling by a factor costs what it makes. A second call in one process counts attention twice; this is the first.",
  rules: table(perOutput()),
  rest: "arithmetic",
  countsElements: true,
  bodies: "followed"
};

// src/conventions/convnet-burden.ts
var transposedConvolution2 = (node) => add(product([node.size(), kernel(node), node.input(1).dim(0)]), biasAdds(node));
var linear = (node) => add(productMacs(node), hasBias(node) ? node.out : 0n);
var pool = (node) => product([2n, node.out, ...node.ints("strides")]);
function normalize(node) {
  const [n = 1n, channels = 1n, ...extents] = node.output().shape;
  return sum([node.out, product([n, add(mul(2n, channels), 2n), ...extents])]);
}
var convnetBurden = {
  id: "convnet-burden",
  title: "convnet-burden",
  version: "9c7f31b",
  source: "https://github.com/albanie/convnet-burden/blob/9c7f31b/core/burden.m",
  unit: "macs",
  accuracy: "near",
  why: "It reads MatConvNet networks. Products of two activations and recurrent layers have no layer there, and are unknown.",
  doc: "What it calls FLOPs are fused multiply-adds: convolutions and fully connected layers with bias, 2 per element of ReLU, 2 per element a pool covers, 1 of sums, scales and global pools, 4 of upsampling. Batch norms are taken as merged, softmax and sigmoid as too hard to tell: 0.",
  rules: rows(
    [convolutions, (node) => add(convMacs(node), biasAdds(node))],
    [transposed, transposedConvolution2],
    [`${dense} ${packed}`, linear],
    [
      products,
      byLinear(
        linear,
        (node) => refuse(`\`${node.facts.label}\`: MatConvNet has no layer for a product of activations`)
      )
    ],
    ["Relu LeakyRelu Clip", perOutput(2n)],
    ["MaxPool AveragePool", pool],
    ["GlobalAveragePool GlobalMaxPool ReduceMax ReduceMean", perInput()],
    ["Add Sum Mul", perOutput()],
    ["Max", (node) => mul(BigInt(node.facts.inputs.length), node.out)],
    ["Resize Upsample", perOutput(4n)],
    ["LRN LpNormalization", normalize],
    ["BatchNormalization Softmax Sigmoid", zero]
  ),
  rest: "arithmetic",
  countsElements: true,
  bodies: "followed"
};

// src/conventions/fvcore.ts
function einsumMacs(node) {
  const { equation, all } = einsum(node);
  const plain = renamed(equation);
  return plain === "abc,abd->acd" || plain === "abc,adc->adb" ? all : floorDiv(printedEinsumFlops(node), 2n);
}
function renamed(equation) {
  const order = [...new Set(equation.replaceAll(/[^a-zA-Z]/g, ""))];
  return [...equation].map((c) => order.includes(c) ? String.fromCharCode(97 + order.indexOf(c)) : c).join("");
}
var upsample2 = (node) => {
  const { mode, axes } = resizeMode(node);
  if (axes !== 2 || mode === "cubic") return 0n;
  return mul(mode === "linear" ? 4n : 1n, node.out);
};
var fvcore = {
  id: "fvcore",
  title: "fvcore",
  version: "0.1.6 (3378afe)",
  source: "https://github.com/facebookresearch/fvcore/blob/3378afe/fvcore/nn/jit_handles.py",
  unit: "macs",
  accuracy: "near",
  why: `Its rules are per traced operator, and files hold the same ones. ${foldedNorms} A pool over all positions is taken for adaptive_avg_pool2d, and every norm for one with weights.`,
  doc: "What it calls FLOPs are MACs: convolutions and products without bias, 2 per element of batch norms, 5 of other norms, 1 of global average pools, 1 or 4 of upsampling. Recurrent layers are not supported: 0.",
  rules: rows(
    [convolutions, convMacs],
    [transposed, transposedMacs],
    [`${dense} ${packed}`, productMacs],
    [products, operandMacs],
    ["Einsum", einsumMacs],
    ["BatchNormalization", perInput(2n)],
    ["LayerNormalization InstanceNormalization GroupNormalization", perInput(5n)],
    ["AveragePool GlobalAveragePool", (node) => isAdaptivePool(node) && node.input(0).rank === 4 ? node.size() : 0n],
    ["Resize Upsample", upsample2],
    ["GridSample", perOutput(4n)],
    [`${recurrent} Attention`, zero]
  ),
  rest: "arithmetic",
  countsElements: true,
  bodies: "followed"
};

// src/conventions/netscope.ts
function transposedConvolution3(node) {
  const strides = node.ints("strides");
  const y = node.output();
  const all = product([node.input(0).dim(1), y.dim(1), positions(y), kernel(node)]);
  return floorDiv(all, product(strides.length > 0 ? strides : [1n]));
}
var multiply = (node) => node.isConstant(0) || node.isConstant(1) ? node.out : 0n;
var parameters = (node) => {
  if (node.op === "BatchNormalization") return mul(2n, node.input(0).dim(1));
  if (node.op === "LRN") return 2n;
  return weighted.has(node.op) ? node.facts.parameters : 0n;
};
var weighted = new Set(`${convolutions} ${transposed} ${dense} ${packed} ${products}`.split(" "));
var netscope = {
  id: "netscope",
  title: "Netscope",
  version: "dgschwend/netscope 8ae36d8",
  source: "https://github.com/dgschwend/netscope/blob/8ae36d8/src/analyzer.coffee",
  unit: "macs",
  accuracy: "near",
  why: "It reads a Caffe prototxt. A batch norm of a file is taken for its BatchNorm and Scale, a product with a stored tensor for a Scale.",
  doc: "Its column macc: convolutions and inner products without bias, Scale layers, the squares of LRN. Comparisons, additions, divisions and exponentials it keeps apart and sums nowhere. Products of activations have no layer.",
  rules: rows(
    [convolutions, convMacs],
    [transposed, transposedConvolution3],
    [`${dense} ${packed}`, productMacs],
    [
      products,
      byLinear(
        productMacs,
        (node) => refuse(`\`${node.facts.label}\`: Caffe has no layer for a product of activations`)
      )
    ],
    ["BatchNormalization", perInput()],
    ["Mul", multiply],
    ["LRN", (node) => mul(node.int("size", 1n), node.out)]
  ),
  rest: "arithmetic",
  countsElements: false,
  bodies: "followed",
  parameters
};

// src/conventions/onnx-tool.ts
function volume({ shape }) {
  return shape.length === 0 ? 0n : product(shape);
}
function made(times) {
  return (node) => mul(times, volume(node.output()));
}
function taken(times) {
  return (node) => mul(times, volume(node.input(0)));
}
function window(filter) {
  return product(filter.shape.slice(1));
}
function inputsOf(node) {
  return node.facts.inputs.length;
}
function biased(node, inputs) {
  return inputsOf(node) === inputs ? volume(node.output()) : 0n;
}
function convolution(filter, withBias) {
  return (node) => {
    const out = volume(node.output());
    return add(mul(out, window(node.input(filter))), biased(node, withBias));
  };
}
var gemm = (node) => {
  const inner2 = node.input(1).dim(node.int("transB", 0n) > 0n ? -1 : -2);
  return add(mul(volume(node.output()), inner2), biased(node, 3));
};
var matMul = (node) => {
  const b = node.input(1);
  if (node.input(0).rank < 2 || b.rank < 2) refuse(`\`${node.facts.label}\`: onnx-tool stops at a product of vectors`);
  return add(mul(volume(node.output()), b.dim(-2)), biased(node, 3));
};
var quantizedMatMul = (node) => mul(volume(node.input(0)), node.input(3).dim(-1));
var einsum2 = (node) => {
  node.input(1);
  const labels = /* @__PURE__ */ new Map();
  const [left = ""] = node.text("equation", "").replaceAll(/\s/g, "").split("->");
  left.split(",").forEach((term, i) => {
    if (i > 1) return;
    [...term.replaceAll(".", "")].forEach((label, axis) => {
      labels.set(label, node.input(i).dim(axis));
    });
  });
  return product([...labels.values()]);
};
var pool2 = (node) => {
  const window2 = node.ints("kernel_shape");
  const [first = 3n, second] = window2;
  return product([volume(node.output()), first, window2.length === 2 && second !== void 0 ? second : 1n]);
};
var resize = (node) => {
  const times = /* @__PURE__ */ new Map([
    ["linear", 4n],
    ["cubic", 8n]
  ]);
  return mul(times.get(node.text("mode", "nearest")) ?? 0n, volume(node.output()));
};
var layerNorm = (node) => {
  const x = node.input(0);
  const axis = Number(node.int("axis", -1n));
  const others = x.shape.filter((_, i) => i !== (axis < 0 ? axis + x.rank : axis));
  return add(mul(7n, volume(x)), mul(29n, product(others)));
};
function recurrent2(gates, times) {
  return (node) => {
    const [x, w, r, b] = [0, 1, 2, 3].map((i) => node.input(i));
    if (x === void 0 || w === void 0 || r === void 0 || b === void 0) return 0n;
    const steps = mul(x.dim(0), x.dim(1));
    const hidden = node.input(1).dim(1);
    const width = typeof hidden === "bigint" ? hidden / gates : hidden;
    return mul(steps, add(sum([w, r, b].map(volume)), mul(times, width)));
  };
}
function isStatic(node, input) {
  return node.isConstant(input) && node.maker(input)?.op !== "DequantizeLinear";
}
function parameters2(node) {
  return sum(node.facts.inputs.map((x, i) => x !== void 0 && isStatic(node, i) ? volume(x) : 0n));
}
var moves = `Where Transpose Tile Gather Constant Concat GridSample DepthToSpace OneHot Trilu Unsqueeze Squeeze Shape Dropout
  Expand Pad Identity Erf Flatten ArgMax Slice TopK Compress RoiAlign ScatterElements ScatterND GatherND RandomUniformLike
  RandomNormalLike Reshape GatherElements ConstantOfShape Cast Split NonMaxSuppression Range
  ai.onnx.ml.ArrayFeatureExtractor ai.onnx.ml.ZipMap ai.onnx.ml.CategoryMapper`;
var onnxTool = {
  id: "onnx-tool",
  title: "onnx-tool",
  version: "1.0.1 (00f5f0a)",
  source: "https://github.com/ThanatosShinji/onnx-tool/blob/00f5f0a/onnx_tool/node.py",
  unit: "macs",
  accuracy: "exact",
  why: "It reads the same file. Where it has no rule for an operator it stops, so the layer is unknown here; where its own shape inference fails it stops as well, and Flopgate counts on.",
  doc: "MACs of convolutions and products with their bias, and every other operator by instructions: an exponential 32, a division 4, a square root 24. Erf is 0. Parameters are summed over the nodes that read them, shape constants included.",
  rules: rows(
    ["Sub Add Min Max Neg Abs Ceil Mod Mul Hardmax Relu Sign Less LessOrEqual Round Not And Or Xor CumSum", made(1n)],
    ["NonZero Equal Floor Greater GreaterOrEqual", made(1n)],
    ["Sum", (node) => mul(BigInt(Math.max(0, inputsOf(node) - 1)), volume(node.output()))],
    ["Clip LeakyRelu PRelu DequantizeLinear QuantizeLinear", made(2n)],
    ["Div Reciprocal HardSigmoid", made(4n)],
    ["HardSwish", made(5n)],
    ["InstanceNormalization", made(7n)],
    ["Sqrt", made(24n)],
    ["BatchNormalization", made(31n)],
    ["Exp Sigmoid Pow", made(32n)],
    ["LpNormalization", made(33n)],
    ["Gelu", made(34n)],
    ["Elu", made(35n)],
    ["Softmax", made(36n)],
    ["Sin Cos", made(39n)],
    ["Log", made(43n)],
    ["Atan", made(64n)],
    ["Tanh Softplus", made(76n)],
    ["LogSoftmax", made(80n)],
    ["LRN", (node) => mul(37n + node.int("size", 0n), volume(node.output()))],
    ["ReduceMean ReduceProd ReduceSum ReduceMin ReduceMax", taken(1n)],
    ["ReduceL2", taken(25n)],
    ["LayerNormalization", layerNorm],
    ["GlobalAveragePool", (node) => add(volume(node.input(0)), mul(4n, volume(node.output())))],
    ["AveragePool MaxPool", pool2],
    ["Resize Upsample", resize],
    ["Conv ConvTranspose ConvInteger", convolution(1, 3)],
    ["QLinearConv", convolution(3, 9)],
    ["Gemm", gemm],
    ["MatMul MatMulInteger", matMul],
    ["QLinearMatMul", quantizedMatMul],
    ["Einsum", einsum2],
    ["LSTM", recurrent2(4n, 180n)],
    ["GRU", recurrent2(3n, 110n)],
    [moves, zero]
  ),
  rest: (node) => refuse(`\`${node.facts.label}\`: onnx-tool stops at \`${node.op}\`, for which it has no rule`),
  countsElements: true,
  bodies: "closed",
  parameters: parameters2
};

// src/conventions/opcounter.ts
var blind = "onnx-opcounter reads an extent that onnx.shape_inference cannot tell as 0, and so all that depends on it; Flopgate counts the real one.";
var computed = `The file computes shapes as it runs. ${blind}`;
var foreign = "Operators outside the standard sets have no shape inference in onnx: the tool stops, unless onnxruntime can run the file for it.";
var convolution2 = (node) => {
  const [channels, groups] = [node.input(0).dim(1), node.int("group", 1n)];
  const perGroup = typeof channels === "bigint" ? channels / groups : channels;
  return product([node.out, perGroup, ...node.input(1).shape.slice(2)]);
};
var matrix = (node) => {
  const y = node.output();
  return mul(node.size(), y.rank === 0 ? 1n : y.dim(-1));
};
var resize2 = (node) => {
  const mode = node.text("mode", "nearest");
  if (mode === "cubic") refuse(`\`${node.facts.label}\`: onnx-opcounter stops at cubic resizing`);
  return mode === "linear" ? mul(11n, node.out) : 0n;
};
function parameters3(node) {
  return sum(node.facts.stored.map(({ initializer, elements: elements2 }) => initializer ? elements2 : 0n));
}
var opcounter = {
  id: "opcounter",
  title: "onnx-opcounter",
  version: "0.0.4 (c635b03)",
  source: "https://github.com/gmalivenko/onnx-opcounter/blob/c635b03/onnx_opcounter/onnx_opcounter.py",
  unit: "macs",
  accuracy: "exact",
  why: "It reads the same file.",
  doc: "MACs of convolutions and products without bias, 2 per element of batch norms, 11 of linear resizing; 0 for what is listed as free; 1 per output element of every other operator, Flatten and Concat too. Parameters are all initializers.",
  rules: rows(
    ["Conv ConvTranspose", convolution2],
    ["Gemm MatMul", matrix],
    ["BatchNormalization", (node) => mul(node.has(4) ? 2n : 1n, node.out)],
    ["Relu Add", perInput()],
    ["Resize Upsample", resize2],
    ["Shape", near(computed, zero)],
    ["NonZero If Loop Scan", near(computed, perOutput())],
    ["Constant Reshape Slice Gather ScatterND Tile Transpose Sign Squeeze Unsqueeze Split Cast", zero]
  ),
  rest: (node) => node.op.includes(".") ? near(foreign, perOutput())(node) : node.out,
  openExtents: `The file leaves extents of its inputs open. ${blind}`,
  countsElements: true,
  bodies: "closed",
  parameters: parameters3
};

// src/conventions/paper.ts
function convolution3(node) {
  const [filters, ...filter] = weightOf(node).shape;
  return product([2n, positions(node.output()), add(product(filter), 1n), filters ?? 1n]);
}
function fullyConnected(node) {
  return mul(sub(mul(2n, inner(node)), 1n), mul(outer(node), rowsOf(node)));
}
function rowsOf(node) {
  return product(node.output().shape.slice(0, -1));
}
var paper = {
  id: "paper",
  title: "Molchanov et al.",
  version: "arXiv:1611.06440v2, appendix A.1",
  source: "https://arxiv.org/abs/1611.06440",
  unit: "flops",
  accuracy: "exact",
  why: "The formulas need extents only, and the file has them. The paper has none for transposed convolutions, recurrent layers and products of activations: those are unknown.",
  doc: "FLOPs of convolutions, 2\xB7H\xB7W\xB7(Ci\xB7K\xB2 + 1)\xB7Co, and of fully connected layers, (2\xB7I \u2212 1)\xB7O; multiplication and addition apart, a bias on every convolution, nothing else.",
  rules: rows(
    [convolutions, convolution3],
    [`${dense} ${packed}`, fullyConnected],
    [
      products,
      byLinear(
        fullyConnected,
        (node) => refuse(`\`${node.facts.label}\` multiplies two activations; Molchanov et al. have no formula for it`)
      )
    ]
  ),
  rest: "arithmetic",
  countsElements: false,
  bodies: "followed"
};

// src/conventions/ptflops.ts
function linear2(node) {
  return add(productMacs(node), hasBias(node) ? node.out : 0n);
}
function recurrentCell2(node) {
  const { hidden, gates, bias, runs } = cell(node);
  const states = node.op === "LSTM" ? 10n : node.op === "GRU" ? 7n : 1n;
  return mul(sum([cellMacs(node), mul(states, hidden), product([2n, bias, gates, hidden])]), runs);
}
var upsample3 = (node) => add(node.out, floorDiv(node.out, node.output().dim(0)));
var ptflops = {
  id: "ptflops",
  title: "ptflops",
  version: "0.7.6 (d612c75), backend pytorch",
  source: "https://github.com/sovrasov/flops-counter.pytorch/blob/d612c75/ptflops/pytorch_ops.py",
  unit: "macs",
  accuracy: "near",
  why: `It counts modules, functions and methods apart, and both where one calls the other (nn.ReLU twice, F.relu once, \`+\` not at all); a file has one operator for all of them. Here activations and pools are modules, sums are operators. ${foldedNorms}`,
  doc: "MACs of convolutions and linear layers with their bias, of products, and one per element of norms and activations, two where module and function are both hooked.",
  rules: rows(
    [convolutions, (node) => add(convMacs(node), biasAdds(node))],
    [transposed, (node) => add(transposedMacs(node), biasAdds(node))],
    [dense, linear2],
    [packed, productMacs],
    [products, byLinear(productMacs, operandMacs)],
    ["Add", onLinearBias(perOutput())],
    ["Mul", onSilu(perOutput())],
    ["BatchNormalization InstanceNormalization", perInput(2n)],
    ["LayerNormalization RMSNormalization", perInput()],
    ["Relu PRelu Elu Gelu Erf MaxPool AveragePool GlobalAveragePool GlobalMaxPool", perInput(2n)],
    ["LeakyRelu", perOutput()],
    ["Clip", onRelu6(perOutput())],
    ["Softmax", perInput()],
    ["Resize Upsample", upsample3],
    [recurrent, recurrentCell2],
    // Einsum is neither hooked nor lowered to what is.
    ["Einsum", zero]
  ),
  rest: "arithmetic",
  countsElements: true,
  bodies: "followed"
};

// src/conventions/tensorflow.ts
var convolution4 = (node) => add(mul(2n, convMacs(node)), biasAdds(node));
function transposedConvolution4(node) {
  if (hasVolume(node)) return biasAdds(node);
  const strides = node.ints("strides");
  const divisor = mul(node.output().dim(1), product(strides.length > 0 ? strides : [1n]));
  return add(floorDiv(product([2n, node.out, weightSize(node)]), divisor), biasAdds(node));
}
var linear3 = (node) => add(mul(2n, productMacs(node)), hasBias(node) ? node.out : 0n);
var batchNorm = (node) => add(mul(2n, node.size()), mul(6n, node.input(0).dim(1)));
var pool3 = (node) => hasVolume(node) ? 0n : mul(product(node.ints("kernel_shape")), node.out);
function groupNorm(node, groups) {
  const [samples, channels] = [node.input(0).dim(0), node.input(0).dim(1)];
  return add(mul(6n, node.size()), mul(samples, add(mul(4n, groups), mul(3n, channels))));
}
var instanceNorm = (node) => {
  const before = isGroupNorm(node) ? node.maker(0) : void 0;
  const counted = groupNorm(before ?? node, node.input(0).dim(1));
  return before === void 0 ? counted : sub(counted, mul(2n, node.size()));
};
var layerNorm2 = (node) => add(mul(node.has(2) ? 9n : 8n, node.size()), mul(4n, normalizedRows(node)));
var rmsNorm = (node) => add(mul(4n, node.size()), mul(3n, normalizedRows(node)));
var prelu = (node) => add(mul(3n, node.out), node.size(1));
var reciprocal = (node) => mul(node.maker(0)?.op === "Sqrt" ? 2n : 1n, node.size());
function reduced(node) {
  return sub(node.size(), node.out);
}
var tensorflow = {
  id: "tensorflow",
  title: "TensorFlow profiler",
  version: "flops_registry.py of TensorFlow 2.21",
  source: "tensorflow/python/profiler/internal/flops_registry.py",
  unit: "flops",
  accuracy: "near",
  why: "It counts a frozen TensorFlow graph in NHWC, where a network may have other operators for the same thing. On the convolutional networks of Keras applications, written down layer by layer, it is the same integer, but for one operation per channel where Keras leaves \u03B3 out (InceptionV3: 17,216 of 11,468,989,680). tf2onnx folds most batch norms: its files of those networks come out lower by what they cost, 0.002 % (ResNet50) to 0.9 % (MobileNetV3Small). Batch products are counted, as recent releases do; the two of Keras multi-head attention are Einsum there, which has no entry.",
  doc: "FLOPs: two for each multiply-accumulate of convolutions and products, one for a bias and for each element of arithmetic and comparisons, 5 of softmax; norms and activations as Keras 3 writes them out: a batch norm is 2 for each element and 6 for each channel, a layer norm 9 for each element and 4 for each mean, SiLU 2, GELU 4; Relu, sigmoid and tanh, and pools and transposed convolutions in three dimensions have no entry: 0.",
  rules: rows(
    [convolutions, convolution4],
    [transposed, transposedConvolution4],
    [`${dense} ${packed} ${products}`, linear3],
    ["BatchNormalization", batchNorm],
    ["LayerNormalization", layerNorm2],
    ["RMSNormalization", rmsNorm],
    ["GroupNormalization", (node) => groupNorm(node, node.int("num_groups", 1n))],
    ["InstanceNormalization", instanceNorm],
    ["Log Neg", perInput()],
    ["Reciprocal", reciprocal],
    ["Softmax", perInput(5n)],
    ["PRelu", prelu],
    ["HardSigmoid", perOutput(2n)],
    ["HardSwish", perOutput(3n)],
    ["Mish", perOutput()],
    // nn.silu multiplies by β = 1 first.
    ["Swish", perOutput(2n)],
    ["Mul", onSilu(perOutput(2n), perOutput())],
    ["Gelu", (node) => mul(node.text("approximate", "none") === "tanh" ? 7n : 4n, node.out)],
    ["Add Sub Div Max Min Pow Greater GreaterOrEqual Less LessOrEqual Equal", perOutput()],
    ["Sum", (node) => mul(BigInt(node.facts.inputs.length - 1), node.out)],
    ["ReduceMean GlobalAveragePool", perInput()],
    ["ReduceSum ArgMax ArgMin", reduced],
    ["MaxPool AveragePool", pool3],
    ["Attention", zero]
  ),
  rest: "arithmetic",
  countsElements: true,
  bodies: "followed"
};

// src/conventions/tflite.ts
var convolution5 = (node) => hasVolume(node) ? biasAdds(node) : add(mul(2n, convMacs(node)), node.out);
function transposedConvolution5(node) {
  if (hasVolume(node)) return biasAdds(node);
  const [, filters = 1n, ...window2] = weightOf(node).shape;
  return product([2n, node.size(), filters, node.int("group", 1n), ...window2]);
}
var linear4 = (node) => add(mul(2n, productMacs(node)), hasBias(node) ? node.out : 0n);
function pool4(node) {
  if (hasVolume(node)) refuse(`\`${node.facts.label}\`: the converter has no pool in three dimensions`);
  return mul(product(node.ints("kernel_shape")), node.out);
}
var convolves = /* @__PURE__ */ new Set([...convolutions.split(" "), transposed]);
var affine = /* @__PURE__ */ new Set(["Add", "Sub", "Mul", "Div"]);
function isFolded(node, further = 8) {
  if (further === 0) return false;
  const [data, constant] = node.op === "BatchNormalization" || !node.isConstant(0) ? [0, 1] : [1, 0];
  const before = node.maker(data);
  if (before === void 0) return false;
  if (node.op !== "BatchNormalization") {
    if (!affine.has(node.op) || !node.isConstant(constant) || node.op === "Div" && constant === 0) return false;
    const elements2 = node.size(constant);
    if (elements2 !== 1n && elements2 !== node.output().dim(1)) return false;
  }
  return convolves.has(before.op) ? !hasVolume(before) : isFolded(before, further - 1);
}
var batchNorm2 = (node) => isFolded(node) ? 0n : mul(2n, node.size());
var arithmetic = (node) => node.isConstant(0) && node.isConstant(1) || isFolded(node) ? 0n : node.out;
var layerNorm3 = (node) => add(mul(node.has(2) ? 5n : 4n, node.size()), normalizedRows(node));
function groupNorm2(node, groups) {
  const x = node.input(0);
  return add(mul(x.rank > 3 ? 3n : 2n, node.size()), mul(x.dim(0), add(groups, mul(3n, x.dim(1)))));
}
var instanceNorm2 = (node) => {
  const before = isGroupNorm(node) ? node.maker(0) : void 0;
  const counted = groupNorm2(before ?? node, node.input(0).dim(1));
  return before === void 0 ? counted : sub(counted, mul(2n, node.size()));
};
var tflite = {
  id: "tflite",
  title: "TensorFlow Lite converter",
  version: "LiteRT f674577",
  source: "https://github.com/google-ai-edge/LiteRT/blob/f674577/tflite/converter/ir/tfl_ops.cc",
  unit: "flops",
  accuracy: "near",
  why: "It counts the graph it has made: batch norms, and sums and products by channel, folded into the convolution before them; activations fused. On nine convolutional networks of Keras applications (tf2onnx files) it is the same integer, folded in the file or not. The converter takes out more where it can: arithmetic on the image before the first convolution (EfficientNetB0, 0.05 %), hard swish written in four nodes (MobileNetV3, 1.4 %). Half of the total is what it prints as MACs.",
  doc: "Operations: two for each multiply-accumulate of convolutions and fully connected layers, and a bias for every convolution; 64 for each element of sigmoid, tanh and softmax; one of sums and products; norms that stay by their primitives, of which means, squares and roots have no count. Products of activations are not counted, nor convolutions in three dimensions.",
  rules: rows(
    [convolutions, convolution5],
    [transposed, transposedConvolution5],
    [`${dense} ${packed}`, linear4],
    [products, byLinear(linear4, zero)],
    ["Add Sub Mul Div", arithmetic],
    ["Sum", (node) => mul(BigInt(node.facts.inputs.length - 1), node.out)],
    ["BatchNormalization", batchNorm2],
    ["LayerNormalization", layerNorm3],
    ["RMSNormalization", (node) => add(mul(2n, node.size()), normalizedRows(node))],
    ["GroupNormalization", (node) => groupNorm2(node, node.int("num_groups", 1n))],
    ["InstanceNormalization", instanceNorm2],
    ["HardSigmoid", perOutput(2n)],
    ["Softplus", perOutput()],
    ["Swish", perOutput(65n)],
    ["Mish", perOutput(66n)],
    ["Sigmoid Tanh Softmax LogSoftmax", perOutput(64n)],
    ["LpNormalization", perOutput(3n)],
    ["MaxPool AveragePool", pool4],
    // MEAN and REDUCE_MAX, as means and maxima over axes, have no count.
    ["GlobalAveragePool GlobalMaxPool", zero],
    ["Attention", zero]
  ),
  rest: "arithmetic",
  countsElements: true,
  bodies: "followed"
};

// src/conventions/thop.ts
function transposedConvolution6(node) {
  return product([node.out, floorChannels(node), kernel(node)]);
}
function floorChannels(node) {
  const [channels, groups] = [node.input(0).dim(1), node.int("group", 1n)];
  return typeof channels === "bigint" ? channels / groups : channels;
}
function softmax(node) {
  const n = node.input(0).dim(Number(node.int("axis", -1n)));
  const all = node.size();
  return sub(mul(3n, all), rowsOf2(node, n));
}
function rowsOf2(node, n) {
  const shape = node.input(0).shape;
  const axis = Number(node.int("axis", -1n));
  return n === 0n ? 0n : product(shape.filter((_, i) => i !== (axis < 0 ? axis + shape.length : axis)));
}
var upsampling = /* @__PURE__ */ new Map([
  ["nearest", [1n, 1n, 1n]],
  // linear, bilinear; trilinear is warned of and left out
  ["linear", [5n, 11n, 0n]],
  ["cubic", [259n, 259n, 259n]]
]);
var upsample4 = (node) => {
  const { mode, axes } = resizeMode(node);
  return mul(upsampling.get(mode)?.[axes - 1] ?? 0n, node.out);
};
function recurrentCell3(node) {
  const { hidden, gates, bias, runs } = cell(node);
  const state = node.op === "RNN" ? 0n : 4n;
  return mul(
    sum([cellMacs(node), product([gates, hidden]), product([2n, bias, gates, hidden]), mul(state, hidden)]),
    runs
  );
}
var hooked = new Set(
  `${convolutions} ${transposed} ${dense} ${packed} ${recurrent} BatchNormalization LayerNormalization InstanceNormalization PRelu`.split(
    " "
  )
);
function isHooked(node) {
  if (isProduct(node)) return isLinear(node);
  return node.op === "Add" ? isLinearBias(node) : hooked.has(node.op) && !isGroupNorm(node);
}
var thop = {
  id: "thop",
  title: "thop",
  version: "0.1.1 (43c064a)",
  source: "https://github.com/Lyken17/pytorch-OpCounter/blob/43c064a/thop/vision/basic_hooks.py",
  unit: "macs",
  accuracy: "near",
  why: `It sees modules only: a pool, a softmax or a linear layer called as a function is 0 there and counted here, for a file has one operator for both. ${foldedNorms}`,
  doc: "MACs of convolutions and linear layers without bias, 4 per element of norms, |Y| of average pools; products of activations, so attention, are 0. Transposed convolutions are counted at output positions. Parameters are those of modules that have a rule.",
  rules: rows(
    [convolutions, convMacs],
    [transposed, transposedConvolution6],
    [`${dense} ${packed}`, productMacs],
    [products, byLinear(productMacs, zero)],
    ["BatchNormalization LayerNormalization", perInput(4n)],
    ["InstanceNormalization", (node) => isGroupNorm(node) ? 0n : mul(4n, node.size())],
    ["PRelu", perInput()],
    ["Softmax", softmax],
    ["AveragePool GlobalAveragePool", (node) => isAdaptivePool(node) ? add(node.size(), node.out) : node.out],
    ["Resize Upsample", upsample4],
    [recurrent, recurrentCell3],
    ["Einsum Attention", zero]
  ),
  rest: "arithmetic",
  countsElements: true,
  bodies: "followed",
  parameters: (node) => isHooked(node) ? node.facts.parameters : 0n
};

// src/conventions/torch.ts
var attention = "FlopCounterMode counts 0 for scaled_dot_product_attention on the CPU and for the fast path of nn.MultiheadAttention; a file holds their products, which are counted.";
function doubled2(macs) {
  return (node) => {
    const count = macs(node);
    return typeof count === "object" && !("kind" in count) ? count : { macs: count, flops: mul(2n, count) };
  };
}
var product2 = doubled2(productMacs);
var torch = {
  id: "torch",
  title: "torch.utils.flop_counter",
  version: "PyTorch 2.13.0",
  source: "torch/utils/flop_counter.py",
  unit: "both",
  accuracy: "exact",
  why: "Only convolutions and matrix products are counted, without bias, and no export changes those.",
  doc: "FLOPs, two for each multiply-accumulate of convolutions and matrix products; everything else is 0, a fused LSTM too. MACs are half of it by its own definition.",
  rules: rows(
    [convolutions, doubled2(convMacs)],
    [transposed, doubled2(transposedMacs)],
    [`${dense} ${packed}`, product2],
    [products, (node) => isAttention(node) ? near(attention, product2)(node) : product2(node)],
    ["Einsum", doubled2((node) => einsum(node).multiplies ? einsum(node).all : 0n)],
    // On the CPU an LSTM is one fused operator that has no formula; GRU and RNN come apart into products.
    [
      recurrent,
      (node) => node.op === "LSTM" ? { macs: 0n, flops: 0n } : doubled2((n) => mul(cellMacs(n), cell(n).runs))(node)
    ],
    [
      "Attention",
      near(
        attention,
        doubled2((node) => node.ownMacs)
      )
    ]
  ),
  rest: "arithmetic",
  countsElements: false,
  bodies: "followed"
};

// src/conventions/torchinfo.ts
function convolution6(node) {
  const channels = node.output().dim(1);
  return mul(positions(node.output()), add(weightSize(node), hasBias(node) ? channels : 0n));
}
function linear5(node) {
  return add(productMacs(node), hasBias(node) ? node.out : 0n);
}
function perBatch(...parameters4) {
  return (node) => {
    const elements2 = parameters4.map((i) => node.has(i) ? node.size(i) : 0n);
    return mul(node.output().dim(0), sum(elements2));
  };
}
function instanceNorm3(node) {
  const grouped = isGroupNorm(node) ? node.maker(0) : void 0;
  if (grouped === void 0) return perBatch(1, 2)(node);
  return product([2n, node.output().dim(0), grouped.input(0).dim(1)]);
}
function recurrentLayer(node) {
  if (node.has(7)) refuse(`\`${node.facts.label}\`: PyTorch has no recurrent layer with peepholes`);
  const x = node.input(0);
  return product([x.dim(0), x.dim(1), sum([1, 2, 3].map((i) => node.has(i) ? node.size(i) : 0n))]);
}
var torchinfo = {
  id: "torchinfo",
  title: "torchinfo",
  version: "5c4164f",
  source: "https://github.com/TylerYep/torchinfo/blob/5c4164f/torchinfo/layer_info.py",
  unit: "macs",
  accuracy: "near",
  why: `It counts modules that own a weight or a bias; what a function does with a parameter (the input projection of nn.MultiheadAttention) is 0 there and a linear layer here. ${foldedNorms}`,
  doc: "Mult-adds: weight and bias elements \xD7 output positions of convolutions and linear layers, \xD7 batch of everything else that has parameters (an embedding charges its whole table). Products of activations, activations and pools are 0.",
  rules: rows(
    [`${convolutions} ${transposed}`, convolution6],
    [dense, linear5],
    [packed, productMacs],
    [products, byLinear(productMacs, zero)],
    ["Add", onLinearBias(perOutput())],
    ["BatchNormalization LayerNormalization", perBatch(1, 2)],
    ["RMSNormalization PRelu", perBatch(1)],
    ["InstanceNormalization", instanceNorm3],
    ["Gather", (node) => isTable(node) ? perBatch(0)(node) : 0n],
    [recurrent, recurrentLayer],
    ["Einsum Attention", zero]
  ),
  rest: "arithmetic",
  countsElements: true,
  bodies: "followed"
};
function isTable(node) {
  return node.isConstant(0) && node.input(0).rank === 2 && !node.isConstant(1) && node.int("axis", 0n) === 0n;
}

// src/conventions/torchstat.ts
function perElement(node, channels) {
  return add(sub(product([2n, kernel(node), channels]), 1n), hasBias(node) ? 1n : 0n);
}
var convolution7 = (node) => {
  if (node.input(0).rank !== 4) return { macs: 0n, flops: 0n };
  const [, perGroup = 1n] = node.input(1).shape;
  return {
    macs: add(convMacs(node), biasAdds(node)),
    flops: mul(perSample(node.out, node), perElement(node, perGroup))
  };
};
var transposedConvolution7 = (node) => {
  const x = node.input(0);
  if (x.rank !== 4) return { macs: 0n, flops: 0n };
  const [channels, groups] = [x.dim(1), node.int("group", 1n)];
  const perGroup = typeof channels === "bigint" ? channels / groups : channels;
  return { macs: 0n, flops: product([spatial(x), node.output().dim(1), perElement(node, perGroup)]) };
};
var linear6 = (node) => {
  if (node.input(0).rank !== 2 || node.output().rank !== 2)
    return refuse(`\`${node.facts.label}\`: torchstat asserts that a linear layer has 2 axes`);
  return {
    macs: mul(inner(node), node.out),
    flops: mul(outer(node), sub(mul(2n, inner(node)), 1n))
  };
};
function elements(flops) {
  return (node) => ({ macs: node.size(), flops: flops(node) });
}
var none = () => ({ macs: 0n, flops: 0n });
var sample = (node) => perSample(node.size(), node);
function pool5(perWindow) {
  return (node) => {
    if (node.input(0).rank !== 4 || node.op === "AveragePool" && isAdaptivePool(node)) return { macs: 0n, flops: 0n };
    return {
      macs: node.size(),
      flops: mul(perSample(node.out, node), perWindow(product(node.ints("kernel_shape"))))
    };
  };
}
var torchstat = {
  id: "torchstat",
  title: "torchstat",
  version: "b52a3b0",
  source: "https://github.com/Swall0w/torchstat/tree/b52a3b0/torchstat",
  unit: "both",
  accuracy: "near",
  why: `It sees modules only, and of those a few two-dimensional ones. ${foldedNorms}`,
  doc: 'MACs are its column "Flops", FLOPs its column "MAdd", which leaves the batch out. Two-dimensional convolutions, batch norms, pools, ReLU and its kin, linear layers on two axes; anything else is 0. Linear layers on more axes stop it.',
  rules: rows(
    [convolutions, convolution7],
    [transposed, transposedConvolution7],
    [dense, linear6],
    [products, byLinear(linear6, none)],
    [
      "BatchNormalization",
      (node) => node.input(0).rank === 4 ? { macs: mul(2n, node.size()), flops: mul(4n, sample(node)) } : none(node)
    ],
    ["Relu", elements(sample)],
    ["Clip", (node) => isRelu6(node) ? elements(sample)(node) : none(node)],
    ["PRelu Elu LeakyRelu", elements(() => 0n)],
    ["MaxPool", pool5((window2) => sub(window2, 1n))],
    ["AveragePool", pool5((window2) => window2)],
    ["Softmax", (node) => ({ macs: 0n, flops: sub(mul(3n, sample(node)), 1n) })],
    // Batch × height × width: the channels are lost.
    ["Resize Upsample", (node) => ({ macs: mul(node.output().dim(0), spatial(node.output())), flops: 0n })],
    [`${recurrent} Einsum Attention`, zero]
  ),
  rest: "arithmetic",
  countsElements: true,
  bodies: "followed"
};

// src/conventions/index.ts
var conventions = [
  paper,
  caffe,
  torch,
  ptflops,
  thop,
  fvcore,
  torchinfo,
  torchstat,
  calflops,
  deepspeed,
  onnxTool,
  opcounter,
  tflite,
  tensorflow,
  netscope,
  convnetBurden
];
function conventionNamed(name) {
  return conventions.find(({ id }) => id === name);
}

export {
  conventions,
  conventionNamed
};
