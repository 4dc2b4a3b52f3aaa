import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  isMine
} from "./chunk-UN4J5MHR.js";
import {
  blobSizes,
  fetchBlobs,
  fetchCommits,
  listTree,
  noticesOf,
  originOf,
  portable,
  readBlob,
  readBlobs,
  whyMissing
} from "./chunk-JQVV3QJW.js";
import {
  measurementOf
} from "./chunk-P2E3R6EA.js";
import {
  parseConfig
} from "./chunk-ULS7UO6Z.js";
import {
  BadPattern,
  idleRules,
  pathPattern,
  ruleFor
} from "./chunk-RDOFRBKL.js";
import {
  version
} from "./chunk-BMWBNYSS.js";
import {
  FlopgateError,
  dimToJson,
  fail,
  problem,
  unreachable
} from "./chunk-FVXAVLKY.js";
import {
  isUnknown
} from "./chunk-35NFR5MR.js";

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
function writePart(cases, models) {
  return encodeResults(
    new Map(
      cases.flatMap(({ key, elsewhere }, i) => {
        const model = models[i];
        return key === void 0 || elsewhere !== void 0 || model === void 0 ? [] : [[key, model]];
      })
    )
  );
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
  } };
}
function filesAt(path) {
  if (attempt(() => statSync(path).isDirectory()) !== true) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

// src/host/measure.ts
import { availableParallelism, totalmem } from "node:os";
import { Worker } from "node:worker_threads";
async function measureCases(cases, measuring) {
  const found = [];
  const limits = { ...usual(cases.length), ...measuring.limits };
  let next = 0;
  const lane = async () => {
    let thread;
    try {
      for (let at = next++; at < cases.length; at = next++) {
        const one = cases[at];
        if (one === void 0) break;
        if (one.base === null && one.head === null) {
          found[at] = one.known ?? notMeasured(one, one.elsewhere && problem("read/part-missing", { path: one.path }));
          continue;
        }
        measuring.progress?.(one.path, at, cases.length);
        thread ??= startThread(measuring, limits);
        const outcome = await thread.measure(one);
        if ("problem" in outcome) thread = void 0;
        const model = "problem" in outcome ? notMeasured(one, outcome.problem) : outcome.model;
        if (one.key !== void 0 && model.problem === void 0) measuring.results?.put(one.key, model);
        found[at] = model;
      }
    } finally {
      thread?.stop();
    }
  };
  await Promise.all(Array.from({ length: Math.min(limits.threads, cases.length) }, lane));
  return found;
}
function usual(count) {
  const threads = Math.max(1, Math.min(availableParallelism(), count, 8));
  const share = Math.floor(totalmem() * 2 / 3 / threads / 2 ** 20);
  return { threads, mebibytes: Math.max(512, Math.min(share, 4096)), seconds: 120 };
}
function notMeasured({ path, basePath, status, unreadable }, why = unreadable) {
  return {
    path,
    ...basePath !== void 0 && { basePath },
    status: why !== void 0 && status !== "removed" ? "unreadable" : status,
    base: null,
    head: null,
    diff: null,
    ...why !== void 0 && { problem: why }
  };
}
function startThread(measuring, { mebibytes, seconds }) {
  const { convention, fetchRange = refuseRange } = measuring;
  const { gitDir, scratch } = measuring.repository;
  const here = { scratch, ...gitDir !== void 0 && { gitDir } };
  const setup = { repository: here, ...convention !== void 0 && { convention } };
  const worker = new Worker(workerFile(), {
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: mebibytes },
    // What starts git needs the PATH; of everything else in the environment a thread that reads models knows nothing.
    env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot },
    execArgv: []
  });
  let task;
  let clock;
  let left = 0;
  let wound = 0;
  let awaited = 0;
  const send = (message) => worker.postMessage(message);
  const end = () => {
    const ended = task;
    task = void 0;
    clearTimeout(clock);
    return ended;
  };
  const wind = () => {
    wound = performance.now();
    clock = setTimeout(() => giveUp((path) => problem("read/too-slow", { path, seconds })), Math.max(0, left));
  };
  const pause = () => {
    if (awaited++ > 0) return;
    clearTimeout(clock);
    left -= performance.now() - wound;
  };
  const resume = () => {
    if (--awaited === 0 && task !== void 0) wind();
  };
  const giveUp = (why) => {
    const ended = end();
    void worker.terminate();
    ended?.resolve({ problem: why(ended.path) });
  };
  const bring = async (ticket, id, from, to) => {
    pause();
    try {
      send({ kind: "range", ticket, bytes: await fetchRange(id, from, to) });
    } catch (error) {
      if (error instanceof FlopgateError) send({ kind: "lost", ticket, problem: error.problem });
      else end()?.reject(error);
    }
    resume();
  };
  worker.on("message", (message) => {
    if (message.kind === "measured") end()?.resolve({ model: message.model });
    else if (message.kind === "bug") end()?.reject(message.error);
    else void bring(message.ticket, message.id, message.from, message.to);
  });
  worker.on("error", (error) => {
    const isMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    if (isMemory) giveUp((path) => problem("read/too-big", { path, mebibytes }));
    else end()?.reject(error);
  });
  worker.on("exit", (code) => giveUp((path) => problem("read/thread-ended", { path, code })));
  return {
    stop: () => void worker.terminate(),
    measure: (one) => new Promise((resolve, reject) => {
      task = { path: one.path, resolve, reject };
      left = seconds * 1e3;
      wind();
      send({ kind: "measure", one });
    })
  };
}
var refuseRange = async (id) => fail("read/git-failed", { task: `read ${id}`, reason: "it is not here" });
function workerFile() {
  const here = import.meta.url;
  if (here.endsWith(".ts")) return new URL("./worker.ts", here);
  return new URL(/\/chunks\/[^/]+$/.test(here) ? "../worker.js" : "./worker.js", here);
}

