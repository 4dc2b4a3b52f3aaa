import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  bringBlobs,
  bringLinks,
  bringTrees,
  follow,
  idlePatterns,
  isLink,
  isRegular,
  isSameWay,
  kindOf,
  lookAt,
  missingBlob,
  modelPatterns,
  obstacleOf,
  pairModels,
  pairRenames,
  shortId,
  treeOf,
  wordsOf
} from "./chunk-SFEMBHW3.js";
import {
  isMine
} from "./chunk-R2AFZ2L5.js";
import {
  portable
} from "./chunk-SVRW3PMT.js";
import {
  localCommit,
  mergeBase,
  noticesOf,
  parentsOf,
  readBlob,
  readBlobs,
  symbolicRef
} from "./chunk-OT4ONOMH.js";
import {
  measurementOf
} from "./chunk-HMNQWSDJ.js";
import {
  parseConfig
} from "./chunk-S7DBZIKV.js";
import {
  idleRules,
  ruleFor
} from "./chunk-V5LKN2LJ.js";
import {
  version
} from "./chunk-BMWBNYSS.js";
import {
  FlopgateError,
  dimToJson,
  fail,
  problem,
  unreachable
} from "./chunk-3BSD2VQC.js";
import {
  isUnknown
} from "./chunk-XNNL2VAW.js";

