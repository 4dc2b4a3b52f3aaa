import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  emit,
  readText,
  wantsColor
} from "./chunk-DGCMSM2X.js";
import {
  _enum,
  _null,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  number,
  object,
  record,
  string,
  tuple,
  union
} from "./chunk-UYBB2FPU.js";
import {
  renderReport
} from "./chunk-7R6SHNQE.js";
import "./chunk-RHWYGJMU.js";
import "./chunk-2JN5FKMZ.js";
import "./chunk-3TWQLETA.js";
import {
  parseStrictJson
} from "./chunk-PTBSFD6O.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-ULP5QT45.js";
import {
  fail
} from "./chunk-3BSD2VQC.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";

// src/report/read.ts
var count = union([number(), string(), _null()]);
var metric = string().regex(/^[A-Za-z][A-Za-z0-9]{0,40}$/);
var width = string().regex(/^\w{1,20}(×\w{1,20})?$/);
var index = union([int().min(0), _null()]);
var severity = _enum(["fatal", "warning", "notice"]);
var level = _enum(["error", "warn"]);
var atLeastZero = int().min(0);
var sign = discriminatedUnion("kind", [
  object({ kind: _enum(["never-more", "never-less", "depends"]) }),
  object({ kind: _enum(["more-above", "less-above"]), symbol: string(), above: count })
]);
var delta = object({
  from: count,
  to: count,
  by: count,
  ratio: number().exactOptional(),
  sign: sign.exactOptional()
});
var deltas = record(metric, delta);
var totals = record(metric, count);
var revision = object({
  label: string(),
  sha: string().exactOptional(),
  how: string().exactOptional()
});
var problem = object({
  code: string(),
  severity,
  message: string(),
  help: string(),
  at: object({
    file: string().exactOptional(),
    offset: number().exactOptional(),
    line: number().exactOptional(),
    column: number().exactOptional(),
    key: string().exactOptional(),
    node: string().exactOptional()
  }).exactOptional()
});
var layer = object({
  kind: _enum([
    "modified",
    "renamed",
    "moved",
    "added",
    "removed",
    "fused",
    "split",
    "rewritten",
    "weightsOnly",
    "shapeOnly"
  ]),
  base: array(index),
  head: array(index),
  baseIds: array(atLeastZero).exactOptional(),
  headIds: array(atLeastZero).exactOptional(),
  name: string(),
  baseName: string().exactOptional(),
  function: string().exactOptional(),
  op: string(),
  changes: array(object({ what: string(), from: count, to: count })),
  delta: deltas
});
var innerLayer = object({ id: atLeastZero, name: string() });
var model = object({
  path: string(),
  basePath: string().exactOptional(),
  status: _enum(["changed", "added", "removed", "unchanged", "renamed", "unreadable"]),
  pairedBy: literal("structure").exactOptional(),
  base: totals.nullable(),
  head: totals.nullable(),
  delta: deltas,
  scenarios: array(
    object({
      name: string(),
      base: totals.nullable(),
      head: totals.nullable(),
      delta: deltas,
      assumptions: array(string()),
      problems: array(problem)
    })
  ).exactOptional(),
  macsByWidth: object({ base: record(width, count).nullable(), head: record(width, count).nullable() }).exactOptional(),
  growth: array(object({ metric, symbol: string(), from: atLeastZero, to: atLeastZero })).exactOptional(),
  layers: array(layer),
  unchangedLayers: atLeastZero,
  explanation: object({ metric, layers: atLeastZero }).exactOptional(),
  pairs: array(tuple([index, index])).exactOptional(),
  innerPairs: array(object({ base: innerLayer, head: innerLayer })).exactOptional(),
  folded: object({ base: atLeastZero, head: atLeastZero, delta: deltas }),
  blocks: array(object({ name: string(), from: number(), to: number(), place: string().exactOptional() })),
  exported: object({
    producer: tuple([string(), string()]).exactOptional(),
    opset: tuple([string(), string()]).exactOptional(),
    delta: deltas
  }).exactOptional(),
  related: boolean(),
  coverage: object({
    nodes: atLeastZero,
    known: atLeastZero,
    symbolic: atLeastZero,
    unknown: atLeastZero,
    unknownOperators: record(string(), number())
  }).nullable(),
  assumptions: array(string()),
  notes: array(string()),
  problems: array(problem)
});
var check = object({
  budget: string(),
  scope: string(),
  model: string().exactOptional(),
  layers: string().exactOptional(),
  scenario: string().exactOptional(),
  metric,
  kind: _enum(["max", "growth", "growthBy", "min", "degree"]),
  actual: count,
  base: count.exactOptional(),
  limit: count,
  headroom: count.exactOptional(),
  result: _enum(["met", "exceeded", "undecidable", "waived"]),
  level,
  message: string().exactOptional(),
  why: string().exactOptional(),
  line: number()
});
var report = object({
  schema: literal("flopgate.report/1"),
  tool: object({ name: literal("flopgate"), version: string() }),
  verdict: _enum(["pass", "warn", "fail"]),
  convention: string(),
  counting: object({
    id: string(),
    title: string(),
    version: string(),
    accuracy: _enum(["exact", "near"]),
    why: string(),
    unit: _enum(["macs", "flops", "both"])
  }).exactOptional(),
  base: revision.nullable(),
  head: revision,
  models: array(model),
  checks: array(check),
  waivedBy: object({
    label: string(),
    actor: string().exactOptional(),
    at: string().exactOptional(),
    commit: string().exactOptional()
  }).exactOptional(),
  transfer: object({ lfsBytes: atLeastZero, lfsRequests: atLeastZero, lfsObjects: atLeastZero }).exactOptional(),
  problems: array(problem)
});
function readReport(text, file) {
  let json;
  try {
    json = parseStrictJson(text);
  } catch {
    return fail("report/unreadable", { reason: "it is not JSON" }, { file });
  }
  const parsed = report.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = issue?.path.map(String).join(".") ?? "";
  const reason = key === "" || key === "schema" ? "its `schema` is not flopgate.report/1" : `\`${key}\` is not as it should be`;
  return fail("report/unreadable", { reason }, { file, ...key !== "" && { key } });
}

// src/cli/render.ts
async function runRender(world, args) {
  const [path = ""] = args.operands;
  const report2 = readReport(readText(path), path);
  emit(world, args, renderReport(report2, args.format, { color: wantsColor(world, args) }));
  return 0;
}
export {
  runRender
};
