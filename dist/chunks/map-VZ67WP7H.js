import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  conventionOf
} from "./chunk-JDSMJDH6.js";
import {
  emit
} from "./chunk-DGCMSM2X.js";
import {
  fileSource
} from "./chunk-BESSVZWP.js";
import {
  pairUp
} from "./chunk-GGDLLHHV.js";
import "./chunk-HMNQWSDJ.js";
import "./chunk-QT7MOWV5.js";
import "./chunk-NBNMH6FY.js";
import "./chunk-V5LKN2LJ.js";
import "./chunk-2JN5FKMZ.js";
import "./chunk-3TWQLETA.js";
import "./chunk-PTBSFD6O.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-ULP5QT45.js";
import {
  fail
} from "./chunk-3BSD2VQC.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";

// src/report/model-explorer.ts
function modelExplorerMap(base, head, diff) {
  const [left, right] = [nodeIds(base), nodeIds(head)];
  const entries = [];
  const [usedLeft, usedRight] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  const put = (leftNodeIds, rightNodeIds) => {
    const ours = leftNodeIds.filter((id) => !usedLeft.has(id));
    const theirs = rightNodeIds.filter((id) => !usedRight.has(id));
    if (ours.length === 0 || theirs.length === 0) return;
    for (const id of ours) usedLeft.add(id);
    for (const id of theirs) usedRight.add(id);
    entries.push({ leftNodeIds: ours, rightNodeIds: theirs });
  };
  const ids = (layers, known) => layers.flatMap((l) => known.get(l) ?? []);
  for (const { kind, base: ours, head: theirs } of diff.records)
    if (kind !== "renamed" && (ours.length > 1 || theirs.length > 1)) put(ids(ours, left), ids(theirs, right));
  for (const pair of diff.pairs) put(ids([pair.base], left), ids([pair.head], right));
  for (const [i, { name }] of base.inputs.entries()) putValue(put, name, head.inputs[i]?.name);
  for (const [i, { name }] of base.outputs.entries()) putValue(put, name, head.outputs[i]?.name);
  const [madeLeft, madeRight] = [madeBy(base), madeBy(head)];
  for (const pair of diff.pairs)
    for (const { input, name } of pair.base.owner === void 0 ? pair.base.weights : []) {
      const other = pair.head.weights.find((w) => w.input === input)?.name;
      if (!madeLeft.has(name) && other !== void 0 && !madeRight.has(other)) putValue(put, name, other);
    }
  for (const { id, none } of unlike(left, right, usedLeft)) entries.push({ leftNodeIds: [id], rightNodeIds: [none] });
  for (const { id, none } of unlike(right, left, usedRight)) entries.push({ leftNodeIds: [none], rightNodeIds: [id] });
  return `${JSON.stringify({ type: "sync_navigation", mappingEntries: entries, showDiffHighlights: true }, null, 1)}
`;
}
function putValue(put, name, other) {
  if (name !== "" && other !== void 0 && other !== "") put([`[value] ${name}`], [`[value] ${other}`]);
}
function madeBy({ layers }) {
  return new Set(layers.flatMap(({ outputs }) => outputs.map(({ name }) => name)));
}
function unlike(own, other, used) {
  const taken = new Set(other.values());
  return [...new Set(own.values())].filter((id) => !used.has(id) && taken.has(id)).map((id) => ({ id, none: `[no counterpart] ${id}` }));
}
var ownersOfBodies = /* @__PURE__ */ new Set(["If", "Loop", "Scan", "SequenceMap"]);
function nodeIds({ layers }) {
  const ids = /* @__PURE__ */ new Map();
  const scopes = /* @__PURE__ */ new Map();
  const counts = /* @__PURE__ */ new Map();
  const inFunction = /* @__PURE__ */ new Set();
  for (const layer of layers) {
    const owner = layer.owner === void 0 ? void 0 : layers[layer.owner];
    if (owner !== void 0 && (inFunction.has(owner.id) || !ownersOfBodies.has(owner.op))) {
      inFunction.add(layer.id);
      continue;
    }
    const scope = `${layer.owner ?? ""}/${layer.body ?? ""}`;
    const used = scopes.get(scope) ?? /* @__PURE__ */ new Set();
    scopes.set(scope, used);
    const id = uniqueName(layer.name === "" ? "node" : layer.name, used, counts);
    if (layer.owner === void 0) ids.set(layer, id);
  }
  return ids;
}
function uniqueName(preferred, used, counts) {
  let name = preferred;
  while (used.has(name)) {
    const count = (counts.get(preferred) ?? 0) + 1;
    counts.set(preferred, count);
    name = `${preferred}_${count}`;
  }
  used.add(name);
  return name;
}

// src/cli/map.ts
async function runMap(world, args) {
  if (args.config !== void 0)
    fail("usage/bad-option", { command: "diff", option: "--config", reason: "a map of pairs judges no budgets" });
  const [basePath = "", headPath = ""] = args.operands;
  const { convention } = await conventionOf(args);
  const base = fileSource(basePath);
  try {
    const head = fileSource(headPath);
    try {
      const found = pairUp(base, head, { base: basePath, head: headPath }, args, convention);
      emit(world, args, modelExplorerMap(found.base, found.head, found.diff));
      return 0;
    } finally {
      head.close();
    }
  } finally {
    base.close();
  }
}
export {
  runMap
};