// src/host/results.ts
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { gunzipSync, gzipSync } from "node:zlib";
function resultKey(measured) {
  const { path, basePath = path, status, base, head, convention, options, scenarios = [], free = [] } = measured;
  const named = scenarios.map((one) => [one.name, optionsText(one.options)]);
  const whole = [version, convention, base, head, status, path, basePath, optionsText(options), named, free];
  return createHash("sha256").update(JSON.stringify(whole)).digest("hex");
}
function optionsText({ inputs, bind }) {
  const sorted = (map) => [...map].sort(([a], [b]) => a < b ? -1 : 1);
  return [
    sorted(inputs).map(([name, shape]) => [name, shapeText(shape)]),
    sorted(bind).map(([name, value]) => [name, String(value)])
  ];
}
function shapeText(shape) {
  return isUnknown(shape) ? null : shape.map(dimToJson);
}
var magic = `flopgate.results/1 ${version}
`;
function encodeResults(entries) {
  const body = gzipSync(serialize(new Map([...entries].map(([key, model]) => [key, portable(model)]))), { level: 1 });
  return Buffer.concat([Buffer.from(magic), createHash("sha256").update(body).digest(), body]);
}
function decodeResults(bytes) {
  const start = Buffer.byteLength(magic);
  if (Buffer.from(bytes.subarray(0, start)).toString("latin1") !== magic) return void 0;
  const body = bytes.subarray(start + 32);
  if (!createHash("sha256").update(body).digest().equals(bytes.subarray(start, start + 32)))
    return void 0;
  return deserialize(gunzipSync(body));
}
var mostEntries = 2e3;
function folderResults(folder) {
  const fileOf2 = (key) => join(folder, `${key}.flopgate`);
  return {
    get: (key) => {
      const file = fileOf2(key);
      const bytes = attempt(() => readFileSync(file));
      const found = bytes === void 0 ? void 0 : decodeResults(bytes)?.get(key);
      if (found !== void 0) attempt(() => utimesSync(file, /* @__PURE__ */ new Date(), /* @__PURE__ */ new Date()));
      return found;
    },
    put: (key, model) => {
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        const draft = join(folder, `.${key}.${process.pid}`);
        writeFileSync(draft, encodeResults(/* @__PURE__ */ new Map([[key, model]])), { mode: 384 });
        renameSync(draft, fileOf2(key));
        prune(folder);
      });
    }
  };
}
function prune(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".flopgate"));
  if (names.length <= mostEntries) return;
  const used = names.map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs })).sort((a, b) => a.at - b.at);
  for (const { name } of used.slice(0, names.length - mostEntries * 0.9)) rmSync(join(folder, name), { force: true });
}
function attempt(step) {
  try {
    return step();
  } catch {
    return void 0;
  }
}
function writePart(outcomes) {
  const entries = outcomes.flatMap(
    ({ cases, models }) => cases.flatMap(({ key, elsewhere }, i) => {
      const model = models[i];
      return key === void 0 || elsewhere !== void 0 || model === void 0 ? [] : [[key, model]];
    })
  );
  return encodeResults(new Map(entries));
}
function readParts(paths) {
  const entries = /* @__PURE__ */ new Map();
  for (const file of paths.flatMap(filesAt)) {
    const bytes = attempt(() => readFileSync(file));
    const found = bytes && decodeResults(bytes);
    if (found === void 0) return fail("read/part", { path: file, version }, { file });
    for (const [key, model] of found) entries.set(key, model);
  }
  return { get: (key) => entries.get(key), put: () => {
  }, lenient: true };
}
function filesAt(path) {
  if (attempt(() => statSync(path).isDirectory()) !== true) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

// src/host/config-place.ts
var defaultConfigPath = ".github/flopgate.yml";
async function configOf(repository, place, base, head) {
  const why = await bringTrees(repository, [...base === null ? [] : [base], head, place.revision]);
  const trees = { base: base && treeOf(repository, base, "base", why), head: treeOf(repository, head, "head", why) };
  return findConfig(repository, place, trees, head, [], () => false);
}
async function findConfig(repository, place, trees, head, paths, mayChangeWithIt = isWorkflow) {
  if (place.kind === "text") return { config: parseConfig(place.text, place.file), problems: [] };
  const { path, revision } = place;
  const entry = treeOf(repository, revision, "config").get(path);
  const atHead = trees.head.get(path);
  const trustsHead = revision.sha === head.sha;
  if (entry === void 0) return withoutConfig(repository, { path, revision }, trees, head, paths);
  const trusted = await copyAt(repository, path, entry, revision);
  const before = trees.base === null ? entry : trees.base.get(path);
  const isEdited = !trustsHead && atHead?.oid !== entry.oid && atHead?.oid !== before?.oid;
  const counts = !trustsHead && (isEdited || atHead?.oid === entry.oid);
  const proposed = counts ? await copyAt(repository, path, atHead, head) : void 0;
  const idle = idleOn(trusted, paths, trees);
  const broken = breakage(path, proposed, paths);
  const why = faultOf(trusted, idle);
  if (isEdited && why !== void 0 && broken.length === 0 && proposed?.config !== void 0) {
    const other = firstChange(trees, (one) => one === path || mayChangeWithIt(one));
    if (other === void 0) {
      const repaired = problem("config/repaired", { path, reason: why }, { file: path });
      return { config: proposed.config, problems: [repaired], repaired: true };
    }
    if (trusted.config === void 0) fail("config/repair-alone", { path, reason: why, other }, { file: path });
  }
  if (trusted.config === void 0) {
    const [still] = isEdited && why !== void 0 ? broken : [];
    throw new FlopgateError(still ?? trusted.problem);
  }
  const edited = isEdited ? [problem("config/edited", { path }, { file: path })] : [];
  const said = new Set(idle);
  const unsaid = breakage(path, proposed, paths, (pattern) => said.has(pattern));
  return { config: trusted.config, problems: [...edited, ...unsaid] };
}
async function withoutConfig(repository, { path, revision }, trees, head, paths) {
  const atHead = trees.head.get(path);
  if (path !== defaultConfigPath && atHead === void 0) {
    fail("config/named-missing", { path, revision: shortId(revision) }, { file: path });
  }
  const missing = problem("config/missing", { path, revision: shortId(revision) });
  const added = atHead === void 0 || revision.sha === head.sha ? [] : [problem("config/added", { path }, { file: path })];
  const proposed = added.length === 0 ? void 0 : await copyAt(repository, path, atHead, head);
  const alike = lookAlike(path, treeOf(repository, revision, "config"));
  return { config: null, problems: [missing, ...added, ...breakage(path, proposed, paths), ...alike] };
}
async function copyAt(repository, path, entry, revision) {
  if (entry === void 0) return void 0;
  try {
    return { config: await configAt(repository, path, entry, revision) };
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
    return { problem: error.problem };
  }
}
async function configAt(repository, path, entry, revision) {
  await bringBlobs(repository, [entry.oid], [revision]);
  const text = isRegular(entry) ? readBlob(repository, entry.oid) : void 0;
  if (!isRegular(entry)) fail("read/not-a-file", { path, revision: shortId(revision), kind: kindOf(entry) });
  if (text === void 0) fail("read/object-missing", missingBlob(repository, path, revision, entry.oid));
  return parseConfig(text.toString("utf8"), path);
}
function idleOn({ config }, paths, { base }) {
  if (config === void 0 || paths.length === 0) return [];
  return idleRules(config, [...paths, ...base?.keys() ?? []]).map(({ path }) => path);
}
function faultOf({ problem: why }, [idle]) {
  const isWrong = why?.code.startsWith("budget/") === true || why?.code === "read/not-a-file";
  if (why !== void 0) return isWrong ? asClause(why) : void 0;
  return idle === void 0 ? void 0 : `its pattern \`${idle}\` matches no file`;
}
function breakage(path, proposed, paths, isSaid = () => false) {
  if (proposed === void 0) return [];
  if (proposed.problem !== void 0) {
    const { at } = proposed.problem;
    return [problem("config/breaks", { path, reason: asClause(proposed.problem) }, { ...at, file: path })];
  }
  const idle = paths.length === 0 ? [] : idleRules(proposed.config, paths).filter((rule) => !isSaid(rule.path));
  return idle.map((rule) => {
    const reason = `its pattern \`${rule.path}\` matches no file at the head`;
    return problem("config/breaks", { path, reason }, { file: path, line: rule.line });
  });
}
function asClause({ message }) {
  return message.replace(/\.$/, "");
}
function firstChange({ base, head }, mayChange) {
  const before = base ?? /* @__PURE__ */ new Map();
  const differs = (path) => {
    const [was, is] = [before.get(path), head.get(path)];
    return was?.oid !== is?.oid || was?.mode !== is?.mode;
  };
  const changed = [.../* @__PURE__ */ new Set([...before.keys(), ...head.keys()])].filter((path) => !mayChange(path) && differs(path));
  return changed.sort()[0];
}
function isWorkflow(path) {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
}
function lookAlike(path, tree) {
  const [found] = [...tree.keys()].filter((other) => /(?:^|\/)\.?flopgate\.(?:ya?ml|json)$/i.test(other) && !other.startsWith(".github/workflows/")).sort();
  return found === void 0 ? [] : [problem("config/elsewhere", { found, path }, { file: found })];
}

// src/host/lfs.ts
import { createHash as createHash2 } from "node:crypto";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { join as join2 } from "node:path";
var pointerLimit = 1024;
var versions = /* @__PURE__ */ new Set([
  "https://git-lfs.github.com/spec/v1",
  "https://hawser.github.com/spec/v1",
  "http://git-media.io/v/2"
]);
var keys = /^version (?:ext-\d-\S+ )*oid size$/;
function parsePointer(bytes) {
  if (bytes.length === 0 || bytes.length >= pointerLimit) return void 0;
  const lines = Buffer.from(bytes).toString("utf8").trimEnd().split(/\r?\n/);
  const entries = lines.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]);
  if (!keys.test(entries.map(([key]) => key).join(" "))) return void 0;
  const fields = new Map(entries);
  const [, oid] = /^sha256:([0-9a-f]{64})$/.exec(fields.get("oid") ?? "") ?? [];
  const size = fields.get("size") ?? "";
  if (!versions.has(fields.get("version") ?? "") || oid === void 0 || !/^\d{1,18}$/.test(size)) return void 0;
  const extensions = [...fields.keys()].filter((key) => key.startsWith("ext-")).map((key) => key.slice(6));
  return { oid, size: BigInt(size), ...extensions.length > 0 && { extensions } };
}
var conflictLimit = 4096;
function conflictedPointer(bytes) {
  if (bytes.length >= conflictLimit) return false;
  const lines = Buffer.from(bytes).toString("utf8").split(/\r?\n/);
  const has = (pattern) => lines.some((line) => pattern.test(line));
  const isPointer = has(/^oid sha256:[0-9a-f]{64}$/) && lines.some((line) => versions.has(line.replace(/^version /, "")));
  return isPointer && has(/^<{7}(?: |$)/) && has(/^={7}$/) && has(/^>{7}(?: |$)/);
}
function localContent(checkout, pointer) {
  if (checkout === void 0) return { missing: "" };
  const path = placeIn(join2(checkout.commonDir, "lfs", "objects"), pointer);
  const found = fileOf(path, pointer);
  if (found === void 0) return { missing: "" };
  return found === "same" ? { path } : { missing: ", and the copy in the clone is not it" };
}
function isLaid(checkout, pointer) {
  if (checkout === void 0) return false;
  const path = placeIn(join2(checkout.commonDir, "lfs", "objects"), pointer);
  const found = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  return found?.isFile() === true && found.size === pointer.size;
}
function placeIn(folder, { oid }) {
  return join2(folder, oid.slice(0, 2), oid.slice(2, 4), oid);
}
function fileOf(path, { oid, size }) {
  const found = sha256Of(path);
  if (found === void 0) return void 0;
  return found.size === size && found.oid === oid ? "same" : "other";
}
function sha256Of(path) {
  let file;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch {
    return void 0;
  }
  try {
    const stat = fstatSync(file, { bigint: true });
    if (!stat.isFile()) return void 0;
    const hash = createHash2("sha256");
    const chunk = Buffer.alloc(1 << 20);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
    return { oid: hash.digest("hex"), size: stat.size };
  } finally {
    closeSync(file);
  }
}

