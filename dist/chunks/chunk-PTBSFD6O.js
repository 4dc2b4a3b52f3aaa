import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  version
} from "./chunk-BMWBNYSS.js";
import {
  dimFromJson,
  dimToJson,
  fail,
  isProblemCode,
  problem
} from "./chunk-3BSD2VQC.js";
import {
  isUnknown,
  unknown
} from "./chunk-XNNL2VAW.js";

// src/bytes/text.ts
import { isUtf8 } from "node:buffer";
var slots = 1 << 14;
var recent = new Array(slots).fill("");
var longestRemembered = 32;
function asText(buffer, view, at, byteLength) {
  if (byteLength > longestRemembered) return decoded(buffer, at, at + byteLength);
  const end = at + byteLength;
  let hash = byteLength;
  let highest = 0;
  let i = at;
  for (; i + 4 <= end; i += 4) {
    const word = view.getInt32(i);
    hash = Math.imul(hash ^ word ^ hash >>> 15, 2246822507);
    highest |= word;
  }
  for (; i < end; i++) {
    const byte = view.getInt8(i);
    hash = Math.imul(hash ^ byte ^ hash >>> 15, 2246822507);
    highest |= byte;
  }
  if ((highest & 2155905152) !== 0) return decoded(buffer, at, end);
  const slot = (hash ^ hash >>> 15) & slots - 1;
  const known = recent[slot] ?? "";
  if (known.length === byteLength && same(known, view, at)) return known;
  const text = buffer.toString("latin1", at, end);
  recent[slot] = text;
  return text;
}
function same(text, view, at) {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== view.getUint8(at + i)) return false;
  return true;
}
function decoded(buffer, from, to) {
  const text = buffer.toString("utf8", from, to);
  if (!text.includes("\uFFFD") || isUtf8(buffer.subarray(from, to))) return text;
  return buffer.toString("latin1", from, to).replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(56320 + byte.charCodeAt(0)));
}
function strictJson(json) {
  if (!json.includes("\\ud") && !json.includes("\uFFFD")) return json;
  return json.replace(/\\(?:u(d[89a-f][0-9a-f]{2})|[\s\S])|\ufffd/g, (found, half) => {
    if (half === void 0) return found === "\uFFFD" ? "\uFFFD\uFFFD" : found;
    return `\uFFFD${/^dc[89a-f]/.test(half) ? half.slice(2) : `u${half}`}`;
  });
}
function parseStrictJson(text) {
  if (!/\ufffd|\\ufffd/i.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value) => typeof value === "string" ? unmarked(value) : value);
}
function unmarked(text) {
  return text.replace(
    /\ufffd(?:\ufffd|([89a-f][0-9a-f])|u(d[89a-f][0-9a-f]{2}))/g,
    (_, byte, half) => {
      const code = byte === void 0 ? half : `dc${byte}`;
      return code === void 0 ? "\uFFFD" : String.fromCharCode(Number.parseInt(code, 16));
    }
  );
}

// src/analysis/profile.ts
var zeroCost = {
  parameters: 0n,
  buffers: 0n,
  macs: 0n,
  flops: 0n,
  weightBytes: 0n,
  quantBytes: 0n,
  constantBytes: 0n,
  readBytes: 0n,
  writeBytes: 0n
};
var atRunTime = /* @__PURE__ */ new Set(["macs", "flops", "readBytes", "writeBytes"]);
function counted(layer, metric) {
  if (layer.dead === true || layer.untaken === true && atRunTime.has(metric)) return 0n;
  return layer[metric];
}
var profileSchema = "flopgate.profile/1";
var costKeys = [
  "parameters",
  "buffers",
  "macs",
  "flops",
  "weightBytes",
  "quantBytes",
  "constantBytes",
  "readBytes",
  "writeBytes"
];
var totalKeys = [
  "parameters",
  "buffers",
  "macs",
  "flops",
  "weightBytes",
  "quantBytes",
  "constantBytes",
  "activationBytes",
  "peakBytes",
  "peakInplaceBytes",
  "arenaBytes",
  "peakFloorBytes",
  "readBytes",
  "writeBytes"
];

