import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  looksTrained
} from "./chunk-3TWQLETA.js";
import {
  totalKeys
} from "./chunk-PTBSFD6O.js";
import {
  dimFromJson,
  dimToJson,
  writtenTerm
} from "./chunk-3BSD2VQC.js";
import {
  bind,
  compare,
  isSymbolic,
  isUnknown,
  keyOf,
  symbol,
  symbolsOf
} from "./chunk-XNNL2VAW.js";

// src/report/units.ts
function familyOf(metric) {
  return metric.endsWith("Bytes") ? "bytes" : "count";
}
var names = {
  parameters: "Parameters",
  buffers: "Buffers",
  macs: "MACs",
  flops: "FLOPs",
  weightBytes: "Weights",
  quantBytes: "Quantisation",
  constantBytes: "Constants",
  activationBytes: "Activations",
  peakBytes: "Peak memory",
  peakInplaceBytes: "Peak memory in place",
  arenaBytes: "Arena",
  peakFloorBytes: "Peak memory floor",
  readBytes: "Bytes read",
  writeBytes: "Bytes written",
  fileBytes: "File",
  coverage: "Coverage"
};
function metricName(metric) {
  return Object.hasOwn(names, metric) ? names[metric] ?? metric : metric;
}
var ladders = {
  count: ["", "k", "M", "G", "T", "P", "E"].map((name, i) => ({ name, size: 1000n ** BigInt(i) })),
  bytes: ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"].map((name, i) => ({ name, size: 1024n ** BigInt(i) }))
};
function formatCount(json, family) {
  const dim = dimFromJson(json);
  return dim === void 0 ? shorten(String(json)) : formatDimension(dim, family);
}
function formatExactly(json) {
  const text = json === null ? "unknown" : String(json);
  return /^-?\d+$/.test(text) ? text.replace("-", "\u2212").replace(/\B(?=(\d{3})+$)/g, ",") : text;
}
function formatDelta(delta, family) {
  const [from, to, by] = [delta.from, delta.to, delta.by].map(dimFromJson);
  if (typeof from !== "bigint" || typeof to !== "bigint" || typeof by !== "bigint") {
    return {
      from: formatCount(delta.from, family),
      to: formatCount(delta.to, family),
      by: formatSigned(delta.by, family)
    };
  }
  const largest = magnitude(from) > magnitude(to) ? from : to;
  const { unit, decimals } = scaleOf(largest, family);
  const enough = unit.size === 1n ? 0 : decimalsFor(by, unit, decimals);
  const show = (n) => n === 0n ? formatKnown(n, family) : withUnit(fixed(n, unit.size, enough), unit);
  const isTooSmall = by !== 0n && roundedTo(magnitude(by), unit.size, enough) === 0n;
  const change = isTooSmall ? formatKnown(magnitude(by), family) : show(magnitude(by));
  return { from: show(from), to: show(to), by: by === 0n ? "0" : `${by < 0n ? "\u2212" : "+"}${change}` };
}
function formatSigned(by, family) {
  const text = formatCount(by, family);
  const isBare = by === 0 || by === null || text.startsWith("\u2212");
  return isBare ? text : `+${text}`;
}
function formatRatio(ratio) {
  if (ratio === void 0) return "";
  if (ratio === 0) return "0 %";
  const sign = ratio < 0 ? "\u2212" : "+";
  const size = Math.abs(ratio);
  if (size < 1e-4) return `${sign}<0.01 %`;
  if (ratio >= 10) return `\xD7${trim((ratio + 1).toPrecision(3))}`;
  const percent = size * 100;
  const text = trim(percent.toFixed(percent < 9.995 ? 2 : percent < 99.95 ? 1 : 0));
  return `${sign}${ratio > -1 && ratio < 0 && text === "100" ? "99.99" : text} %`;
}
function formatShare(share) {
  if (typeof share !== "number") return formatCount(share, "count");
  return `${trim((Math.floor(share * 1e4 + 1e-9) / 100).toFixed(2))} %`;
}
var classes = ["constant", "linear", "quadratic", "cubic"];
function growthName(degree) {
  return classes[degree] ?? `of degree ${degree}`;
}
function formatDimension(dim, family) {
  if (typeof dim === "bigint") return formatKnown(dim, family);
  return isUnknown(dim) ? "unknown" : formatExpression(dim, family);
}
function formatKnown(n, family) {
  const { unit, decimals } = scaleOf(n, family);
  return withUnit(fixed(n, unit.size, decimals), unit);
}
var maxExpression = 48;
function formatExpression(poly, family) {
  const operands = maximumOf(poly);
  if (operands !== void 0) return formatMaximum(operands, family);
  const degree = (t) => t.factors.reduce((n, f) => n + f.power, 0);
  const terms = [...poly.terms].sort((a, b) => degree(b) - degree(a) || (a.key < b.key ? -1 : 1));
  let text = "";
  for (const [i, term] of terms.entries()) {
    const { negative, body } = formatTerm(term, family);
    const next = i === 0 ? negative ? `\u2212${body}` : body : `${text} ${negative ? "\u2212" : "+"} ${body}`;
    if (i > 0 && next.length > maxExpression) return `${text} + ${terms.length - i} more`;
    text = next;
  }
  return text;
}
function maximumOf({ terms }) {
  const [term, ...more] = terms;
  const [factor, ...others] = term?.factors ?? [];
  if (term?.coefficient !== 1n || factor?.atom.kind !== "max" || factor.power !== 1) return void 0;
  return more.length > 0 || others.length > 0 ? void 0 : factor.atom.operands;
}
function formatMaximum(operands, family) {
  const texts = operands.map((d) => formatDimension(d, family));
  const whole = `max(${texts.join(", ")})`;
  return whole.length <= maxExpression ? whole : `the largest of ${operands.length} expressions`;
}
function formatTerm(term, family) {
  const { negative, magnitude: size, factors } = writtenTerm(term);
  if (factors === "") return { negative, body: formatKnown(size, family) };
  const symbols = factors.replaceAll("*", "\xB7").replace(/\^([23])(?!\d)/g, (_, power) => power === "2" ? "\xB2" : "\xB3");
  const coefficient = size === 1n && family === "count" ? "" : `${formatKnown(size, family)}\xB7`;
  return { negative, body: shorten(`${coefficient}${symbols}`) };
}
function shorten(text) {
  return text.length > maxExpression ? `${text.slice(0, maxExpression - 1)}\u2026` : text;
}
function scaleOf(n, family) {
  const ladder = ladders[family];
  const size = magnitude(n);
  const [first = { name: "", size: 1n }] = ladder;
  let unit = first;
  for (const step2 of ladder) if (size >= step2.size) unit = step2;
  const decimals = decimalsOf(size, unit);
  const next = ladder[ladder.indexOf(unit) + 1];
  const step = family === "bytes" ? 1024n : 1000n;
  const rounded = roundedTo(size, unit.size, decimals);
  if (next !== void 0 && unit.size > 1n && rounded >= step * 10n ** BigInt(decimals))
    return { unit: next, decimals: 2 };
  return { unit, decimals };
}
function decimalsOf(size, { size: unit }) {
  if (unit === 1n || size >= unit * 100n) return 0;
  return size >= unit * 10n ? 1 : 2;
}
function decimalsFor(by, { size }, least) {
  let decimals = least;
  while (by !== 0n && decimals < least + 3 && roundedTo(magnitude(by), size, decimals) < 10n) decimals++;
  return decimals;
}
function roundedTo(n, unit, decimals) {
  return (2n * n * 10n ** BigInt(decimals) + unit) / (2n * unit);
}
function fixed(n, unit, decimals) {
  const digits = roundedTo(magnitude(n), unit, decimals).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  if (whole.length > 12) return `${n < 0n ? "\u2212" : ""}${digits.slice(0, 1)}.${digits.slice(1, 3)}e${whole.length - 1}`;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${n < 0n ? "\u2212" : ""}${grouped}${decimals > 0 ? `.${digits.slice(-decimals)}` : ""}`;
}
function withUnit(number, { name }) {
  return name === "" ? number : `${number} ${name}`;
}
function magnitude(n) {
  return n < 0n ? -n : n;
}
function trim(decimal) {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

// src/report/words.ts
function quote(text) {
  return { quoted: text };
}
function say(phrase, quoted) {
  return phrase.map((part) => typeof part === "string" ? part : quoted(part.quoted)).join("");
}
var verdictIcon = { pass: "\u2705", warn: "\u26A0\uFE0F", fail: "\u274C" };
var severityIcon = { fatal: "\u274C", warning: "\u26A0\uFE0F", notice: "\u2139\uFE0F" };
var standings = ["failed", "undecided", "warned", "unsure", "waived", "met"];
var standingIcon = {
  failed: "\u274C",
  undecided: "\u2753",
  warned: "\u26A0\uFE0F",
  unsure: "\u2754",
  waived: "\u2611\uFE0F",
  met: "\u2705"
};
var standingName = {
  failed: "exceeded",
  undecided: "undecidable",
  warned: "exceeded (warning)",
  unsure: "undecidable (warning)",
  waived: "accepted",
  met: "met"
};
function standingOf({ result, level }) {
  if (result === "exceeded") return level === "error" ? "failed" : "warned";
  if (result === "undecidable") return level === "error" ? "undecided" : "unsure";
  return result;
}
function sortedChecks(checks) {
  const rank = (c) => standings.indexOf(standingOf(c));
  return checks.map((c, i) => ({ c, i, rank: rank(c), used: usedShare(c) ?? 0 })).sort((a, b) => a.rank - b.rank || b.used - a.used || a.i - b.i).map(({ c }) => c);
}
function verdictSentence(report) {
  return `${capital(list(faults(report)))}.`;
}
function faults(report) {
  const count = (standing) => report.checks.filter((c) => standingOf(c) === standing).length;
  const unreadable = report.models.filter(({ status }) => status === "unreadable").length;
  const fatal = report.problems.filter(({ severity }) => severity === "fatal").length;
  const said = [
    some(count("failed"), "budget is exceeded", "budgets are exceeded"),
    some(count("undecided"), "budget cannot be decided", "budgets cannot be decided"),
    some(unreadable, "model cannot be read", "models cannot be read"),
    some(fatal, "error in the set-up", "errors in the set-up"),
    some(count("warned"), "warning budget is exceeded", "warning budgets are exceeded"),
    some(count("unsure"), "warning budget cannot be decided", "warning budgets cannot be decided"),
    some(count("waived"), "budget is exceeded and accepted", "budgets are exceeded and accepted")
  ].filter((s) => s !== "");
  if (said.length > 0) return said;
  const { length } = report.checks;
  return [length === 0 ? "no budgets apply" : length === 1 ? "the budget is met" : `all ${length} budgets are met`];
}
var telling = ["macs", "parameters", "flops", "weightBytes", "peakBytes", "fileBytes"];
function mainChange({ models, checks }) {
  const touched = rankedModels(models, checks);
  const [first, ...rest] = touched;
  if (first === void 0) return ["No model changed."];
  const more = rest.length === 0 ? "" : ` ${rest.length} more changed.`;
  return [quote(first.path), " ", ...modelChange(first, checks), `.${more}`];
}
function modelChange(model, checks = []) {
  const { status, head, delta } = model;
  if (status === "unreadable") return ["cannot be read"];
  if (status === "removed") return ["is removed"];
  const size = head === null ? [] : [...amount(head, "macs"), " MACs, ", ...amount(head, "parameters"), " parameters"];
  if (status === "added") return ["is new: ", ...size];
  if (Object.keys(delta).length === 0) return ["has no base to compare with: ", ...size];
  const failing = checks.find((c) => c.model === model.path && standingOf(c) === "failed" && c.layers === void 0);
  const isFirst = (m) => m === failing?.metric || m === "macs" || m === "parameters";
  const order = failing === void 0 ? telling : [failing.metric, ...telling];
  const metric = order.find((m) => isFirst(m) && isChange(delta[m])) ?? mostMoved(delta);
  const change = metric === void 0 ? void 0 : delta[metric];
  if (metric === void 0 || change === void 0) return ["costs what it did"];
  return [`${metricName(metric)} `, ...fromTo(metric, change)];
}
function mostMoved(delta) {
  const moved = telling.filter((metric) => isChange(delta[metric]));
  const share = (metric) => metric === "fileBytes" ? 0 : Math.abs(delta[metric]?.ratio ?? 0);
  return moved.reduce(
    (best, m) => best === void 0 || share(m) > share(best) ? m : best,
    void 0
  );
}
function amount(totals, metric) {
  const value = totals[metric] ?? null;
  return [numeral(value, formatCount(value, familyOf(metric)))];
}
function fromTo(metric, change) {
  const { from, to, by } = formatDelta(change, familyOf(metric));
  const ratio = formatRatio(change.ratio);
  const grown = ratio === "" ? numeral(change.by, by) : ratio;
  return [numeral(change.from, from), " \u2192 ", numeral(change.to, to), " (", grown, ")"];
}
function numeral(value, text) {
  return typeof value === "string" && !/^-?\d+$/.test(value) ? quote(text) : text;
}
function isChange(delta) {
  return delta !== void 0 && delta.by !== 0;
}
function rankedModels(models, checks) {
  const worst = /* @__PURE__ */ new Map();
  for (const check of checks) {
    const rank = standings.indexOf(standingOf(check));
    if (check.model !== void 0) worst.set(check.model, Math.min(rank, worst.get(check.model) ?? standings.length));
  }
  const rankOf2 = ({ path, status }) => status === "unreadable" ? -1 : worst.get(path) ?? standings.length;
  return models.filter(({ status }) => status !== "unchanged").map((model, i) => ({ model, i, rank: rankOf2(model), moved: movement(model) })).sort((a, b) => a.rank - b.rank || b.moved - a.moved || a.i - b.i).map(({ model }) => model);
}
function movement({ delta, status }) {
  if (status === "added" || status === "removed") return 1;
  return Math.max(0, ...telling.map((m) => Math.abs(delta[m]?.ratio ?? (isChange(delta[m]) ? 1 : 0))));
}
var kinds = {
  modified: "modified",
  renamed: "renamed",
  moved: "moved",
  added: "added",
  removed: "removed",
  fused: "fused",
  split: "split",
  rewritten: "rewritten",
  weightsOnly: "other weights",
  shapeOnly: "other shapes"
};
function kindName(kind) {
  return kinds[kind];
}
function kindCounts(layers) {
  const counts = /* @__PURE__ */ new Map();
  for (const { kind } of layers) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.entries(kinds).flatMap(([kind, name]) => counts.has(kind) ? [`${counts.get(kind)} ${name}`] : []).join(", ");
}
function usedShare({ kind, actual, limit }) {
  if (kind === "min" || kind === "degree") return void 0;
  const [a, l] = [dimFromJson(actual), dimFromJson(limit)];
  if (typeof a !== "bigint" || typeof l !== "bigint" || l === 0n) return void 0;
  return Number(a * 1000000n / l) / 1e6;
}
function usedText(check) {
  const share = usedShare(check);
  if (share === void 0) return "";
  const percent = Math.round(share * 100);
  const isOver = check.result === "exceeded" || check.result === "waived";
  if (isOver && percent <= 100) return ">100 %";
  return percent === 100 && check.actual !== check.limit && !isOver ? "<100 %" : `${percent} %`;
}
function checkNumber({ metric, kind }, value) {
  if (kind === "degree") return typeof value === "number" ? growthName(value) : "unknown";
  return metric === "coverage" ? formatShare(value) : formatCount(value, familyOf(metric));
}
function isGiven({ counting }, metric) {
  const unit = counting?.unit ?? "both";
  return !(metric === "macs" && unit === "flops") && !(metric === "flops" && unit === "macs");
}
function conventionText(id, counting) {
  if (counting === void 0 || counting.id === "flopgate" || counting.id !== id) return id;
  return `${id} ${counting.version}, ${counting.accuracy}`;
}
function transferText({ transfer }) {
  if (transfer === void 0 || transfer.lfsRequests === 0) return [];
  const { lfsBytes, lfsRequests, lfsObjects } = transfer;
  const of = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;
  const bytes = formatCount(lfsBytes, "bytes");
  return [`Git LFS: ${bytes} of ${of(lfsObjects, "file")} in ${of(lfsRequests, "request")}`];
}
function headroomText({ metric, kind, headroom }) {
  if (kind === "degree") return "";
  const room = dimFromJson(headroom ?? null);
  if (typeof room !== "bigint") return "";
  const text = formatCount(dimToJson(room < 0n ? -room : room), familyOf(metric));
  return `${text} ${room < 0n ? "over" : "left"}`;
}
function caveats(model) {
  const { coverage, assumptions, notes, problems, related, scenarios = [] } = model;
  const unrelated = ["the two sides are different architectures: only totals are compared"];
  return [
    ...coverage === null ? [] : gaps(coverage, Object.entries(coverage.unknownOperators)),
    ...measuredWith(assumptions),
    ...related ? [] : [{ severity: "warning", phrase: unrelated }],
    ...notes.filter((note) => !isTold(note, model)).map((note) => ({ severity: "notice", phrase: [quote(note)] })),
    ...problems.map(remark),
    ...scenarios.flatMap(({ name, problems: own }) => own.map((p) => inScenario(name, remark(p))))
  ].sort((a, b) => weight(a) - weight(b));
}
function inScenario(name, { phrase, ...rest }) {
  return { ...rest, phrase: ["in ", quote(name), ": ", ...phrase] };
}
function isTold(note, { exported }) {
  return exported !== void 0 && /^Another (exporter|operator set): /.test(note);
}
function caveatsOf({ coverage, assumptions, problems }) {
  const found = [
    ...gaps(coverage, [...coverage.unknownOperators]),
    ...measuredWith(assumptions),
    ...problems.map(remark)
  ];
  return found.sort((a, b) => weight(a) - weight(b));
}
function gaps({ nodes, unknown, symbolic }, operators) {
  const said = [];
  if (unknown > 0) {
    const named = operators.slice(0, 5).flatMap(([name, n], i) => [i === 0 ? " " : ", ", quote(name), ` \xD7${n}`]);
    const more = operators.length > 5 ? [`, ${operators.length - 5} more`] : [];
    const why = named.length > 0 ? ["; operators Flopgate does not know:", ...named, ...more] : [];
    said.push({ severity: "warning", phrase: [`${unknown} of ${nodes} nodes have an unknown shape or cost`, ...why] });
  }
  if (symbolic > 0) {
    said.push({ severity: "notice", phrase: [`${symbolic} of ${nodes} nodes are expressions in unbound dimensions`] });
  }
  return said;
}
function measuredWith(assumptions) {
  if (assumptions.length === 0) return [];
  const parts = assumptions.flatMap((a, i) => [i === 0 ? "" : ", ", quote(a)]);
  return [{ severity: "notice", phrase: ["measured with ", ...parts] }];
}
function remark(problem) {
  const { severity, message, at } = problem;
  const named = at?.node === void 0 || message.includes(at.node) ? [] : [" at ", quote(at.node)];
  return { severity, phrase: [quote(message), ...named], problem };
}
function weight({ severity }) {
  return severity === "fatal" ? 0 : severity === "warning" ? 1 : 2;
}
function explanationText({ explanation, layers }) {
  if (explanation === void 0 || explanation.layers >= layers.length || layers.length < 4) return "";
  const verb = explanation.layers === 1 ? "makes" : "make";
  return `${explanation.layers} of ${layers.length} layers ${verb} up 90 % of the change in ${metricName(explanation.metric)}.`;
}
function some(count, one, many) {
  return count === 0 ? "" : count === 1 ? `1 ${one}` : `${count} ${many}`;
}
function list(parts) {
  return parts.length < 2 ? parts[0] ?? "" : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/diff/classes.ts
var classes2 = {
  conv: "Conv ConvTranspose FusedConv ConvInteger QLinearConv DeformConv NhwcConv NhwcFusedConv CausalConvWithState",
  matmul: "MatMul Gemm FusedMatMul FusedGemm FusedMatMulActivation GemmFastGelu MatMulNBits MatMulBnb4 MatMulFpQ4 MatMulInteger MatMulInteger16 MatMulIntegerToFloat DynamicQuantizeMatMul QLinearMatMul QGemm TransposeMatMul SparseToDenseMatMul",
  recurrent: "LSTM GRU RNN DynamicQuantizeLSTM",
  attention: "Attention MultiHeadAttention GroupQueryAttention QAttention PackedAttention PackedMultiHeadAttention DecoderMaskedMultiHeadAttention SparseAttention LongformerAttention",
  norm: "BatchNormalization LayerNormalization InstanceNormalization GroupNormalization GroupNorm RMSNormalization SimplifiedLayerNormalization SkipLayerNormalization SkipSimplifiedLayerNormalization SkipGroupNorm LRN LpNormalization MeanVarianceNormalization QLinearLayerNormalization EmbedLayerNormalization",
  activation: "Relu LeakyRelu PRelu Elu Selu Celu ThresholdedRelu Clip Sigmoid HardSigmoid HardSwish Swish SiLU QuickGelu Gelu FastGelu BiasGelu Tanh Softplus Softsign Mish Shrink QLinearSigmoid QLinearLeakyRelu ScaledTanh Affine ParametricSoftplus",
  softmax: "Softmax LogSoftmax Hardmax QLinearSoftmax",
  arithmetic: "Add Sub Mul Div Pow Mod BitShift QLinearAdd QLinearMul BiasAdd",
  extremum: "Max Min Sum Mean",
  comparison: "Equal Less LessOrEqual Greater GreaterOrEqual And Or Xor",
  pool: "MaxPool AveragePool LpPool GlobalAveragePool GlobalMaxPool GlobalLpPool ReduceMean QLinearAveragePool QLinearGlobalAveragePool QLinearReduceMean MaxRoiPool RoiAlign NhwcMaxPool",
  reduce: "ReduceSum ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceSumSquare",
  reshape: "Reshape Flatten Squeeze Unsqueeze",
  resize: "Resize Upsample",
  concat: "Concat QLinearConcat",
  where: "Where QLinearWhere",
  gather: "Gather GatherElements GatherND GatherBlockQuantized EmbeddingBag"
};
var classOfOperator = new Map(
  Object.entries(classes2).flatMap(([name, operators]) => operators.split(" ").map((op) => [op, name]))
);
function operatorClass(op) {
  return classOfOperator.get(op) ?? op;
}
var forms = {
  Conv: "FusedConv ConvInteger QLinearConv NhwcConv NhwcFusedConv",
  MatMul: "Gemm FusedMatMul FusedGemm FusedMatMulActivation GemmFastGelu MatMulNBits MatMulBnb4 MatMulFpQ4 MatMulInteger MatMulInteger16 MatMulIntegerToFloat DynamicQuantizeMatMul QLinearMatMul QGemm TransposeMatMul SparseToDenseMatMul",
  LSTM: "DynamicQuantizeLSTM",
  Attention: "QAttention PackedAttention",
  MultiHeadAttention: "PackedMultiHeadAttention DecoderMaskedMultiHeadAttention",
  LayerNormalization: "SkipLayerNormalization QLinearLayerNormalization",
  RMSNormalization: "SimplifiedLayerNormalization SkipSimplifiedLayerNormalization",
  GroupNormalization: "GroupNorm SkipGroupNorm",
  Gelu: "FastGelu BiasGelu",
  Swish: "SiLU QuickGelu",
  Sigmoid: "QLinearSigmoid",
  LeakyRelu: "QLinearLeakyRelu",
  Softmax: "QLinearSoftmax",
  Add: "QLinearAdd BiasAdd",
  Mul: "QLinearMul",
  Concat: "QLinearConcat",
  Where: "QLinearWhere",
  MaxPool: "NhwcMaxPool",
  AveragePool: "QLinearAveragePool",
  GlobalAveragePool: "QLinearGlobalAveragePool",
  ReduceMean: "QLinearReduceMean",
  Gather: "GatherBlockQuantized"
};
var plainOf = new Map(
  Object.entries(forms).flatMap(([plain2, all]) => all.split(" ").map((op) => [op, plain2]))
);
function plainOperator(op) {
  return plainOf.get(op) ?? op;
}
var commutative = new Set(
  "Add Mul Max Min Sum Mean And Or Xor Equal BitwiseAnd BitwiseOr BitwiseXor QLinearAdd QLinearMul".split(" ")
);
function isCommutative(op) {
  return commutative.has(op);
}
var weightedClasses = /* @__PURE__ */ new Set(["conv", "matmul", "recurrent", "attention"]);
var glue = new Set(
  "reshape Transpose Cast CastLike Shape Size Slice concat Split Expand Tile Pad Identity Constant ConstantOfShape Range gather where".split(
    " "
  )
);
function isWeightedClass(name) {
  return weightedClasses.has(name);
}
function unpairedCost(name, parameters) {
  if (weightedClasses.has(name) && parameters) return 2e3;
  if (glue.has(name) && !parameters) return 500;
  return 1e3;
}
var movedAttributes = {
  Clip: "min max",
  Squeeze: "axes",
  Unsqueeze: "axes",
  Split: "split num_outputs",
  Pad: "pads value mode",
  Slice: "starts ends axes",
  Dropout: "ratio seed is_test",
  Upsample: "scales height_scale width_scale",
  Resize: "scales coordinate_transformation_mode nearest_mode cubic_coeff_a exclude_outside extrapolation_value",
  TopK: "k",
  Reshape: "shape allowzero",
  Tile: "tiles axis",
  BatchNormalization: "spatial is_test consumed_inputs momentum training_mode"
};
var movedOf = new Map(Object.entries(movedAttributes).map(([op, names2]) => [op, new Set(names2.split(" "))]));
function isMovedAttribute(op, attribute) {
  if (attribute === "consumed_inputs") return true;
  if (op.startsWith("Reduce")) return attribute === "axes" || attribute === "noop_with_empty_axes";
  return movedOf.get(op)?.has(attribute) ?? false;
}
var transparent = /* @__PURE__ */ new Set(["Identity", "Dropout", "QuantizeLinear", "DequantizeLinear", "DynamicQuantizeLinear"]);
var transparentWhereEqual = /* @__PURE__ */ new Set(["Cast", "CastLike", "Reshape", "Transpose", "Expand", "Squeeze", "Unsqueeze"]);
function isTransparent(op) {
  return transparent.has(op);
}
function mayDoNothing(op) {
  return transparentWhereEqual.has(op);
}
function isQuantization(op) {
  return op === "QuantizeLinear" || op === "DequantizeLinear" || op === "DynamicQuantizeLinear";
}
function isNeverConstant(op) {
  return op.startsWith("Random") || op === "Bernoulli" || op === "Multinomial" || op === "If" || op === "Loop" || op === "Scan";
}

// src/diff/weights.ts
function mainWeight(layer) {
  let best;
  let size = -1n;
  for (const w of layer.weights) {
    if (w.role !== "parameter") continue;
    if (best === void 0) {
      best = w;
      continue;
    }
    if (size < 0n) size = elements(best.shape);
    const count = elements(w.shape);
    if (count > size) [best, size] = [w, count];
  }
  return best;
}
function isLearnt({ role, dtype, shape }) {
  if (role === "parameter" || role === "buffer") return true;
  return role === "constant" && looksTrained(dtype, elements(shape));
}
function looksUp(layer) {
  if (operatorClass(layer.op) !== "gather") return false;
  return layer.weights.some((w) => w.role === "parameter" || w.input === 0 && w.shape.length > 1);
}
function elements(shape) {
  return shape.reduce((n, d) => n * d, 1n);
}

// src/diff/normalise.ts
function alignSymbols(base, head) {
  const renames = /* @__PURE__ */ new Map();
  head.inputs.forEach((input, ordinal) => {
    const other = base.inputs[ordinal];
    if (other === void 0 || isUnknown(input.shape) || isUnknown(other.shape)) return;
    const mine = other.shape;
    input.shape.forEach((d, axis) => {
      const from = symbolName(d);
      const to = symbolName(mine[axis] ?? 0n);
      if (from !== void 0 && to !== void 0 && !renames.has(from)) renames.set(from, to);
    });
  });
  const changed = [...renames].filter(([from, to]) => from !== to);
  if (changed.length === 0 || new Set(renames.values()).size < renames.size) return (d) => d;
  const values = new Map(changed.map(([from, to]) => [from, symbol(to)]));
  return (d) => typeof d === "bigint" ? d : bind(d, values);
}
function symbolName(d) {
  if (!isSymbolic(d) || d.terms.length !== 1) return void 0;
  const [term] = d.terms;
  const [factor] = term?.factors ?? [];
  if (term?.coefficient !== 1n || term.factors.length !== 1 || factor?.power !== 1) return void 0;
  return factor.atom.kind === "symbol" ? factor.atom.name : void 0;
}
function shapeKey(shape, extent) {
  if (isUnknown(shape)) return "?";
  let text = "";
  for (const d of shape) text += `${typeof d === "bigint" ? d : keyOf(extent(d))},`;
  return text;
}
var shapeLike = new Set(
  "hidden_size K N num_heads kv_num_heads q_num_heads sizes output_shape output_size".split(" ")
);
var lastAxisByDefault = /* @__PURE__ */ new Set([
  "Softmax",
  "LogSoftmax",
  "Hardmax",
  "LayerNormalization",
  "SimplifiedLayerNormalization"
]);
var plainByDefault = /* @__PURE__ */ new Set(["dilations", "strides"]);
var ignored = /* @__PURE__ */ new Set(["auto_pad", "storage_order", "stash_type", "direction"]);
function attributesOf(layer, opset) {
  const result = /* @__PURE__ */ new Map();
  const kind = operatorClass(layer.op);
  const softmax = lastAxisByDefault.has(layer.op);
  for (const [name, attribute] of layer.attributes) {
    const text = attributeText(attribute);
    if (text === void 0 || isMovedAttribute(layer.op, name)) continue;
    if (isDefault(name, text, kind)) continue;
    if (name === "axis" && attribute.kind === "int") {
      const rank = rankOf(layer);
      const axis = attribute.value < 0n && rank !== void 0 ? attribute.value + BigInt(rank) : attribute.value;
      if (softmax && (attribute.value === -1n || rank !== void 0 && axis === BigInt(rank - 1))) continue;
      result.set(name, axis.toString());
    } else result.set(name, text);
  }
  if (softmax && opset < 13n && kind === "softmax" && !layer.attributes.has("axis") && rankOf(layer) !== 2)
    result.set("axis", "1");
  return result.size < 2 ? result : new Map([...result].sort(([a], [b]) => a < b ? -1 : 1));
}
function styleOf(layer, attributes) {
  let text = "";
  for (const [name, value] of attributes) {
    if (shapeLike.has(name)) continue;
    text += name === "group" ? `group=${isDepthwise(layer) ? "each" : "some"};` : `${name}=${value};`;
  }
  return text;
}
function isDepthwise(layer) {
  return layer.weights.some((w) => w.role === "parameter" && w.input === 1 && w.shape[1] === 1n);
}
function weightKeys(weights, swap) {
  const keys = [];
  for (const w of weights) {
    if (!isLearnt(w)) continue;
    keys.push(swap ? `${w.dtype}[${w.shape.join(",")}]` : `${w.input}:${w.dtype}[${w.shape.join(",")}]`);
  }
  return swap ? keys.sort() : keys;
}
function isDefault(name, text, kind) {
  if (plainByDefault.has(name)) return /^1(,1)*$/.test(text);
  if (name === "pads") return /^0(,0)*$/.test(text);
  if (name === "group" || name === "beta" || name === "alpha") return text === "1" && kind !== "activation";
  if (name === "kernel_shape") return kind === "conv";
  if (ignored.has(name)) return text === "NOTSET" || text === "0" || text === "1" || text === "forward";
  return name === "ceil_mode" || name === "count_include_pad" || name === "transA" || name === "transB" ? text === "0" : false;
}
function rankOf(layer) {
  const shape = layer.outputs[0]?.shape;
  return shape === void 0 || isUnknown(shape) ? void 0 : shape.length;
}
function attributeText(attribute) {
  switch (attribute.kind) {
    case "int":
    case "string":
      return String(attribute.value);
    case "float":
      return String(Math.fround(attribute.value));
    case "ints":
    case "strings":
      return attribute.value.join(",");
    case "floats":
      return attribute.value.map((v) => Math.fround(v)).join(",");
    case "tensor":
      return `${attribute.value.dtype}[${attribute.value.shape.join(",")}]`;
    default:
      return void 0;
  }
}

// src/model/growth.ts
function degreeIn(d, name) {
  return isUnknown(d) ? void 0 : Math.max(0, leadOf(d, name).degree);
}
function leadOf(d, name) {
  if (isUnknown(d)) return { degree: Number.POSITIVE_INFINITY, sign: void 0 };
  if (typeof d === "bigint") return { degree: d === 0n ? Number.NEGATIVE_INFINITY : 0, sign: signOf(d) };
  const leads = d.terms.map((t) => termLead(t, name));
  const degree = Math.max(...leads.map((l) => l.degree));
  const signs = new Set(leads.filter((l) => l.degree === degree).map((l) => l.sign));
  const [sign] = signs;
  return { degree, sign: signs.size === 1 ? sign : void 0 };
}
function termLead({ coefficient, factors }, name) {
  let degree = 0;
  let sign = signOf(coefficient);
  for (const { atom, power } of factors) {
    const lead = atomLead(atom, name);
    degree += lead.degree * power;
    const own = power % 2 === 0 ? lead.sign === void 0 ? 1 : Math.abs(lead.sign) : lead.sign;
    sign = own === void 0 || sign === void 0 ? void 0 : signOf(BigInt(sign * own));
  }
  return { degree, sign };
}
function atomLead(atom, name) {
  if (atom.kind === "symbol") return { degree: atom.name === name ? 1 : 0, sign: 1 };
  if (atom.kind === "max") return largestLead(atom.operands.map((d) => leadOf(d, name)));
  const [above, below] = [leadOf(atom.numerator, name), leadOf(atom.denominator, name)];
  const sign = above.sign === void 0 || below.sign === void 0 ? void 0 : signOf(BigInt(above.sign * below.sign));
  return { degree: Math.max(0, above.degree - Math.max(0, below.degree)), sign };
}
function largestLead(leads) {
  const most = Math.max(...leads.map((l) => l.degree));
  if (leads.some((l) => l.sign === void 0)) return { degree: most, sign: void 0 };
  const rising = leads.filter((l) => l.sign === 1);
  if (rising.length > 0) return { degree: Math.max(...rising.map((l) => l.degree)), sign: 1 };
  if (leads.some((l) => l.sign === 0)) return { degree: Number.NEGATIVE_INFINITY, sign: 0 };
  return { degree: Math.min(...leads.map((l) => l.degree)), sign: -1 };
}
function signOf(n) {
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}
function signOfDifference(d) {
  if (isUnknown(d) || typeof d === "bigint") return void 0;
  const order = compare(d, 0n);
  if (order !== void 0) return { kind: order > 0 ? "never-less" : "never-more" };
  return crossing(d) ?? { kind: "depends" };
}
var largestExtent = 1n << 63n;
function crossing(d) {
  const rest = withoutCommon(d);
  const atoms = new Map(rest.terms.flatMap((t) => t.factors.map((f) => [f.atom.key, f.atom])));
  const [atom, ...more] = atoms.values();
  const [name, ...others] = symbolsOf(rest);
  if (atom === void 0 || name === void 0 || more.length > 0 || others.length > 0) return void 0;
  if (!neverFalls(atom)) return void 0;
  const byPower = [...rest.terms].sort((a, b) => powerOf(a) - powerOf(b)).map((t) => signOf(t.coefficient));
  if (byPower.filter((s, i) => i > 0 && s !== byPower[i - 1]).length !== 1) return void 0;
  const last = byPower.at(-1) ?? 1;
  const isPast = (value) => {
    const at = bind(rest, /* @__PURE__ */ new Map([[name, value]]));
    return typeof at === "bigint" && (last > 0 ? at > 0n : at < 0n);
  };
  if (!isPast(largestExtent)) return void 0;
  let [low, high] = [0n, largestExtent];
  if (isPast(low)) return void 0;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (isPast(middle)) high = middle;
    else low = middle;
  }
  return { kind: last > 0 ? "more-above" : "less-above", symbol: name, above: low };
}
function powerOf({ factors }) {
  return factors[0]?.power ?? 0;
}
function withoutCommon(d) {
  const [first, ...terms] = d.terms;
  const common = /* @__PURE__ */ new Map();
  for (const { atom, power } of first?.factors ?? []) {
    if (atom.kind !== "symbol") continue;
    const least = terms.reduce(
      (n, t) => Math.min(n, t.factors.find((f) => f.atom.key === atom.key)?.power ?? 0),
      power
    );
    if (least > 0) common.set(atom.key, least);
  }
  if (common.size === 0) return d;
  const divided = d.terms.map((t) => {
    const factors = t.factors.flatMap((f) => {
      const power = f.power - (common.get(f.atom.key) ?? 0);
      return power > 0 ? [{ atom: f.atom, power }] : [];
    });
    return { coefficient: t.coefficient, factors, key: factors.map((f) => `${f.atom.key}^${f.power}`).join("*") };
  });
  return { kind: "poly", terms: divided, key: `(${d.key})/common` };
}
function neverFalls(atom) {
  if (atom.kind === "symbol") return true;
  if (atom.kind === "max" || typeof atom.denominator !== "bigint" || atom.denominator <= 0n) return false;
  const { numerator } = atom;
  if (typeof numerator === "bigint" || isUnknown(numerator)) return false;
  return numerator.terms.every((t) => t.coefficient > 0n && t.factors.every((f) => neverFalls(f.atom)));
}

// src/report/symbolic.ts
function growthReport(base, head) {
  const inBaseWords = alignSymbols(base, head);
  return totalKeys.flatMap((metric) => {
    const [before, after] = [base.totals[metric], inBaseWords(head.totals[metric])];
    const names2 = [.../* @__PURE__ */ new Set([...symbolsOf(before), ...symbolsOf(after)])].sort();
    return names2.flatMap((symbol2) => {
      const [from, to] = [degreeIn(before, symbol2), degreeIn(after, symbol2)];
      return from === void 0 || to === void 0 || from === to ? [] : [{ metric, symbol: symbol2, from, to }];
    });
  });
}
function signReport(by) {
  const sign = signOfDifference(by);
  if (sign === void 0) return {};
  return { sign: "above" in sign ? { ...sign, above: dimToJson(sign.above) } : sign };
}
function ownProblems({ base, head, problem }, whole) {
  const known = new Set(whole?.problems.map(({ message }) => message));
  const said = (head ?? base)?.problems ?? [];
  return [...problem === void 0 ? [] : [problem], ...said].filter(({ message }) => !known.has(message));
}
function growthLines({ growth = [] }) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of growth) {
    const key = JSON.stringify([one.symbol, one.from, one.to]);
    const group = groups.get(key) ?? { first: one, metrics: [] };
    group.metrics.push(metricName(one.metric));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first: { symbol: symbol2, from, to }, metrics }) => {
    const shown = metrics.length > 4 ? [...metrics.slice(0, 3), `${metrics.length - 3} more`] : metrics;
    return [`${list(shown)}: ${growthName(to)} in `, quote(symbol2), `, was ${growthName(from)}.`];
  });
}
function signPhrase({ sign }) {
  if (sign === void 0) return [];
  if (!("above" in sign)) return [sign.kind.replace("-", " ")];
  const word = sign.kind === "more-above" ? "more" : "less";
  return [`${word} for `, quote(sign.symbol), ` > ${formatCount(sign.above, "count")}`];
}
var always = ["macs", "peakBytes"];
var mostColumns = 5;
function scenarioColumns({ scenarios = [] }, budgeted) {
  const isVaried = (metric) => {
    const numbers = scenarios.map(({ base, head }) => JSON.stringify([base?.[metric], head?.[metric]]));
    return new Set(numbers).size > 1;
  };
  const wanted = [.../* @__PURE__ */ new Set([...always, ...budgeted])].filter((metric) => metric !== "coverage");
  return wanted.filter((m) => always.includes(m) || isVaried(m)).slice(0, mostColumns);
}
function scenarioPhrase({ base, head, delta }, metric) {
  const change = delta[metric];
  if (change !== void 0 && isChange(change)) return fromTo(metric, change);
  const only = (head ?? base)?.[metric] ?? null;
  return [numeral(only, formatCount(only, familyOf(metric)))];
}

// src/report/width-lines.ts
var plain = "float32\xD7float32";
function widthsReport(base, head) {
  const tell = [base, head].some((p) => p !== null && isTelling(widthsOf(p)));
  if (!tell) return {};
  const side = (p) => p === null ? null : Object.fromEntries(widthsOf(p));
  return { macsByWidth: { base: side(base), head: side(head) } };
}
function widthsOf({ totals }) {
  return new Map([...totals.macsByWidth].map(([width, macs]) => [width, dimToJson(macs)]));
}
function isTelling(widths) {
  return [...widths.keys()].some((width) => width !== plain && !width.includes("unknown"));
}
function profileWidths(profile) {
  const widths = widthsOf(profile);
  return isTelling(widths) ? [["MACs by operand width: ", ...listed(widths), "."]] : [];
}
function widthLines({ macsByWidth }) {
  if (macsByWidth === void 0) return [];
  const sides = [macsByWidth.base, macsByWidth.head].flatMap(
    (side) => side === null ? [] : [listed(new Map(Object.entries(side)))]
  );
  const [first = [], second = first] = sides;
  const isSame = JSON.stringify(first) === JSON.stringify(second);
  return [["MACs by operand width: ", ...first, ...isSame ? [] : [" \u2192 ", ...second], "."]];
}
function widthCells({ macsByWidth }) {
  if (macsByWidth === void 0) return void 0;
  const side = (totals) => totals === null ? [] : listed(new Map(Object.entries(totals)));
  return [side(macsByWidth.base), side(macsByWidth.head)];
}
function listed(widths) {
  if (widths.size === 0) return ["none"];
  return [...widths].flatMap(([width, macs], i) => [
    `${i === 0 ? "" : ", "}${width} `,
    numeral(macs, formatCount(macs, "count"))
  ]);
}

// src/report/spoken.ts
var spellings = [
  ...[4, 5, 6].flatMap(
    (products) => ["Pow", ""].map((cube) => ({
      name: "Gelu (tanh)",
      ops: ["Tanh", "Add", "Add", ...Array(products).fill("Mul"), ...cube === "" ? [] : [cube]]
    }))
  ),
  { name: "LayerNormalization", ops: ["ReduceMean", "Sub", "Pow", "ReduceMean", "Add", "Sqrt", "Div", "Mul", "Add"] },
  { name: "Gelu", ops: ["Div", "Erf", "Add", "Mul", "Mul"] },
  { name: "Gelu", ops: ["Mul", "Erf", "Add", "Mul", "Mul"] },
  { name: "HardSwish", ops: ["Add", "Clip", "Mul", "Div"] },
  { name: "HardSwish", ops: ["Add", "Clip", "Mul", "Mul"] },
  { name: "HardSwish", ops: ["Add", "Clip", "Div", "Mul"] },
  { name: "Mish", ops: ["Softplus", "Tanh", "Mul"] },
  { name: "QuickGelu", ops: ["Mul", "Sigmoid", "Mul"] },
  { name: "HardSwish", ops: ["HardSigmoid", "Mul"] },
  { name: "SiLU", ops: ["Sigmoid", "Mul"] },
  { name: "SiLU", ops: ["Swish"] },
  { name: "GlobalAveragePool", ops: ["GlobalAveragePool", "Flatten"] },
  { name: "GlobalAveragePool", ops: ["ReduceMean", "Reshape"] },
  { name: "GlobalAveragePool", ops: ["ReduceMean", "Flatten"] },
  { name: "GlobalAveragePool", ops: ["ReduceMean", "Squeeze"] },
  { name: "Gemm", ops: ["MatMul", "Add"] }
].map(({ name, ops }) => ({ name, ops: [...ops].sort() })).sort((a, b) => b.ops.length - a.ops.length);
var activations = new Set(
  "Relu LeakyRelu PRelu ThresholdedRelu Elu Selu Celu Sigmoid Tanh Softplus Softsign HardSigmoid Clip Gelu Mish HardSwish SiLU QuickGelu".split(" ").concat("Gelu (tanh)")
);
var longest = 64;
function functionsOf(operators) {
  const ops = operators.split(" + ");
  if (ops.length > longest) return ops;
  const said = [];
  for (let at = 0; at < ops.length; ) {
    const found = spellings.find(({ ops: spelling }) => {
      const here = ops.slice(at, at + spelling.length).sort();
      return here.length === spelling.length && here.every((op, i) => op === spelling[i]);
    });
    said.push(found?.name ?? ops[at] ?? "");
    at += found?.ops.length ?? 1;
  }
  return said;
}
function isRespelling({ what, from, to }) {
  if (what !== "op" || typeof from !== "string" || typeof to !== "string") return false;
  return functionsOf(from).join() === functionsOf(to).join();
}
function spoken(changes) {
  return changes.map((change) => {
    const { what, from, to } = change;
    if (what !== "op" || typeof from !== "string" || typeof to !== "string" || isRespelling(change)) return change;
    const [ours, theirs] = [[...functionsOf(from)], [...functionsOf(to)]];
    while (ours.length > 1 && theirs.length > 1 && ours.at(-1) === theirs.at(-1)) {
      ours.pop();
      theirs.pop();
    }
    while (ours.length > 1 && theirs.length > 1 && ours[0] === theirs[0]) {
      ours.shift();
      theirs.shift();
    }
    const isSwap = [ours, theirs].every(([only = "", ...more]) => more.length === 0 && activations.has(only));
    return { what: isSwap ? "activation" : "op", from: ours.join(" + "), to: theirs.join(" + ") };
  });
}
function changeWords(changes) {
  return changes.map(({ what, from, to }) => {
    const words = what.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
    return `${words} ${from ?? "none"} \u2192 ${to ?? "none"}`;
  }).join(", ");
}

export {
  familyOf,
  metricName,
  formatCount,
  formatExactly,
  formatDelta,
  formatSigned,
  formatRatio,
  quote,
  say,
  verdictIcon,
  severityIcon,
  standings,
  standingIcon,
  standingName,
  standingOf,
  sortedChecks,
  verdictSentence,
  mainChange,
  modelChange,
  numeral,
  isChange,
  rankedModels,
  kindName,
  kindCounts,
  usedShare,
  usedText,
  checkNumber,
  isGiven,
  conventionText,
  transferText,
  headroomText,
  caveats,
  caveatsOf,
  explanationText,
  list,
  capital,
  operatorClass,
  plainOperator,
  isCommutative,
  isWeightedClass,
  unpairedCost,
  isTransparent,
  mayDoNothing,
  isQuantization,
  isNeverConstant,
  mainWeight,
  isLearnt,
  looksUp,
  alignSymbols,
  shapeKey,
  attributesOf,
  styleOf,
  weightKeys,
  degreeIn,
  growthReport,
  signReport,
  ownProblems,
  growthLines,
  signPhrase,
  scenarioColumns,
  scenarioPhrase,
  widthsReport,
  profileWidths,
  widthLines,
  widthCells,
  isRespelling,
  spoken,
  changeWords
};