// src/host/lfs-failure.ts
var LfsFailure = class extends Error {
  name = "LfsFailure";
  reason;
  constructor(reason, words) {
    super(words);
    this.reason = reason;
  }
};
var codes = {
  missing: "read/lfs-missing",
  removed: "read/lfs-missing",
  denied: "read/lfs-denied",
  quota: "read/lfs-quota",
  expired: "read/lfs-expired",
  invalid: "read/lfs-corrupt",
  limited: "read/lfs-failed",
  unavailable: "read/lfs-failed",
  "broken off": "read/lfs-failed",
  "too big": "read/lfs-too-big",
  corrupt: "read/lfs-corrupt",
  unsafe: "read/lfs-unsafe",
  unsupported: "read/lfs-failed"
};
function lfsProblem(why, place) {
  const { path, revision, size } = place;
  return problem(codes[why.reason], { path, revision, size, reason: why.words }, { file: path });
}
var quotaWords = /over its data quota|exceeded its LFS budget|(?:bandwidth|storage|data) (?:limit|quota)/i;
function failureOf(status, said) {
  const words = said === "" ? `the server answered ${status}` : `the server answered ${status}: ${quote(said)}`;
  if (status === 507 || status === 509 || status >= 400 && status < 500 && quotaWords.test(said)) {
    return new LfsFailure("quota", words);
  }
  const reason = byStatus.get(status) ?? (status >= 500 && status !== 501 ? "unavailable" : "unsupported");
  return new LfsFailure(reason, words);
}
var byStatus = /* @__PURE__ */ new Map([
  [401, "denied"],
  [403, "denied"],
  [404, "missing"],
  [410, "removed"],
  [413, "too big"],
  [416, "corrupt"],
  [422, "invalid"],
  [429, "limited"]
]);
function quote(text) {
  const line = text.replace(/[\s\p{C}]+/gu, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}\u2026` : line;
}

// src/host/lfs-content.ts
var wholeBelow = 1024 * 1024;
var lanes = 4;
async function placePointers(repository, oids, sizes, client) {
  const pointers = pointersAmong(repository, oids, sizes);
  const places = /* @__PURE__ */ new Map();
  const wanted = /* @__PURE__ */ new Map();
  for (const pointer of pointers.values()) {
    if (pointer === "conflicted" || pointer.extensions !== void 0 || places.has(keyOf(pointer))) continue;
    const local = localContent(repository.checkout, pointer);
    const file = "path" in local ? local.path : client?.cached(pointer);
    if (file !== void 0) places.set(keyOf(pointer), { kind: "file", file });
    else if (client !== void 0) wanted.set(keyOf(pointer), pointer);
    else places.set(keyOf(pointer), { kind: "absent", words: "missing" in local ? local.missing : "" });
  }
  if (client !== void 0 && wanted.size > 0) await ask(client, wanted, places);
  return (oid, about, revision) => {
    const pointer = pointers.get(oid);
    return pointer === void 0 ? void 0 : sideOf(pointer, places, about, revision);
  };
}
function handsOf(repository, oids, sizes, client) {
  const found = /* @__PURE__ */ new Map();
  for (const [oid, pointer] of pointersAmong(repository, oids, sizes)) {
    if (pointer === "conflicted" || pointer.extensions !== void 0) continue;
    const isSmall = pointer.size <= BigInt(wholeBelow);
    const isHere = isLaid(repository.checkout, pointer) || client?.cached(pointer) !== void 0;
    if (isHere || client !== void 0 && isSmall) found.set(oid, "whole");
    else if (client !== void 0) found.set(oid, "ranges");
  }
  return found;
}
function pointersAmong(repository, oids, sizes) {
  const small = [...new Set(oids)].filter((oid) => (sizes.get(oid) ?? conflictLimit) < conflictLimit);
  const pointers = /* @__PURE__ */ new Map();
  for (const [oid, bytes] of readBlobs(repository, small)) {
    const pointer = parsePointer(bytes) ?? (conflictedPointer(bytes) ? "conflicted" : void 0);
    if (pointer !== void 0) pointers.set(oid, pointer);
  }
  return pointers;
}
function keyOf({ oid, size }) {
  return `${oid} ${size}`;
}
async function ask(client, wanted, places) {
  const found = await client.locate([...wanted.values()]);
  const queue = [...wanted];
  const lane = async () => {
    for (let next = queue.pop(); next !== void 0; next = queue.pop()) {
      const [key, { oid }] = next;
      places.set(key, await placeOf(client, oid, found.get(oid)));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
async function placeOf(client, oid, found) {
  if (found === void 0) return { kind: "absent", words: "" };
  if (found.kind === "failed") return found;
  if (found.size > wholeBelow) return { kind: "remote" };
  try {
    return { kind: "file", file: await client.whole(oid) };
  } catch (error) {
    if (!(error instanceof LfsFailure)) throw error;
    return { kind: "failed", reason: error.reason, words: error.message };
  }
}
function sideOf(pointer, places, about, revision) {
  const { path } = about;
  const lost = (why) => ({ content: null, problem: why });
  if (pointer === "conflicted") return lost(problem("read/lfs-conflicted", { path, revision }, { file: path }));
  const { oid, size, extensions } = pointer;
  if (extensions !== void 0) {
    const facts = { path, revision, extensions: extensions.map((name) => `\`${name}\``).join(", ") };
    return lost(problem("read/lfs-extension", facts, { file: path }));
  }
  const place = places.get(keyOf(pointer)) ?? { kind: "absent", words: "" };
  const content = { id: `lfs:${oid}`, size: Number(size), ...about };
  switch (place.kind) {
    case "file":
      return { content: { kind: "file", ...content, file: place.file } };
    case "remote":
      return { content: { kind: "remote", ...content } };
    case "failed":
      return lost(lfsProblem(place, { path, revision, size }));
    case "absent":
      return lost(problem("read/lfs-content", { path, revision, size, reason: place.words }, { file: path }));
    default:
      return unreachable(place);
  }
}
function lfsRanges(client, cases) {
  const contents = new Map(
    cases.flatMap(
      ({ base, head }) => [base, head].flatMap((side) => side === null ? [] : [[side.id, side]])
    )
  );
  return async (id, from, to) => {
    try {
      return await client.read(id.slice(id.indexOf(":") + 1), from, to);
    } catch (error) {
      if (!(error instanceof LfsFailure)) throw error;
      const { path, name, size } = contents.get(id) ?? { path: id, name: id, size: 0 };
      const place = { path, revision: name.slice(path.length + 1), size: BigInt(size) };
      throw new FlopgateError(lfsProblem({ reason: error.reason, words: error.message }, place));
    }
  };
}