// src/conventions/own.ts
var flopgate = {
  id: "flopgate",
  title: "Flopgate",
  version,
  accuracy: "exact",
  why: "Its own definition: docs/counting.md.",
  unit: "both"
};

// src/model/dtype.ts
var bits = {
  float64: 64,
  float32: 32,
  float16: 16,
  bfloat16: 16,
  float8e4m3fn: 8,
  float8e4m3fnuz: 8,
  float8e5m2: 8,
  float8e5m2fnuz: 8,
  float8e8m0: 8,
  float6e2m3: 6,
  float6e3m2: 6,
  float4e2m1: 4,
  int64: 64,
  int32: 32,
  int16: 16,
  int8: 8,
  int4: 4,
  int2: 2,
  uint64: 64,
  uint32: 32,
  uint16: 16,
  uint8: 8,
  uint4: 4,
  uint2: 2,
  bool: 8,
  complex64: 64,
  complex128: 128,
  string: 0
};
function isDType(name) {
  return Object.hasOwn(bits, name);
}
function bitsPerElement(dtype) {
  return bits[dtype] === 0 ? void 0 : bits[dtype];
}
function isFloat(dtype) {
  return dtype.startsWith("float") || dtype.startsWith("bfloat");
}
function isInteger(dtype) {
  return dtype.startsWith("int") || dtype.startsWith("uint");
}
var byNumber = [
  null,
  "float32",
  "uint8",
  "int8",
  "uint16",
  "int16",
  "int32",
  "int64",
  "string",
  "bool",
  "float16",
  "float64",
  "uint32",
  "uint64",
  "complex64",
  "complex128",
  "bfloat16",
  "float8e4m3fn",
  "float8e4m3fnuz",
  "float8e5m2",
  "float8e5m2fnuz",
  "uint4",
  "int4",
  "float4e2m1",
  "float8e8m0",
  "uint2",
  "int2",
  "float6e2m3",
  "float6e3m2"
];
function dtypeOf(number) {
  return byNumber[Number(number)] ?? null;
}