// src/host/pairing.ts
import { posix } from "node:path";
function pairModels(base, head, covers) {
  const before = matching(base ?? /* @__PURE__ */ new Map(), covers);
  const after = matching(head, covers);
  const gone = [...before.keys()].filter((path) => !after.has(path)).sort();
  const leftBy = byContent(gone, before);
  const pairs = [];
  const moved = /* @__PURE__ */ new Set();
  for (const [path, entry] of after) {
    const was = before.get(path);
    const from = was === void 0 ? leftBy.get(entry.oid)?.shift() : void 0;
    if (from !== void 0) moved.add(from);
    pairs.push(was === void 0 ? arrived(path, entry, from, before) : stayed(path, was, entry));
  }
  for (const path of gone) {
    const entry = before.get(path);
    if (entry !== void 0 && !moved.has(path)) pairs.push({ path, status: "removed", base: entry, head: null });
  }
  return pairs.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}
function isRegular(entry) {
  return entry.mode === "100644" || entry.mode === "100755";
}
function obstacleOf({ path, base, head }, tree) {
  if (head !== null || base === null || !isRegular(base)) return [];
  for (let at = posix.dirname(path); at !== "."; at = posix.dirname(at)) {
    const entry = tree.get(at);
    if (entry !== void 0 && !isRegular(entry)) return [[path, { path: at, entry }]];
  }
  return [];
}
function stayed(path, base, head) {
  const same = base.oid === head.oid && isRegular(base) === isRegular(head);
  return { path, status: same ? "unchanged" : "changed", base, head };
}
function arrived(path, head, from, before) {
  const base = from === void 0 ? void 0 : before.get(from);
  if (from === void 0 || base === void 0) return { path, status: "added", base: null, head };
  return { path, basePath: from, status: "renamed", base, head };
}
function byContent(paths, tree) {
  const found = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const entry = tree.get(path);
    if (entry === void 0 || !isRegular(entry)) continue;
    const list = found.get(entry.oid);
    if (list === void 0) found.set(entry.oid, [path]);
    else list.push(path);
  }
  return found;
}
function matching(tree, covers) {
  const paths = [...tree.keys()].filter(covers).sort();
  return new Map(paths.flatMap((path) => entryOf(tree, path)));
}
function entryOf(tree, path) {
  const entry = tree.get(path);
  return entry === void 0 ? [] : [[path, entry]];
}