// src/host/kept.ts
var hands = ["blob", "whole", "ranges"];
var handOf = { blob: "blob", file: "whole", remote: "ranges" };
function keyOf2(sought, base, head) {
  if (base === null !== (sought.base === null) || head === null !== (sought.head === null)) return void 0;
  return keyAt(sought, base && handOf[base.kind], head && handOf[head.kind]);
}
function keyAt(sought, base, head) {
  const side = (oid, hand) => oid === null || hand === null ? null : `${hand} ${oid}`;
  return resultKey({ ...sought, base: side(sought.base, base), head: side(sought.head, head) });
}
async function findKept(repository, all, results, { lfs, revisions }) {
  if (results === void 0) return [];
  const kept = all.map((sought) => sought === void 0 ? [] : keptOf(sought, results));
  const pointers = all.flatMap((sought, i) => (kept[i] ?? []).flatMap((one) => pointersOf(sought, one)));
  const wanted = results.lenient === true ? [] : [...new Set(pointers)];
  const sizes = await bringBlobs(repository, wanted, revisions);
  const atHand = handsOf(repository, wanted, sizes, lfs);
  const fits = (oid, hand) => oid === null || (atHand.get(oid) ?? hand) === hand;
  return all.map(
    (sought, i) => kept[i]?.find((one) => sought && fits(sought.base, one.base) && fits(sought.head, one.head))
  );
}
function keptOf(sought, results) {
  const of = (oid) => oid === null ? [null] : hands;
  const found = [];
  for (const base of of(sought.base)) {
    for (const head of of(sought.head)) {
      const key = keyAt(sought, base, head);
      const model = results.get(key);
      if (model === void 0) continue;
      found.push({ key, base, head, model });
      if ((base ?? "blob") === "blob" && (head ?? "blob") === "blob") return found;
    }
  }
  return found;
}
function pointersOf(sought, { base, head }) {
  return [[sought?.base, base], [sought?.head, head]].flatMap(
    ([oid, hand]) => oid === void 0 || oid === null || hand === "blob" ? [] : [oid]
  );
}

