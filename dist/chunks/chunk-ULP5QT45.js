import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  add,
  unknown
} from "./chunk-XNNL2VAW.js";

// src/budget/metrics.ts
var layerMetrics = {
  parameters: "count",
  buffers: "count",
  macs: "count",
  flops: "count",
  weightBytes: "bytes",
  quantBytes: "bytes",
  constantBytes: "bytes",
  readBytes: "bytes",
  writeBytes: "bytes"
};
var { readBytes, writeBytes, ...stored } = layerMetrics;
var modelMetrics = {
  ...stored,
  activationBytes: "bytes",
  peakBytes: "bytes",
  peakInplaceBytes: "bytes",
  arenaBytes: "bytes",
  peakFloorBytes: "bytes",
  readBytes,
  writeBytes,
  fileBytes: "bytes",
  coverage: "share"
};
var metricMeaning = {
  parameters: "Elements of the trained weights, a tied tensor once.",
  buffers: "Batch-norm running statistics and other state that is not trained, in elements.",
  macs: "Multiply-accumulates of convolution, matrix and recurrent operators.",
  flops: "2 \xD7 macs and every other arithmetic operation.",
  weightBytes: "Stored bytes of parameters and buffers.",
  quantBytes: "Stored bytes of quantisation scales and zero points.",
  constantBytes: "Stored bytes of shapes, indices, masks and tables.",
  activationBytes: "Bytes of all tensors that are not constant, views excluded.",
  peakBytes: "Most bytes alive at once, in file order.",
  peakInplaceBytes: "Most bytes alive at once where elementwise operators overwrite their input.",
  arenaBytes: "Size of one arena that holds all activations, 64-byte aligned.",
  peakFloorBytes: "The most that the inputs and outputs of one operator take: no order needs less.",
  readBytes: "Bytes the operators read, weights included.",
  writeBytes: "Bytes the operators write.",
  fileBytes: "Size of the model file, external data apart.",
  coverage: "Share of operator nodes whose cost is known or an expression."
};
function measured(profile, metric) {
  if (metric === "fileBytes") return BigInt(profile.model.byteSize);
  if (metric === "coverage") return coverage([profile]);
  return profile.totals[metric];
}
function measuredTogether(models, metric) {
  const isProfile = (m) => typeof m === "object" && "totals" in m;
  if (metric === "coverage") return coverage(models.filter(isProfile));
  return models.reduce((sum, m) => {
    const one = isProfile(m) ? measured(m, metric) : m;
    return add(sum, isShare(one) ? unknown("a share is not an amount") : one);
  }, 0n);
}
function isShare(x) {
  return typeof x === "object" && x.kind === "share";
}
function coverage(profiles) {
  const nodes = profiles.reduce((n, p) => n + p.coverage.nodes, 0);
  const unknowns = profiles.reduce((n, p) => n + p.coverage.unknown, 0);
  if (nodes === 0) return { kind: "share", part: 1n, whole: 1n };
  return { kind: "share", part: BigInt(nodes - unknowns), whole: BigInt(nodes) };
}
function isModelMetric(name) {
  return Object.hasOwn(modelMetrics, name);
}
function isLayerMetric(name) {
  return Object.hasOwn(layerMetrics, name);
}

export {
  layerMetrics,
  modelMetrics,
  metricMeaning,
  measured,
  measuredTogether,
  isShare,
  isModelMetric,
  isLayerMetric
};