// src/host/trees.ts
async function bringTrees(repository, revisions) {
  const missing = revisions.filter(({ sha }) => listTree(repository, sha) === void 0);
  if (missing.length === 0 || originOf(repository) === void 0) return void 0;
  const shas = [...new Set(missing.map(({ sha }) => sha))];
  const { ok, reason } = await fetchCommits(repository, shas, { depth: 1, refs: refsOf(missing) });
  return ok ? void 0 : reason;
}
function refsOf(revisions) {
  return [...new Set(revisions.flatMap(({ ref }) => ref === void 0 ? [] : [ref]))];
}
function treeOf(repository, revision, side, why) {
  const tree = listTree(repository, revision.sha);
  if (tree !== void 0) return tree;
  const origin = originOf(repository);
  const reason = origin === void 0 ? "the clone does not have it, or not all of its folders (a shallow or partial clone)" : `the clone does not have it, and ${origin} did not give it${why === void 0 ? "" : ` (${why})`}`;
  return fail("read/revision", { side, revision: revision.sha, reason });
}
async function bringBlobs(repository, oids, revisions) {
  const wanted = [...new Set(oids)];
  const here = blobSizes(repository, wanted);
  const missing = wanted.filter((oid) => !here.has(oid));
  if (missing.length === 0 || originOf(repository) === void 0) return here;
  await fetchBlobs(
    repository,
    missing,
    revisions.map(({ sha }) => sha),
    refsOf(revisions)
  );
  return blobSizes(repository, wanted);
}
function kindOf({ mode }) {
  return mode === "120000" ? "symbolic link" : mode === "160000" ? "submodule" : `file of mode ${mode}`;
}
function missingBlob(repository, path, revision, oid) {
  const why = whyMissing(repository, oid);
  return { path, revision: shortId(revision), oid, reason: why === void 0 ? "" : ` (${why})` };
}
function shortId({ sha }) {
  return sha.slice(0, 12);
}

// src/host/config-place.ts
var defaultConfigPath = ".github/flopgate.yml";
async function configOf(repository, place, base, head) {
  const why = await bringTrees(repository, [...base === null ? [] : [base], head, place.revision]);
  const trees = { base: base && treeOf(repository, base, "base", why), head: treeOf(repository, head, "head", why) };
  return findConfig(repository, place, trees, head, []);
}
async function findConfig(repository, place, trees, head, paths) {
  if (place.kind === "text") return { config: parseConfig(place.text, place.file), problems: [] };
  const { path, revision } = place;
  const entry = treeOf(repository, revision, "config").get(path);
  const atHead = trees.head.get(path);
  const trustsHead = revision.sha === head.sha;
  if (entry === void 0) {
    if (path !== defaultConfigPath && atHead === void 0) {
      fail("config/named-missing", { path, revision: shortId(revision) }, { file: path });
    }
    const missing = problem("config/missing", { path, revision: shortId(revision) });
    const added = atHead === void 0 || trustsHead ? [] : [problem("config/added", { path }, { file: path })];
    const broken = added.length === 0 ? [] : await breakage(repository, path, atHead, head, paths);
    const alike = lookAlike(path, treeOf(repository, revision, "config"));
    return { config: null, problems: [missing, ...added, ...broken, ...alike] };
  }
  const before = trees.base === null ? entry : trees.base.get(path);
  const isEdited = !trustsHead && atHead?.oid !== entry.oid && atHead?.oid !== before?.oid;
  const edited = isEdited ? [problem("config/edited", { path }, { file: path })] : [];
  const counts = !trustsHead && (isEdited || atHead?.oid === entry.oid);
  return {
    config: await configAt(repository, path, entry, revision),
    problems: [...edited, ...counts ? await breakage(repository, path, atHead, head, paths) : []]
  };
}
async function configAt(repository, path, entry, revision) {
  await bringBlobs(repository, [entry.oid], [revision]);
  const text = isRegular(entry) ? readBlob(repository, entry.oid) : void 0;
  if (!isRegular(entry)) fail("read/not-a-file", { path, revision: shortId(revision), kind: kindOf(entry) });
  if (text === void 0) fail("read/object-missing", missingBlob(repository, path, revision, entry.oid));
  return parseConfig(text.toString("utf8"), path);
}
async function breakage(repository, path, entry, head, paths) {
  if (entry === void 0) return [];
  try {
    const config = await configAt(repository, path, entry, head);
    const idle = paths.length === 0 ? [] : idleRules(config, paths);
    return idle.map((rule) => {
      const reason = `its pattern \`${rule.path}\` matches no file at the head`;
      return problem("config/breaks", { path, reason }, { file: path, line: rule.line });
    });
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
    const { message, at } = error.problem;
    return [problem("config/breaks", { path, reason: message.replace(/\.$/, "") }, { ...at, file: path })];
  }
}
function lookAlike(path, tree) {
  const [found] = [...tree.keys()].filter((other) => /(?:^|\/)\.?flopgate\.(?:ya?ml|json)$/i.test(other) && !other.startsWith(".github/workflows/")).sort();
  return found === void 0 ? [] : [problem("config/elsewhere", { found, path }, { file: found })];
}