// src/host/left.ts
import { posix } from "node:path";
function leftPatterns(pairings, { base, head }, config) {
  const removed = pairings.filter(({ status }) => status === "removed");
  if (removed.length === 0) return [];
  const known = new Set(pairings.map(({ path }) => path));
  const byContent = /* @__PURE__ */ new Map();
  const byName = /* @__PURE__ */ new Map();
  for (const [path, entry] of head) {
    if (known.has(path)) continue;
    if (isRegular(entry)) byContent.set(entry.oid, path);
    if (base?.has(path) !== true) byName.set(nameOf(path), path);
  }
  return removed.flatMap(({ path, base: entry }) => {
    const same = entry === null ? void 0 : byContent.get(entry.oid);
    if (same !== void 0) {
      const rule = config === null ? void 0 : ruleFor(config, path);
      const isGated = rule !== void 0 && rule.budgets.length + rule.layers.length > 0;
      const code = isGated ? "read/left-budgets" : "read/left-patterns";
      return [problem(code, { from: path, to: same }, { file: same })];
    }
    const alike = byName.get(nameOf(path));
    return alike === void 0 ? [] : [problem("read/may-have-left", { from: path, to: alike }, { file: alike })];
  });
}
function nameOf(path) {
  return posix.basename(path).toLowerCase();
}