// src/analysis/profile-read.ts
function looksLikeProfile(head) {
  const text = new TextDecoder().decode(head);
  return /^\uFEFF?\s*\[?\s*\{/.test(text) && text.includes(`"${profileSchema}"`);
}
function profileFromJson(text, file) {
  const whole = new Field(parsed(text, file), "the document", file);
  const list = Array.isArray(whole.value) ? whole.list() : [whole];
  const [document] = list;
  if (document === void 0 || list.length !== 1)
    return whole.reject(`a list of ${list.length} profiles`, "one profile");
  document.get("schema").oneOf([profileSchema]);
  const model = document.get("model");
  return {
    model: {
      path: model.get("path").text(),
      format: model.get("format").text(),
      byteSize: model.get("byteSize").natural(),
      producer: model.get("producer").text(),
      opsets: new Map(
        model.get("opsets").entries().map(([domain, v]) => [domain, v.integer()])
      )
    },
    inputs: document.get("inputs").list().map(namedValueOf),
    outputs: document.get("outputs").list().map(namedValueOf),
    totals: totalsOf(document.get("totals")),
    layers: document.get("layers").list().map(layerOf),
    coverage: coverageOf(document.get("coverage")),
    assumptions: document.find("assumptions")?.list().map((f) => f.text()) ?? [],
    convention: conventionOf(document.find("convention")),
    problems: document.get("problems").list().map(problemOf)
  };
}
function conventionOf(field) {
  if (field === void 0) return flopgate;
  return {
    id: field.get("id").text(),
    title: field.get("title").text(),
    version: field.get("version").text(),
    accuracy: field.get("accuracy").oneOf(["exact", "near"]),
    why: field.get("why").text(),
    unit: field.get("unit").oneOf(["macs", "flops", "both"])
  };
}
function parsed(text, file) {
  try {
    return parseStrictJson(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const found = error instanceof Error ? error.message : "no JSON";
    return fail("format/profile", { where: "the document", found, expected: "JSON" }, { file });
  }
}
var Field = class _Field {
  value;
  where;
  file;
  constructor(value, where, file) {
    this.value = value;
    this.where = where;
    this.file = file;
  }
  reject(found, expected) {
    fail("format/profile", { where: this.where, found, expected }, { file: this.file });
  }
  get(key) {
    return this.find(key) ?? this.at(key, void 0);
  }
  /** `undefined` where the key is absent. */
  find(key) {
    const record2 = this.record();
    return Object.hasOwn(record2, key) ? this.at(key, record2[key]) : void 0;
  }
  entries() {
    return Object.entries(this.record()).map(([key, value]) => [key, this.at(key, value)]);
  }
  list() {
    if (!Array.isArray(this.value)) this.reject(kindOf(this.value), "a list");
    return this.value.map((item, i) => new _Field(item, `${this.where}[${i}]`, this.file));
  }
  text() {
    return typeof this.value === "string" ? this.value : this.reject(kindOf(this.value), "text");
  }
  oneOf(allowed) {
    const text = this.text();
    return allowed.find((a) => a === text) ?? this.reject(`"${text}"`, allowed.map((a) => `"${a}"`).join(" or "));
  }
  natural() {
    const n = this.value;
    return typeof n === "number" && Number.isSafeInteger(n) && n >= 0 ? n : this.reject(shown(n), "an integer \u2265 0");
  }
  integer() {
    const d = this.dim("");
    return typeof d === "bigint" ? d : this.reject(shown(this.value), "an integer");
  }
  /** A count or an extent; `why` is the reason where it is unknown. */
  dim(why) {
    const { value } = this;
    if (value === null) return unknown(why);
    if (typeof value !== "number" && typeof value !== "string") return this.reject(kindOf(value), "a count");
    if (typeof value === "string" && value.length > longestExpression)
      return unknown("its expression is longer than Flopgate reads back");
    return dimFromJson(value) ?? this.reject(shown(value), "an integer or an expression");
  }
  float() {
    const { value } = this;
    if (typeof value === "number") return value;
    return floats.get(this.text()) ?? this.reject(shown(value), "a number");
  }
  record() {
    const { value } = this;
    if (typeof value !== "object" || value === null || Array.isArray(value)) this.reject(kindOf(value), "an object");
    return value;
  }
  at(key, value) {
    return new _Field(value, this.where === "the document" ? key : `${this.where}.${key}`, this.file);
  }
};
var longestExpression = 8e3;
var floats = /* @__PURE__ */ new Map([
  ["NaN", Number.NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
  ["-0", -0]
]);
function kindOf(value) {
  if (value === void 0) return "missing";
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `of type ${typeof value}`;
}
function shown(value) {
  return typeof value === "number" || typeof value === "string" ? JSON.stringify(value).slice(0, 80) : kindOf(value);
}
function dtypeOf2(field) {
  const text = field.text();
  return isDType(text) ? text : field.reject(`"${text}"`, "an element type");
}
var unsaid = "the saved profile does not say why";
function shapeOf(field) {
  if (field.value === null) return unknown("the saved profile does not know it");
  return field.list().map((d) => d.dim("the saved profile does not know it"));
}
function namedValueOf(field) {
  const type = field.find("type")?.oneOf(["sequence", "optional", "map", "opaque"]);
  const dtype = field.get("dtype");
  return {
    name: field.get("name").text(),
    dtype: dtype.value === null ? null : dtypeOf2(dtype),
    shape: shapeOf(field.get("shape")),
    ...type !== void 0 && { type }
  };
}
function totalsOf(field) {
  const reasons = field.find("why");
  const read = (key) => field.get(key).dim(reasons?.find(key)?.text() ?? unsaid);
  const counts = Object.fromEntries(totalKeys.map((key) => [key, read(key)]));
  const byDType = field.get("weightBytesByDtype").entries().map(([dtype, f]) => [
    isDType(dtype) ? dtype : f.reject(`"${dtype}"`, "an element type"),
    f.dim(unsaid)
  ]);
  const widths = field.find("macsByWidth")?.entries() ?? [];
  const byWidth = widths.map(([width, f]) => [
    /^\w{1,20}(×\w{1,20})?$/.test(width) ? width : f.reject(`"${width}"`, "two element types"),
    f.dim(unsaid)
  ]);
  return { ...counts, weightBytesByDType: new Map(byDType), macsByWidth: new Map(byWidth) };
}
function layerOf(field, id) {
  const why = field.find("why")?.text();
  const owner = field.find("owner");
  if (owner !== void 0 && owner.natural() >= id) owner.reject(shown(owner.value), "an earlier layer");
  const body = field.find("body")?.text();
  const bodies = field.find("bodies")?.list().map(bodyOf);
  const index = field.get("index");
  const costs = Object.fromEntries(costKeys.map((key) => [key, field.get(key).dim(why ?? unsaid)]));
  return {
    id,
    index: index.value === null ? null : index.natural(),
    ...owner !== void 0 && { owner: owner.natural() },
    ...body !== void 0 && { body },
    ...bodies !== void 0 && { bodies },
    name: field.get("name").text(),
    op: field.get("op").text(),
    domain: field.get("domain").text(),
    module: field.get("module").text(),
    inputs: field.get("inputs").list().map((f) => f.text()),
    outputs: field.get("outputs").list().map(namedValueOf),
    attributes: new Map(
      (field.find("attributes")?.entries() ?? []).flatMap(([name, f]) => [
        [name, attributeOf(f)]
      ])
    ),
    weights: (field.find("weights")?.list() ?? []).map(weightOf),
    ...costs,
    status: field.get("status").oneOf(["known", "symbolic", "unknown"]),
    ...why !== void 0 && { why },
    ...isTrue(field.find("dead")) && { dead: true },
    ...isTrue(field.find("untaken")) && { untaken: true }
  };
}
function bodyOf(field) {
  return {
    name: field.get("name").text(),
    ...isTrue(field.find("call")) && { call: true },
    inputs: field.get("inputs").list().map(namedValueOf),
    outputs: field.get("outputs").list().map((f) => f.text())
  };
}
function isTrue(field) {
  if (field === void 0 || field.value === false) return false;
  return field.value === true || field.reject(shown(field.value), "true");
}
function weightOf(field) {
  return {
    input: field.get("input").natural(),
    name: field.get("name").text(),
    dtype: dtypeOf2(field.get("dtype")),
    shape: field.get("shape").list().map((d) => d.integer()),
    role: field.get("role").oneOf(["parameter", "buffer", "quantization", "constant"])
  };
}
function attributeOf(field) {
  const value = field.get("value");
  const kind = field.get("kind").oneOf(["int", "ints", "float", "floats", "string", "strings", "tensor", "tensors"]);
  switch (kind) {
    case "int":
      return { kind, value: value.integer() };
    case "ints":
      return { kind, value: value.list().map((f) => f.integer()) };
    case "float":
      return { kind, value: value.float() };
    case "floats":
      return { kind, value: value.list().map((f) => f.float()) };
    case "string":
      return { kind, value: value.text() };
    case "strings":
      return { kind, value: value.list().map((f) => f.text()) };
    case "tensor":
      return { kind, value: tensorOf(value) };
    case "tensors":
      return { kind, value: value.list().map(tensorOf) };
  }
}
function tensorOf(field) {
  const shape = field.get("shape").list().map((d) => d.integer());
  const elements = field.find("elements")?.list().map(scalarOf);
  return {
    name: field.get("name").text(),
    dtype: dtypeOf2(field.get("dtype")),
    shape,
    elementCount: shape.reduce((n, d) => n * d, 1n),
    byteLength: field.get("byteLength").integer(),
    place: field.get("place").oneOf(["inline", "external"]),
    elements: (from, to) => elements?.slice(from, to)
  };
}
function scalarOf(field) {
  if (typeof field.value === "string") return field.value;
  return field.find("float")?.float() ?? field.get("int").integer();
}
function coverageOf(field) {
  return {
    nodes: field.get("nodes").natural(),
    known: field.get("known").natural(),
    symbolic: field.get("symbolic").natural(),
    unknown: field.get("unknown").natural(),
    unknownOperators: new Map((field.find("unknownOperators")?.entries() ?? []).map(([op, f]) => [op, f.natural()]))
  };
}
function problemOf(field) {
  const code = field.get("code").text();
  const message = field.get("message").text();
  const at = field.find("at");
  const place = at === void 0 ? void 0 : placeOf(at);
  if (!isProblemCode(code)) return problem("format/saved-problem", { message, code }, place);
  return {
    code,
    severity: field.get("severity").oneOf(["fatal", "warning", "notice"]),
    message,
    help: field.get("help").text(),
    ...place !== void 0 && { at: place }
  };
}
function placeOf(field) {
  const [file, node, key] = ["file", "node", "key"].map((name) => field.find(name)?.text());
  const [offset, line, column] = ["offset", "line", "column"].map((name) => field.find(name)?.natural());
  return {
    ...file !== void 0 && { file },
    ...offset !== void 0 && { offset },
    ...line !== void 0 && { line },
    ...column !== void 0 && { column },
    ...key !== void 0 && { key },
    ...node !== void 0 && { node }
  };
}

// src/analysis/profile-json.ts
function profileToJson(profile) {
  return documentOf(profile, profile.layers.map(layerToJson));
}
var layersInPiece = 128;
function* profileText(profile, depth = 0) {
  const whole = strictJson(JSON.stringify(documentOf(profile, []), null, 1)).replaceAll("\n", `
${" ".repeat(depth)}`);
  const gap = `
${" ".repeat(depth + 1)}"layers": [`;
  const at = whole.indexOf(`${gap}]`) + gap.length;
  const { layers } = profile;
  const attributes = attributesWritten();
  if (layers.length === 0) {
    yield whole;
    return;
  }
  yield whole.slice(0, at);
  for (let from = 0; from < layers.length; from += layersInPiece) {
    const piece = layers.slice(from, from + layersInPiece).map((layer) => layerFields(layer, attributes));
    yield (from === 0 ? "" : ",") + elementsText(piece, depth + 2);
  }
  yield `
${" ".repeat(depth + 1)}${whole.slice(at)}`;
}
function elementsText(list, depth) {
  let value = list;
  for (let i = 1; i < depth; i++) value = [value];
  const text = JSON.stringify(value, null, 1);
  const around = depth * (depth + 1) / 2 + depth - 1;
  return strictJson(text.slice(around, text.length - around - 1));
}
function* profilesText(profiles) {
  for (const [i, profile] of profiles.entries()) {
    yield i === 0 ? "[\n " : ",\n ";
    yield* profileText(profile, 1);
  }
  yield profiles.length === 0 ? "[]" : "\n]";
}
function documentOf(profile, layers) {
  const { model } = profile;
  return {
    schema: profileSchema,
    model: {
      path: model.path,
      format: model.format,
      byteSize: model.byteSize,
      producer: model.producer,
      opsets: record(model.opsets, dimToJson)
    },
    ...profile.scenario !== void 0 && { scenario: profile.scenario },
    inputs: profile.inputs.map(valueToJson),
    outputs: profile.outputs.map(valueToJson),
    convention: profile.convention,
    totals: totalsToJson(profile.totals),
    layers,
    coverage: { ...profile.coverage, unknownOperators: record(profile.coverage.unknownOperators, (n) => n) },
    assumptions: profile.assumptions,
    problems: profile.problems
  };
}
function record(map, write) {
  if (map.size === 0) return {};
  return Object.fromEntries([...map].map(([key, value]) => [key, write(value)]));
}
function totalsToJson(totals) {
  const why = totalKeys.flatMap((key) => {
    const d = totals[key];
    return isUnknown(d) ? [[key, d.why]] : [];
  });
  return {
    ...Object.fromEntries(totalKeys.map((key) => [key, dimToJson(totals[key])])),
    weightBytesByDtype: record(totals.weightBytesByDType, dimToJson),
    macsByWidth: record(totals.macsByWidth, dimToJson),
    ...why.length > 0 && { why: Object.fromEntries(why) }
  };
}
function layerToJson(layer) {
  const fields = Object.entries(layerFields(layer, attributesToJson));
  return Object.fromEntries(fields.filter(([, value]) => value !== void 0));
}
function layerFields(layer, attributes) {
  return {
    index: layer.index,
    name: layer.name,
    op: layer.op,
    domain: layer.domain,
    module: layer.module,
    owner: layer.owner,
    body: layer.body,
    bodies: layer.bodies?.map(bodyToJson),
    inputs: layer.inputs,
    outputs: layer.outputs.map(valueToJson),
    attributes: attributes(layer.attributes),
    weights: layer.weights.map(weightToJson),
    parameters: dimToJson(layer.parameters),
    buffers: dimToJson(layer.buffers),
    macs: dimToJson(layer.macs),
    flops: dimToJson(layer.flops),
    weightBytes: dimToJson(layer.weightBytes),
    quantBytes: dimToJson(layer.quantBytes),
    constantBytes: dimToJson(layer.constantBytes),
    readBytes: dimToJson(layer.readBytes),
    writeBytes: dimToJson(layer.writeBytes),
    status: layer.status,
    why: layer.why,
    dead: layer.dead,
    untaken: layer.untaken
  };
}
function bodyToJson({ name, call, inputs, outputs }) {
  return { name, ...call === true && { call }, inputs: inputs.map(valueToJson), outputs };
}
function valueToJson({ name, dtype, shape: extents, type }) {
  const shape = shapeToJson(extents);
  return type === void 0 ? { name, dtype, shape } : { name, dtype, shape, type };
}
function shapeToJson(shape) {
  return isUnknown(shape) ? null : shape.map(dimToJson);
}
function weightToJson({ input, name, dtype, shape, role }) {
  return { input, name, dtype, shape: shape.map(dimToJson), role };
}
function attributesWritten() {
  const known = /* @__PURE__ */ new Map();
  return (map) => {
    const before = known.get(map);
    if (before !== void 0) return before;
    const json = attributesToJson(map);
    if (known.size < mostSettings) known.set(map, json);
    return json;
  };
}
var mostSettings = 4096;
function attributesToJson(map) {
  return record(map, attributeToJson);
}
function attributeToJson(attribute) {
  switch (attribute.kind) {
    case "int":
      return { kind: "int", value: dimToJson(attribute.value) };
    case "ints":
      return { kind: "ints", value: attribute.value.map(dimToJson) };
    case "float":
      return { kind: "float", value: floatToJson(attribute.value) };
    case "floats":
      return { kind: "floats", value: attribute.value.map(floatToJson) };
    case "string":
    case "strings":
      return attribute;
    case "tensor":
      return { kind: "tensor", value: tensorToJson(attribute.value) };
    case "tensors":
      return { kind: "tensors", value: attribute.value.map(tensorToJson) };
    default:
      return { kind: attribute.kind };
  }
}
function floatToJson(x) {
  return Number.isFinite(x) && !Object.is(x, -0) ? x : Object.is(x, -0) ? "-0" : String(x);
}
function tensorToJson(tensor) {
  const elements = tensor.elements(0, Number(tensor.elementCount));
  return {
    name: tensor.name,
    dtype: tensor.dtype,
    shape: tensor.shape.map(dimToJson),
    byteLength: dimToJson(tensor.byteLength),
    place: tensor.place,
    ...elements !== void 0 && { elements: elements.map(scalarToJson) }
  };
}
function scalarToJson(x) {
  if (typeof x === "number") return { float: floatToJson(x) };
  if (typeof x === "string") return x;
  const d = x;
  return { int: dimToJson(d) };
}

export {
  isDType,
  bitsPerElement,
  isFloat,
  isInteger,
  dtypeOf,
  flopgate,
  zeroCost,
  counted,
  costKeys,
  totalKeys,
  asText,
  strictJson,
  parseStrictJson,
  looksLikeProfile,
  profileFromJson,
  profileToJson,
  profileText,
  profilesText
};