// src/host/lfs.ts
import { createHash as createHash2 } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
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

// src/host/plan.ts
import { posix as posix2 } from "node:path";
var defaultPattern = "**/*.onnx";
async function planRepository(repository, options) {
  const { base, head, config: place } = options;
  const revisions = [...base === null ? [] : [base], head, ...place.kind === "commit" ? [place.revision] : []];
  const why = await bringTrees(repository, revisions);
  const trees = {
    base: base === null ? null : treeOf(repository, base, "base", why),
    head: treeOf(repository, head, "head", why)
  };
  const paths = options.models === void 0 ? [...trees.head.keys()] : [];
  const { config, problems } = await findConfig(repository, place, trees, head, paths);
  const covers = modelPatterns(options.models, config);
  const pairings = pairModels(trees.base, trees.head, covers);
  const obstacles = new Map(pairings.flatMap((one) => obstacleOf(one, trees.head)));
  const everything = base === null || (config?.budgets.length ?? 0) > 0 || judgedByNewConfig(place, trees, options);
  const tasks = pairings.filter(({ status }) => everything || status !== "unchanged").map((pairing, i) => obstacles.has(pairing.path) ? { pairing } : taskOf(pairing, i, config, options));
  const inPlace = [...pairings.flatMap(({ head: head2 }) => head2 ?? []), ...[...obstacles.values()].map(({ entry }) => entry)];
  const links = inPlace.filter(isLink).map(({ oid }) => oid);
  const sizes = await bringBlobs(repository, [...tasks.flatMap(wantedBlobs), ...links], revisions);
  const known = new Set(pairings.flatMap(({ path, head: head2 }) => head2 !== null && isRegular(head2) ? [path] : []));
  const lfs = await placePointers(repository, tasks.flatMap(wantedBlobs), sizes, options.lfs);
  const reader = { repository, sizes, options, trees, known, obstacles, lfs };
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
        ...found.flatMap(({ aside }) => aside),
        ...leftPatterns(pairings, trees, config),
        ...idlePatterns(cases, config, options)
      ]
    },
    cases
  };
}
function modelPatterns(models, config) {
  const patterns = models ?? config?.models.map(({ path }) => path) ?? [];
  return pathMatcher(patterns.length === 0 ? [defaultPattern] : patterns);
}
function pathMatcher(patterns) {
  const compiled = patterns.map((text) => {
    try {
      return pathPattern(text);
    } catch (error) {
      if (error instanceof BadPattern) return fail("budget/bad-pattern", { key: text, reason: error.reason });
      throw error;
    }
  });
  return (path) => compiled.some((pattern) => pattern.matches(path));
}
function judgedByNewConfig(place, trees, { head }) {
  if (place.kind === "text") return true;
  const { path, revision } = place;
  return revision.sha === head.sha && trees.base?.get(path)?.oid !== trees.head.get(path)?.oid;
}
function taskOf(pairing, index, config, options) {
  const { base, head, path, status } = pairing;
  const sides = [base, head].filter((entry) => entry !== null);
  if (!sides.every(isRegular)) return { pairing };
  const key = resultKey({
    path,
    ...pairing.basePath !== void 0 && { basePath: pairing.basePath },
    status,
    ...measurementFor(pairing, config, options),
    base: base?.oid ?? null,
    head: head?.oid ?? null,
    convention: options.convention ?? "flopgate"
  });
  const known = options.results?.get(key);
  if (known !== void 0) return { pairing, key, known };
  return {
    pairing,
    key,
    ...options.share !== void 0 && !isMine(options.share, index) && { elsewhere: true }
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
function isLink({ mode }) {
  return mode === "120000";
}
function isLeftAlone(reader, { path, base, head }) {
  if (head === null) return true;
  const isOld = base !== null && base.oid === head.oid && base.mode === head.mode;
  if (!isLink(head)) return isOld;
  const target = targetOf(reader, path, { path, entry: head });
  if (target === void 0) return false;
  const { trees, known } = reader;
  return known.has(target) || isOld && isSame(trees.base?.get(target), trees.head.get(target));
}
function isSame(a, b) {
  return a?.oid === b?.oid && a?.mode === b?.mode;
}
function targetOf({ repository }, path, link) {
  const text = isLink(link.entry) ? readBlob(repository, link.entry.oid)?.toString("utf8") : void 0;
  return text === void 0 ? void 0 : posix2.join(posix2.dirname(link.path), text, path.slice(link.path.length));
}
function caseOf(reader, pairing, config, task) {
  const { path, base, head } = pairing;
  const { options } = reader;
  const about = {
    path,
    ...pairing.basePath !== void 0 && { basePath: pairing.basePath },
    ...measurementFor(pairing, config, options),
    ...task?.key !== void 0 && { key: task.key }
  };
  const wasModel = base !== null && isRegular(base);
  const obstacle = head !== null && !isRegular(head) ? { path, entry: head } : reader.obstacles.get(path);
  const hides = obstacle !== void 0 && (head !== null || !reader.known.has(targetOf(reader, path, obstacle) ?? ""));
  if (hides) {
    if (!wasModel && isLeftAlone(reader, pairing)) return [];
    const what = { path: obstacle.path, revision: shortId(options.head), kind: kindOf(obstacle.entry) };
    const link = problem("read/not-a-file", what, { file: obstacle.path });
    const before2 = readSide(reader, path, wasModel ? base : null, options.base);
    const status2 = wasModel ? "changed" : "added";
    return [{ found: { ...about, status: status2, base: before2.content, head: null, unreadable: link }, aside: [] }];
  }
  if (task === void 0) return [{ found: { ...about, status: "unchanged", base: null, head: null }, aside: [] }];
  const { known, elsewhere } = task;
  if (known !== void 0 || elsewhere !== void 0) {
    const made = { ...known !== void 0 && { known }, ...elsewhere !== void 0 && { elsewhere } };
    return [{ found: { ...about, status: pairing.status, base: null, head: null, ...made }, aside: [] }];
  }
  if (head === null && !wasModel) return [];
  const status = head !== null && !wasModel ? "added" : pairing.status;
  const before = readSide(reader, pairing.basePath ?? path, wasModel ? base : null, options.base);
  const after = readSide(reader, path, head, options.head);
  const unreadable = after.problem ?? before.problem;
  return [
    {
      found: {
        ...about,
        status,
        base: before.content,
        head: after.content,
        ...unreadable !== void 0 && { unreadable }
      },
      aside: after.problem !== void 0 && before.problem !== void 0 ? [before.problem] : []
    }
  ];
}
function readSide(reader, path, entry, revision) {
  if (entry === null || revision === null) return { content: null };
  const { repository, sizes } = reader;
  const { oid } = entry;
  const size = sizes.get(oid);
  const about = { path, name: `${path}@${shortId(revision)}` };
  if (size === void 0) {
    const missing = missingBlob(repository, path, revision, oid);
    return { content: null, problem: problem("read/object-missing", missing, { file: path }) };
  }
  return reader.lfs(oid, about, shortId(revision)) ?? { content: { kind: "blob", id: `git:${oid}`, size, ...about } };
}
function leftPatterns(pairings, { base, head }, config) {
  const removed = pairings.filter(({ status }) => status === "removed");
  if (removed.length === 0) return [];
  const known = new Set(pairings.map(({ path }) => path));
  const byContent2 = /* @__PURE__ */ new Map();
  const byName = /* @__PURE__ */ new Map();
  for (const [path, entry] of head) {
    if (known.has(path)) continue;
    if (isRegular(entry)) byContent2.set(entry.oid, path);
    if (base?.has(path) !== true) byName.set(nameOf(path), path);
  }
  return removed.flatMap(({ path, base: entry }) => {
    const same = entry === null ? void 0 : byContent2.get(entry.oid);
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
  return posix2.basename(path).toLowerCase();
}
function idlePatterns(cases, config, { models }) {
  const paths = cases.flatMap(({ path, basePath }) => basePath === void 0 ? [path] : [path, basePath]);
  if (models !== void 0) {
    const idle = models.filter((text) => !paths.some(pathPattern(text).matches));
    return idle.map((pattern) => problem("read/no-model", { pattern }));
  }
  const [budget] = config?.budgets ?? [];
  if (config === null || budget === void 0 || config.models.length > 0 || paths.length > 0) return [];
  return [problem("budget/no-model", { pattern: defaultPattern }, { file: config.file, line: budget.line })];
}
function labelOf({ label, sha, how }) {
  return { label, sha, ...how !== void 0 && { how } };
}

export {
  pairModels,
  isRegular,
  obstacleOf,
  bringTrees,
  treeOf,
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
  modelPatterns,
  idlePatterns,
  measureCases
};