// src/host/sides.ts
function readSide({ repository, sizes, lfs }, path, entry, revision) {
  if (entry === null || revision === null) return { content: null };
  const { oid } = entry;
  const size = sizes.get(oid);
  const about = { path, name: `${path}@${shortId(revision)}` };
  if (size === void 0) {
    const missing = missingBlob(repository, path, revision, oid);
    return { content: null, problem: problem("read/object-missing", missing, { file: path }) };
  }
  return lfs(oid, about, shortId(revision)) ?? { content: { kind: "blob", id: `git:${oid}`, size, ...about } };
}
async function lookAtSides(repository, pairings, { base, head, lfs: client, shared }) {
  const oids = pairings.flatMap((one) => (one.base ?? one.head)?.oid ?? []);
  const sizes = await bringBlobs(repository, oids, base === null ? [head] : [base, head]);
  const brought = { repository, sizes, lfs: await placePointers(repository, oids, sizes, client) };
  const found = pairings.map(
    ({ path, base: old, head: entry }) => readSide(brought, path, old ?? entry, old === null ? head : base).content
  );
  const contents = found.filter((content) => content !== null);
  const looks = contents.map((content) => ({ content, withWeights: !shared || content.id.startsWith("git:") }));
  const fetchRange = client === void 0 ? {} : { fetchRange: lfsRanges(client, contents.map(asHead)) };
  const prints = await lookAt(looks, { repository, ...fetchRange });
  return found.map((content) => content === null ? void 0 : prints[contents.indexOf(content)]);
}
function asHead(content) {
  return { base: null, head: content };
}

