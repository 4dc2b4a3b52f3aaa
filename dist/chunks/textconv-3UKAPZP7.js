import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fileSource
} from "./chunk-BESSVZWP.js";
import {
  count
} from "./chunk-QT7MOWV5.js";
import "./chunk-NBNMH6FY.js";
import {
  terminalText
} from "./chunk-RHWYGJMU.js";
import "./chunk-3TWQLETA.js";
import "./chunk-PTBSFD6O.js";
import "./chunk-BMWBNYSS.js";
import {
  FlopgateError,
  formatDim,
  formatShape
} from "./chunk-3BSD2VQC.js";
import {
  isUnknown
} from "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";

// src/cli/textconv.ts
import { createHash } from "node:crypto";

// src/report/textconv.ts
var longestName = 200;
var longestValue = 120;
function modelText(profile, model) {
  const { format, producer, opsets } = profile.model;
  const sets = [...opsets].sort(([a], [b]) => a < b ? -1 : 1).map(([domain, n]) => `${domain || "ai.onnx"} ${n}`);
  const labels = labelsOf(profile);
  const lines = [
    `format: ${format}`,
    `producer: ${producer}`,
    `operator sets: ${sets.join(", ")}`,
    ...profile.assumptions.map((assumption) => `measured with: ${assumption}`),
    ...profile.inputs.map((value) => `input: ${value.name} ${typeText(value)}`),
    ...profile.layers.map((layer) => layerLine(layer, profile, labels)),
    ...profile.outputs.map((value) => `output: ${value.name} ${typeText(value)} <- ${labels.get(value.name) ?? "?"}`),
    ...["parameters", "macs", "flops", "weightBytes", "peakBytes"].map(
      (metric) => `total ${metric}: ${countText(profile.totals[metric])}`
    ),
    ...model === void 0 ? [] : [`weights: ${weightsText(profile, model)}`]
  ];
  return lines.map((line) => `${terminalText(line, Number.POSITIVE_INFINITY)}
`).join("");
}
function layerLine(layer, { layers }, labels) {
  const stored = new Set(layer.weights.map(({ input }) => input));
  const inputs = layer.inputs.flatMap(
    (name, i) => stored.has(i) ? [] : [name === "" ? "" : labels.get(name) ?? "?"]
  );
  const domain = layer.domain === "" || layer.domain === "ai.onnx" ? "" : `${layer.domain}.`;
  const attributes = [...layer.attributes].flatMap(([name, value]) => {
    const text = attributeText(value);
    return text === void 0 ? [] : [`${name}=${text}`];
  });
  const costs = ["parameters", "macs"].flatMap(
    (metric) => layer[metric] === 0n ? [] : [`${metric} ${countText(layer[metric])}`]
  );
  const marks = [
    ...layer.dead === true ? ["dead"] : [],
    ...layer.untaken === true ? ["untaken"] : [],
    ...layer.status === "unknown" ? [`unknown: ${layer.why ?? ""}`] : []
  ];
  const body = layer.body === void 0 ? "" : ` (${layer.body})`;
  return [
    `${indent(layer, layers)}${labelOf(layer)}${body}: ${domain}${layer.op}(${inputs.join(", ")}) -> ${layer.outputs.map(typeText).join(", ")}`,
    ...attributes.sort(),
    ...layer.weights.map(weightText),
    ...costs,
    ...marks
  ].join("; ");
}
function indent(layer, layers) {
  let depth = 0;
  for (let owner = layer.owner; owner !== void 0 && depth < 16; owner = layers[owner]?.owner) depth++;
  return "  ".repeat(depth);
}
function labelsOf({ inputs, layers }) {
  const labels = new Map(inputs.map(({ name }) => [name, name]));
  for (const layer of layers)
    for (const [i, { name }] of layer.outputs.entries()) {
      if (name !== "" && !labels.has(name)) labels.set(name, i === 0 ? labelOf(layer) : `${labelOf(layer)}#${i}`);
    }
  return labels;
}
function labelOf({ module, name, outputs, op }) {
  return terminalText(module || name || outputs[0]?.name || op, longestName);
}
function typeText({ dtype, shape, type }) {
  return type === void 0 ? `${dtype ?? "unknown"}${formatShape(shape)}` : `${type} of ${dtype ?? "unknown"}`;
}
function weightText({ dtype, shape, role }) {
  return `${role} ${dtype}[${shape.join(", ")}]`;
}
function countText(count2) {
  return isUnknown(count2) ? `unknown (${count2.why})` : formatDim(count2);
}
function attributeText(attribute) {
  switch (attribute.kind) {
    case "int":
    case "float":
    case "string":
      return shortened(String(attribute.value));
    case "ints":
    case "floats":
    case "strings":
      return shortened(`[${attribute.value.join(", ")}]`);
    default:
      return void 0;
  }
}
function shortened(text) {
  return terminalText(text, longestValue);
}
var samples = 16;
function weightsText({ layers }, { graph }) {
  let hash = 2166136261;
  let seen = 0;
  let missing = 0;
  const mix = (text) => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  };
  const done = /* @__PURE__ */ new Set();
  for (const { name } of layers.flatMap(({ weights }) => weights)) {
    const tensor = graph.tensors.get(name);
    if (tensor === void 0 || done.has(name)) continue;
    done.add(name);
    const values = sampled(Number(tensor.elementCount), (at) => tensor.elements(at, at + 1)?.[0]);
    if (values === void 0) missing++;
    else {
      seen++;
      mix(`${values.join()};`);
    }
  }
  const away = missing === 0 ? "" : `${seen === 0 ? "" : ", "}${missing} not at hand`;
  return `${seen === 0 ? "" : `${seen} sampled, #${(hash >>> 0).toString(16).padStart(8, "0")}`}${away}` || "none";
}
function sampled(count2, read) {
  const values = [];
  const most = Math.min(samples, count2);
  for (let i = 0; i < most; i++) {
    const value = read(most === 1 ? 0 : Math.floor(i * (count2 - 1) / (most - 1)));
    if (value === void 0) return void 0;
    values.push(value);
  }
  return values;
}

// src/cli/textconv.ts
async function runTextconv(world, args) {
  const [path = ""] = args.operands;
  const source = fileSource(path);
  try {
    world.stdout.write(textOf(source, args));
    return 0;
  } finally {
    source.close();
  }
}
function textOf(source, args) {
  try {
    const { profile, model } = count(source, "model", args);
    return modelText(profile, model);
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
    return `not read: ${terminalText(error.problem.message, 500)}
${source.size} bytes, sha256 ${digest(source)}
`;
  }
}
function digest(source) {
  const step = 1 << 20;
  const hash = createHash("sha256");
  for (let at = 0; at < source.size; at += step) hash.update(source.slice(at, Math.min(at + step, source.size)));
  return hash.digest("hex");
}
export {
  runTextconv
};