// src/host/plan.ts
async function planRepository(repository, options) {
  const { base, head, config: place } = options;
  const revisions = [...base === null ? [] : [base], head, ...place.kind === "commit" ? [place.revision] : []];
  const why = await bringTrees(repository, revisions);
  const trees = {
    base: base === null ? null : treeOf(repository, base, "base", why),
    head: treeOf(repository, head, "head", why)
  };
  const paths = options.models === void 0 ? [...trees.head.keys()] : [];
  const { config, problems, repaired = false } = await findConfig(repository, place, trees, head, paths);
  const covers = modelPatterns(options.models, config);
  const byPath = pairModels(trees.base, trees.head, covers);
  const obstacles = new Map(byPath.flatMap((one) => obstacleOf(one, trees.head)));
  const groupOf = (one) => obstacles.has(one.path) ? one : config && ruleFor(config, one.path);
  const looking = { base, head, shared: options.share !== void 0, ...options.lfs && { lfs: options.lfs } };
  const renames = await pairRenames(byPath, groupOf, (wanted) => lookAtSides(repository, wanted, looking));
  const { pairings } = renames;
  const isNewConfig = repaired || judgedByNewConfig(place, trees, options);
  const everything = base === null || (config?.budgets.length ?? 0) > 0 || isNewConfig;
  const changed = pairings.filter(({ status }) => everything || status !== "unchanged");
  const asked = changed.map((one) => obstacles.has(one.path) ? void 0 : soughtOf(one, config, options));
  const kept = await findKept(repository, asked, options.results, { lfs: options.lfs, revisions });
  const tasks = changed.map((one, i) => taskOf(one, asked[i], kept[i], i, options));
  const inPlace = [...pairings.flatMap(({ head: head2 }) => head2 ?? []), ...[...obstacles.values()].map(({ entry }) => entry)];
  const firstLinks = inPlace.filter(isLink).map(({ oid }) => oid);
  const sizes = await bringBlobs(repository, [...tasks.flatMap(wantedBlobs), ...firstLinks], revisions);
  const linked = [
    ...pairings.flatMap(({ path, head: head2 }) => head2 !== null && isLink(head2) ? [path] : []),
    ...obstacles.keys()
  ];
  const links = await bringLinks(
    repository,
    [trees.head, ...trees.base === null ? [] : [trees.base]],
    linked,
    revisions
  );
  const known = new Set(pairings.flatMap(({ path, head: head2 }) => head2 !== null && isRegular(head2) ? [path] : []));
  const lfs = await placePointers(repository, tasks.flatMap(wantedBlobs), sizes, options.lfs);
  const reader = { repository, sizes, options, trees, known, obstacles, links, lfs };
  const byPairing = new Map(tasks.map((task) => [task.pairing, task]));
  const found = pairings.flatMap((pairing) => caseOf(reader, pairing, config, byPairing.get(pairing)));
  const cases = found.map((one) => one.found);
  return {
    question: {
      base: base === null ? null : labelOf(base),
      head: labelOf(head),
      config,
      ...options.pairs !== void 0 && { pairs: options.pairs },
      ...options.models !== void 0 && { partial: true },
      problems: [
        ...options.problems ?? [],
        ...noticesOf(repository),
        ...problems,
        ...renames.problems,
        ...found.flatMap(({ aside }) => aside),
        ...leftPatterns(byPath, trees, config),
        ...idlePatterns(cases, config, options)
      ]
    },
    cases
  };
}
function judgedByNewConfig(place, trees, { head }) {
  if (place.kind === "text") return true;
  const { path, revision } = place;
  return revision.sha === head.sha && trees.base?.get(path)?.oid !== trees.head.get(path)?.oid;
}
function taskOf(pairing, sought, known, index, { share }) {
  if (sought === void 0) return { pairing };
  if (known !== void 0) return { pairing, sought, known };
  return { pairing, sought, ...share !== void 0 && !isMine(share, index) && { elsewhere: true } };
}
function soughtOf(pairing, config, options) {
  const { base, head, path, status } = pairing;
  const sides = [base, head].filter((entry) => entry !== null);
  if (!sides.every(isRegular)) return void 0;
  return {
    path,
    ...pairing.basePath !== void 0 && { basePath: pairing.basePath },
    status,
    ...measurementFor(pairing, config, options),
    base: base?.oid ?? null,
    head: head?.oid ?? null,
    convention: options.convention ?? "flopgate"
  };
}
function measurementFor({ path, basePath = path }, config, { given }) {
  const rule = config === null ? void 0 : ruleFor(config, path) ?? ruleFor(config, basePath);
  return measurementOf(rule, given);
}
function wantedBlobs({ pairing: { base, head }, known, elsewhere }) {
  const isRead = known === void 0 && elsewhere === void 0;
  return [base, head].flatMap((entry) => entry !== null && isRead && isRegular(entry) ? [entry.oid] : []);
}
function isLeftAlone({ trees, known, links }, { path, base, head }) {
  if (head === null) return true;
  const isOld = base !== null && base.oid === head.oid && base.mode === head.mode;
  if (!isLink(head)) return isOld;
  const way = follow(trees.head, links, path);
  if (way.kind === "file" && known.has(way.path)) return true;
  return isOld && trees.base !== null && isSameWay(follow(trees.base, links, path), way);
}
function leadsToModel({ trees, known, links }, path) {
  const way = follow(trees.head, links, path);
  return way.kind === "file" && known.has(way.path);
}
function caseOf(reader, pairing, config, task) {
  const { path, base, head } = pairing;
  const { options } = reader;
  const about = {
    path,
    ...pairing.basePath !== void 0 && { basePath: pairing.basePath },
    ...pairing.pairedBy !== void 0 && { pairedBy: pairing.pairedBy },
    ...measurementFor(pairing, config, options)
  };
  const wasModel = base !== null && isRegular(base);
  const obstacle = head !== null && !isRegular(head) ? { path, entry: head } : reader.obstacles.get(path);
  const hides = obstacle !== void 0 && (head !== null || !leadsToModel(reader, path));
  if (hides) {
    if (!wasModel && isLeftAlone(reader, pairing)) return [];
    const kind = isLink(obstacle.entry) ? wordsOf(follow(reader.trees.head, reader.links, path), "repository") : kindOf(obstacle.entry);
    const what = { path: obstacle.path, revision: shortId(options.head), kind };
    const link = problem("read/not-a-file", what, { file: obstacle.path });
    const before2 = readSide(reader, path, wasModel ? base : null, options.base);
    const status2 = wasModel ? "changed" : "added";
    return [{ found: { ...about, status: status2, base: before2.content, head: null, unreadable: link }, aside: [] }];
  }
  if (task === void 0) return [{ found: { ...about, status: "unchanged", base: null, head: null }, aside: [] }];
  const { known, elsewhere } = task;
  if (known !== void 0 || elsewhere !== void 0) {
    const made = known === void 0 ? { elsewhere: true } : { known: known.model, key: known.key };
    return [{ found: { ...about, status: pairing.status, base: null, head: null, ...made }, aside: [] }];
  }
  if (head === null && !wasModel) return [];
  const status = head !== null && !wasModel ? "added" : pairing.status;
  const before = readSide(reader, pairing.basePath ?? path, wasModel ? base : null, options.base);
  const after = readSide(reader, path, head, options.head);
  const unreadable = after.problem ?? before.problem;
  const key = task.sought && keyOf2(task.sought, before.content, after.content);
  return [
    {
      found: {
        ...about,
        ...key !== void 0 && { key },
        status,
        base: before.content,
        head: after.content,
        ...unreadable !== void 0 && { unreadable }
      },
      aside: after.problem !== void 0 && before.problem !== void 0 ? [before.problem] : []
    }
  ];
}
function labelOf({ label, sha, how }) {
  return { label, sha, ...how !== void 0 && { how } };
}

// src/host/revisions.ts
function findRevisions(repository, named) {
  const head = namedRevision(repository, "head", named.head ?? "HEAD");
  if (named.base !== void 0) return { base: namedRevision(repository, "base", named.base), head, problems: [] };
  const base = branchPoint(repository, head) ?? firstParent(repository, head);
  if (base !== null) return { base, head, problems: [] };
  const reason = `${head.label} has no parent commit`;
  return { base: null, head, problems: [problem("read/no-base", { reason })] };
}
function firstParent(repository, head) {
  const parents = parentsOf(repository, head.sha);
  if (parents === void 0) fail("read/revision", { side: "head", revision: head.sha, reason: "it is not here" });
  const [parent] = parents;
  return parent === void 0 ? null : { label: `${head.label}^`, sha: parent, how: "first parent" };
}
function namedRevision(repository, side, name) {
  const sha = localCommit(repository, name);
  if (sha === void 0) return fail("read/revision", { side, revision: name, reason: "no commit here goes by it" });
  return { label: name, sha, how: "as named" };
}
function branchPoint(repository, head) {
  const remoteHead = symbolicRef(repository, "refs/remotes/origin/HEAD");
  const guesses = ["refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"];
  for (const branch of [...remoteHead === void 0 ? [] : [remoteHead], ...guesses]) {
    const tip = localCommit(repository, branch);
    const sha = tip === void 0 ? void 0 : mergeBase(repository, tip, head.sha);
    if (sha === void 0) continue;
    const name = branch.replace(/^refs\/(?:heads|remotes)\//, "");
    return sha === head.sha ? null : { label: name, sha, how: `merge base with ${name}` };
  }
  return null;
}

export {
  defaultConfigPath,
  configOf,
  placeIn,
  fileOf,
  LfsFailure,
  failureOf,
  quote,
  lfsRanges,
  folderResults,
  writePart,
  readParts,
  planRepository,
  findRevisions,
  firstParent,
  namedRevision
};
