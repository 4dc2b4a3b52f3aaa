import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  contentHash,
  keysOf,
  netOf,
  sketchesOf,
  surroundings
} from "./chunk-GGDLLHHV.js";
import {
  isWeightedClass,
  mainWeight
} from "./chunk-2JN5FKMZ.js";
import {
  FlopgateError,
  fail,
  problem
} from "./chunk-3BSD2VQC.js";
import {
  isUnknown
} from "./chunk-XNNL2VAW.js";

// src/diff/kin.ts
var radius = 3;
var fewestSamples = 32;
function fingerprintOf({ profile, model }) {
  const net = netOf(profile);
  const sketches = model && sketchesOf(model);
  return {
    weights: weightsOf(net),
    places: placesOf(net),
    contents: sketches === void 0 ? new Float64Array() : contentsOf(net, sketches),
    ports: `${profile.inputs.map(portText).join()}>${profile.outputs.map(portText).join()}`
  };
}
function weightsOf({ layers, classes }) {
  const keys = layers.flatMap((layer, at2) => {
    const name = classes[at2] ?? "";
    const weight = isWeightedClass(name) || name === "embedding" ? mainWeight(layer) : void 0;
    if (weight === void 0) return [];
    const extents = [...weight.shape].sort((a, b) => a < b ? -1 : a > b ? 1 : 0);
    return [textHash(`${name} ${extents.join("\xD7")}`)];
  });
  return Float64Array.from(keys).sort();
}
function placesOf(net) {
  const classes = /* @__PURE__ */ new Map();
  const labels = Int32Array.from(net.classes, (name) => {
    const label = classes.get(name) ?? textHash(name) | 0;
    classes.set(name, label);
    return label;
  });
  const all = Int32Array.from(labels, (_, at2) => at2);
  const [colours] = surroundings(net, labels, [radius], all);
  return colours === void 0 ? new Float64Array() : keysOf(all, colours).sort();
}
function contentsOf({ layers }, sketches) {
  const keys = layers.flatMap((layer) => {
    const weight = mainWeight(layer);
    const sketch = weight && sketches(weight.name);
    return sketch === void 0 || sketch.constant || sketch.values.length < fewestSamples ? [] : [contentHash(sketch)];
  });
  return Float64Array.from(keys).sort();
}
function portText({ dtype, shape, type }) {
  const kind = type ?? (dtype === null ? "?" : /float|int8|int4/.test(dtype) ? "number" : dtype);
  return `${kind}${isUnknown(shape) ? "?" : shape.length}`;
}
function textHash(text) {
  let [high, low] = [2166136261, 84696351];
  for (let at2 = 0; at2 < text.length; at2++) {
    const unit = text.charCodeAt(at2);
    high = Math.imul(high ^ unit, 16777619);
    low = Math.imul(low ^ unit, 16777619) ^ low >>> 15;
  }
  return (high >>> 0) * 2097152 + (low >>> 11);
}
var fewestWeights = 4;
var fewestLayers = 24;
var least = { contents: 0.5, weights: 0.98, places: 0.9, both: 1.3 };
function kinship(a, b) {
  const contents = overlap(a.contents, b.contents);
  const weights = overlap(a.weights, b.weights);
  const places = overlap(a.places, b.places);
  const score = 2 * contents + weights + places;
  const isEnough = (one, other, fewest) => Math.min(one.length, other.length) >= fewest;
  if (contents >= least.contents && isEnough(a.contents, b.contents, fewestWeights)) return score;
  if (a.ports !== b.ports) return 0;
  const [hasWeights, hasLayers] = [
    isEnough(a.weights, b.weights, fewestWeights),
    isEnough(a.places, b.places, fewestLayers)
  ];
  const isKin = hasWeights && weights >= least.weights || hasLayers && places >= least.places || hasWeights && hasLayers && weights + places >= least.both;
  return isKin ? score : 0;
}
function overlap(a, b) {
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const either = a.length + b.length - both;
  return either === 0 ? 0 : both / either;
}
var margin = 0.15;
function pairKin(gone2, came) {
  const scores = came.map((b) => gone2.map((a) => kinship(a, b)));
  const pairs = [];
  const unclear = [];
  scores.forEach((row, j) => {
    const best = Math.max(0, ...row);
    if (best === 0) return;
    const i = row.indexOf(best);
    const rivals = scores.flatMap((other, at2) => at2 === j ? [] : [other[i] ?? 0]);
    const near = row.flatMap((score, at2) => score > 0 && best - score < margin ? [at2] : []);
    const highest = Math.max(0, ...rivals);
    if (near.length === 1 && best - highest >= margin) pairs.push([i, j]);
    else if (near.length > 1 || Math.abs(best - highest) < margin) unclear.push({ came: j, gone: near });
  });
  return { pairs, unclear };
}

// src/host/objects.ts
var objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function checkId(oid) {
  if (!objectId.test(oid)) throw new TypeError(`not an object id: ${JSON.stringify(oid)}`);
}
function isRefName(name) {
  return /^[^\s~^:?*[\\-][^\s~^:?*[\\]*$/.test(name) && !hasControl(name) && !/\.\.|@\{|\/\/|\.$|\/$/.test(name);
}
function checkRef(ref) {
  if (!isRefName(ref)) throw new TypeError(`not a ref name: ${JSON.stringify(ref)}`);
}
function hasControl(text) {
  for (const character of text) if (character < " " || character === "\x7F") return true;
  return false;
}
var utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function pathText(bytes) {
  const text = decoded(bytes);
  if (text?.includes("\\x") === false) return text;
  if (text !== void 0)
    return text.split("/").map((name) => marked(name)).join("/");
  const names = [];
  for (let from = 0; from <= bytes.length; ) {
    const slash = bytes.indexOf(47, from);
    const end = slash < 0 ? bytes.length : slash;
    const name = bytes.subarray(from, end);
    names.push(marked(decoded(name) ?? name.toString("latin1"), decoded(name) === void 0));
    from = end + 1;
  }
  return names.join("/");
}
function decoded(bytes) {
  try {
    return utf8.decode(bytes);
  } catch {
    return void 0;
  }
}
function marked(name, isOdd = false) {
  if (!isOdd && !name.includes("\\x")) return name;
  const each = isOdd ? /[\\\u0080-\u00ff]/g : /\\/g;
  return name.replace(each, (c) => `\\x${c.charCodeAt(0).toString(16)}`);
}

// src/host/clone.ts
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname as dirname2, join, resolve } from "node:path";

// src/host/git-process.ts
import { spawn, spawnSync } from "node:child_process";
import { dirname } from "node:path";
var maxOutput = 1 << 28;
var localSeconds = 300;
var remoteSeconds = 900;
var cwd = dirname(process.execPath);
var inherited = [
  "PATH",
  "SystemRoot",
  "TEMP",
  "TMP",
  "TMPDIR",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "ALL_PROXY",
  "NO_PROXY",
  "http_proxy",
  "https_proxy",
  "all_proxy",
  "no_proxy",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "CURL_CA_BUNDLE",
  "GIT_SSL_CAINFO"
];
var alwaysConfig = [
  ["safe.directory", "*"],
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["core.quotePath", "false"],
  ["credential.helper", ""],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["protocol.version", "2"],
  ["http.followRedirects", "false"],
  ["http.lowSpeedLimit", "1000"],
  ["http.lowSpeedTime", "60"],
  // Never tell a server what the borrowed clone has: from a shallow one it would infer ancestors that are not there,
  // and leave out the very base we ask for.
  ["fetch.negotiationAlgorithm", "noop"],
  ["core.alternateRefsPrefixes", "refs/none/"],
  // Unpacked one by one, objects the borrowed clone has too would get a new time there.
  ["fetch.unpackLimit", "1"],
  ["init.defaultBranch", "main"]
];
var nowhere = process.platform === "win32" ? "NUL" : "/dev/null";
var fixed = {
  LC_ALL: "C",
  GIT_TERMINAL_PROMPT: "0",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: nowhere,
  GIT_ATTR_NOSYSTEM: "1",
  GIT_LITERAL_PATHSPECS: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: nowhere,
  GIT_NO_LAZY_FETCH: "1",
  GIT_OPTIONAL_LOCKS: "0"
};
function git(args, call) {
  const seconds = call.seconds ?? localSeconds;
  const done = spawnSync("git", [`--git-dir=${call.gitDir}`, ...args], {
    env: environment(call),
    cwd,
    maxBuffer: maxOutput,
    timeout: seconds * 1e3,
    killSignal: "SIGKILL",
    windowsHide: true,
    ...call.input !== void 0 && { input: call.input },
    stdio: [call.input === void 0 ? "ignore" : "pipe", call.into ?? "pipe", "pipe"]
  });
  if (done.error !== void 0) return gone(done.error, args, seconds);
  return { ok: done.status === 0, stdout: done.stdout ?? Buffer.alloc(0), reason: lastWords(done.stderr) };
}
function gitRemote(args, call) {
  const seconds = call.seconds ?? remoteSeconds;
  return new Promise((resolve3, reject) => {
    const child = spawn("git", [`--git-dir=${call.gitDir}`, ...args], {
      env: environment(call),
      cwd,
      windowsHide: true,
      detached: process.platform !== "win32"
    });
    const out = [];
    let size = 0;
    let errors = "";
    let ended = "";
    const end = (why) => {
      ended ||= why;
      endGroup(child);
    };
    const clock = setTimeout(() => end(`it did not end within ${seconds} seconds`), seconds * 1e3);
    child.stdout.on("data", (chunk) => {
      size += chunk.length;
      if (size > maxOutput) end(`it said more than ${maxOutput / 2 ** 20} MiB`);
      else out.push(chunk);
    });
    child.stderr.on("data", (chunk) => {
      errors = (errors + chunk.toString("utf8")).slice(-4096);
    });
    child.on("error", (error) => {
      clearTimeout(clock);
      try {
        gone(error, args, seconds);
      } catch (problem2) {
        reject(problem2);
      }
    });
    child.on("close", (code) => {
      clearTimeout(clock);
      const reason = ended === "" ? lastWords(Buffer.from(errors)) : ended;
      resolve3({ ok: code === 0 && ended === "", stdout: Buffer.concat(out), reason });
    });
    child.stdin.on("error", () => {
    });
    child.stdin.end(call.input ?? "");
  });
}
function endGroup(child) {
  try {
    if (process.platform !== "win32" && child.pid !== void 0) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch {
  }
}
function requireGit() {
  const seconds = 60;
  const limits = { cwd, timeout: seconds * 1e3, windowsHide: true };
  const done = spawnSync("git", ["version"], { env: environment({ gitDir: "" }), ...limits });
  if (done.error !== void 0) gone(done.error, ["version"], seconds);
  const text = done.stdout.toString("utf8").trim();
  const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(text) ?? [];
  const number = Number(major) * 1e3 + Number(minor);
  if (number < 2031) fail("read/git-missing", { reason: `\`${text}\` is older than 2.31` });
}
function environment(call) {
  const env = { ...fixed, GIT_ALLOW_PROTOCOL: call.protocol ?? "none" };
  if (call.index !== void 0) env.GIT_INDEX_FILE = call.index;
  if (call.objects !== void 0) env.GIT_OBJECT_DIRECTORY = call.objects;
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== void 0) env[name] = value;
  }
  const config = [...alwaysConfig, ...call.config ?? []];
  env.GIT_CONFIG_COUNT = String(config.length);
  for (const [i, [key, value]] of config.entries()) {
    env[`GIT_CONFIG_KEY_${i}`] = key;
    env[`GIT_CONFIG_VALUE_${i}`] = value;
  }
  return env;
}
function gone(error, [command = ""], seconds) {
  const code = "code" in error ? error.code : void 0;
  if (code === "ENOENT") fail("read/git-missing", { reason: "there is no `git` on the PATH" });
  const task = `run \`git ${command}\``;
  if (code === "ETIMEDOUT") fail("read/git-failed", { task, reason: `it did not end within ${seconds} seconds` });
  if (code === "ENOBUFS") fail("read/git-failed", { task, reason: `it said more than ${maxOutput / 2 ** 20} MiB` });
  return fail("read/git-missing", { reason: error.message });
}
function lastWords(stderr) {
  const lines = stderr.toString("utf8").split(/[\r\n]+/);
  const said = lines.map((line) => line.trim()).filter((line) => line !== "");
  return said.slice(-3).join("; ").slice(0, 500) || "no reason given";
}

// src/host/clone.ts
function findCheckout(folder) {
  if (!existsSync(folder)) return void 0;
  const start = realpathSync(folder);
  for (let at2 = start; ; at2 = dirname2(at2)) {
    const dotGit = join(at2, ".git");
    const gitDir = existsSync(dotGit) ? followGitFile(dotGit) : void 0;
    if (gitDir !== void 0 && isGitDir(gitDir)) return checkoutAt(gitDir);
    if (dirname2(at2) === at2) return isGitDir(start) ? checkoutAt(start) : void 0;
  }
}
function isCloneOf(checkout, name) {
  const asked = git(["config", "--get", "remote.origin.url"], checkout);
  const url = asked.stdout.toString("utf8").trim();
  if (!asked.ok || url === "") return true;
  const path = url.replace(/\/+$/, "").replace(/\.git$/, "");
  const tail = path.slice(-name.length);
  return tail.toLowerCase() === name.toLowerCase() && /^$|[/:]/.test(path.slice(0, -name.length).slice(-1));
}
function followGitFile(path) {
  const stat = statSync(path);
  if (stat.isDirectory()) return path;
  if (!stat.isFile() || stat.size > 4096) return void 0;
  const [, target] = /^gitdir: (.+)$/m.exec(readFileSync(path, "utf8")) ?? [];
  return target === void 0 ? void 0 : resolve(dirname2(path), target.trimEnd());
}
function isGitDir(path) {
  return existsSync(join(path, "HEAD")) && existsSync(join(commonDirOf(path), "objects"));
}
function checkoutAt(gitDir) {
  return { gitDir, commonDir: commonDirOf(gitDir) };
}
function commonDirOf(gitDir) {
  const pointer = join(gitDir, "commondir");
  return existsSync(pointer) ? resolve(gitDir, readFileSync(pointer, "utf8").trim()) : gitDir;
}

// src/host/repository.ts
import { mkdtempSync, rmSync as rmSync2 } from "node:fs";
import { tmpdir } from "node:os";
import { join as join4, resolve as resolve2 } from "node:path";

// src/host/git.ts
import { appendFileSync, existsSync as existsSync2 } from "node:fs";
import { join as join2 } from "node:path";
function openGit(folder, options) {
  requireGit();
  const { remote, objectFormat } = options;
  const checkout = options.checkout !== void 0 && isUsable(options.checkout, options) ? options.checkout : void 0;
  const gitDir = join2(folder, "objects.git");
  const format = objectFormat ?? (checkout === void 0 ? "sha1" : formatOf(checkout));
  const made = git(["init", "--quiet", "--bare", "--template=", `--object-format=${format}`, gitDir], { gitDir });
  if (!made.ok) fail("read/git-failed", { task: "make a scratch repository", reason: made.reason });
  if (checkout !== void 0) borrowObjects(gitDir, checkout);
  return { gitDir, ...checkout !== void 0 && { checkout }, ...remote !== void 0 && { remote } };
}
function parentsOf(store, commit) {
  const text = readObject(store, "commit", commit);
  if (text === void 0) return void 0;
  const [header = ""] = text.toString("latin1").split("\n\n", 1);
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, oid = ""]) => oid);
}
function listTree(store, commit) {
  checkId(commit);
  const listed2 = git(["ls-tree", "-r", "-z", "--full-tree", commit], store);
  return listed2.ok ? parseTree(listed2.stdout) : void 0;
}
function blobSizes(store, oids) {
  for (const oid of oids) checkId(oid);
  if (oids.length === 0) return /* @__PURE__ */ new Map();
  const input = `${oids.join("\n")}
`;
  const checked = git(["cat-file", "--batch-check"], { ...at(store), input });
  if (!checked.ok) fail("read/git-failed", { task: "look blobs up", reason: checked.reason });
  const sizes = /* @__PURE__ */ new Map();
  for (const line of checked.stdout.toString("latin1").split("\n")) {
    const [oid = "", type, size] = line.split(" ");
    if (type === "blob") sizes.set(oid, Number(size));
  }
  return sizes;
}
function readBlob(store, oid) {
  return readObject(store, "blob", oid);
}
function readBlobs(store, oids) {
  for (const oid of oids) checkId(oid);
  if (oids.length === 0) return /* @__PURE__ */ new Map();
  const { ok, stdout, reason } = git(["cat-file", "--batch"], { ...at(store), input: `${oids.join("\n")}
` });
  if (!ok) fail("read/git-failed", { task: "read blobs", reason });
  const blobs = /* @__PURE__ */ new Map();
  for (let at2 = 0; at2 < stdout.length; ) {
    const end = stdout.indexOf(10, at2);
    const [oid = "", type, size] = stdout.toString("latin1", at2, end).split(" ");
    const length = size === void 0 ? -1 : Number(size);
    if (type === "blob") blobs.set(oid, stdout.subarray(end + 1, end + 1 + length));
    at2 = end + 2 + length;
  }
  return blobs;
}
function spoolBlob(store, oid, into) {
  checkId(oid);
  return git(["cat-file", "blob", oid], { ...at(store), into }).ok;
}
async function fetchCommits(store, commits, options) {
  for (const commit of commits) checkId(commit);
  for (const ref of options.refs) checkRef(ref);
  const flags = (depth) => [`--depth=${depth}`, "--filter=blob:none"];
  const byId = await fetch(store, flags(options.depth), commits);
  if (byId.ok || options.refs.length === 0) return byId;
  return fetch(store, flags(Math.max(2, options.depth)), options.refs);
}
async function fetchBlobs(store, oids, commits, refs = []) {
  for (const oid of [...oids, ...commits]) checkId(oid);
  for (const ref of refs) checkRef(ref);
  const alone = await fetch(store, ["--stdin", "--filter=blob:none"], [], `${oids.join("\n")}
`);
  if (alone.ok || commits.length === 0) return alone;
  const whole = ["--refetch", "--no-filter"];
  const holding = await fetch(store, ["--depth=1", ...whole], commits);
  return holding.ok || refs.length === 0 ? holding : fetch(store, ["--depth=2", ...whole], refs);
}
async function remoteCommit(store, name) {
  if (store.remote === void 0 || !isRefName(name)) return void 0;
  const names = name.startsWith("refs/") ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
  const patterns = names.flatMap((ref) => [ref, `${ref}^{}`]);
  const asked = await gitRemote(["ls-remote", "--quiet", store.remote.url, ...patterns], remoteCall(store));
  if (!asked.ok) return void 0;
  const found = /* @__PURE__ */ new Map();
  for (const line of asked.stdout.toString("utf8").split("\n")) {
    const [oid = "", ref = ""] = line.split("	");
    if (objectId.test(oid)) found.set(ref, oid);
  }
  for (const ref of names) {
    const oid = found.get(`${ref}^{}`) ?? found.get(ref);
    if (oid !== void 0) return oid;
  }
  return void 0;
}
function localCommit(store, revision) {
  const { checkout } = store;
  if (checkout === void 0 || revision === "" || hasControl(revision)) return void 0;
  const parsed = git(["rev-parse", "--quiet", "--verify", "--end-of-options", `${revision}^{commit}`], checkout);
  const oid = parsed.stdout.toString("latin1").trim();
  return parsed.ok && objectId.test(oid) ? oid : void 0;
}
function symbolicRef(store, name) {
  if (store.checkout === void 0) return void 0;
  const read = git(["symbolic-ref", "--quiet", name], store.checkout);
  return read.ok ? read.stdout.toString("utf8").trim() : void 0;
}
function mergeBase(store, a, b) {
  checkId(a);
  checkId(b);
  if (existsSync2(join2(store.gitDir, "shallow"))) return void 0;
  const found = git(["merge-base", a, b], store);
  const [oid = ""] = found.stdout.toString("latin1").split("\n");
  return found.ok && objectId.test(oid) ? oid : void 0;
}
function at(store) {
  return { gitDir: store.gitDir };
}
function readObject(store, type, oid) {
  checkId(oid);
  const read = git(["cat-file", type, oid], store);
  return read.ok ? read.stdout : void 0;
}
function parseTree(listing) {
  const entries = /* @__PURE__ */ new Map();
  for (let from = 0; from < listing.length; ) {
    const end = listing.indexOf(0, from);
    const tab = listing.indexOf(9, from);
    const [mode = "", , oid = ""] = listing.toString("latin1", from, tab).split(" ");
    const path = pathText(listing.subarray(tab + 1, end));
    if (entries.has(path)) fail("read/git-failed", { task: "list the files", reason: `two are named ${path}` });
    entries.set(path, { mode, oid });
    from = end + 1;
  }
  return entries;
}
async function fetch(store, flags, wants, input) {
  if (store.remote === void 0) return { ok: false, stdout: Buffer.alloc(0), reason: "there is no remote" };
  const quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"];
  const call = { ...remoteCall(store), ...input !== void 0 && { input } };
  return gitRemote(["fetch", ...quiet, ...flags, "origin", ...wants], call);
}
function remoteCall(store) {
  const { remote } = store;
  if (remote === void 0) return at(store);
  const { origin, protocol } = new URL(remote.url);
  return {
    gitDir: store.gitDir,
    protocol: protocol.slice(0, -1),
    config: [
      ["remote.origin.url", remote.url],
      ["remote.origin.promisor", "true"],
      ["remote.origin.partialCloneFilter", "blob:none"],
      ...remote.header === void 0 ? [] : [[`http.${origin}/.extraHeader`, remote.header]]
    ]
  };
}
function isUsable(checkout, { cloneOf, objectFormat }) {
  if (objectFormat !== void 0 && formatOf(checkout) !== objectFormat) return false;
  return cloneOf === void 0 || isCloneOf(checkout, cloneOf);
}
function formatOf(checkout) {
  const asked = git(["rev-parse", "--show-object-format"], checkout);
  return asked.stdout.toString("latin1").trim() === "sha256" ? "sha256" : "sha1";
}
function borrowObjects(gitDir, checkout) {
  borrowFrom(gitDir, join2(checkout.commonDir, "objects"));
}
function borrowFrom(gitDir, objects) {
  const quoted = `"${objects.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`;
  const line = /^[^#"\n]+$/.test(objects) ? objects : quoted;
  appendFileSync(join2(gitDir, "objects", "info", "alternates"), `${line}
`);
}

// src/host/rest.ts
var maxRequests = 900;
var lanes = 6;
function openRest(port, scratch) {
  const state = { commits: /* @__PURE__ */ new Map(), folders: /* @__PURE__ */ new Map(), trees: /* @__PURE__ */ new Map(), listed: /* @__PURE__ */ new Map(), refused: /* @__PURE__ */ new Map() };
  const lines = { requests: 0, underWay: 0, waiting: [] };
  return { port, scratch, ...state, ...lines, brought: 0, instead: void 0 };
}
function broughtAll(reasons) {
  const reason = reasons.findLast((one) => one !== void 0);
  return { ok: reason === void 0, reason: reason ?? "" };
}
async function ask(rest, path) {
  return inLane(rest, () => {
    count(rest);
    return rest.port.json(path);
  });
}
async function inLane(rest, work) {
  if (rest.underWay >= lanes) await new Promise((resolve3) => rest.waiting.push(resolve3));
  else rest.underWay++;
  try {
    return await work();
  } finally {
    const next = rest.waiting.shift();
    if (next === void 0) rest.underWay--;
    else next();
  }
}
function count(rest) {
  if (rest.requests >= maxRequests) throw new Error(`it would take more than ${maxRequests} requests`);
  rest.requests++;
}
async function attempt(work) {
  try {
    await work();
    return void 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [line = ""] = error.message.split(/[\r\n]/, 1);
    const status = "status" in error && typeof error.status === "number" ? `${error.status} ` : "";
    return `${status}${line}`.slice(0, 300);
  }
}
function field(value, name) {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return void 0;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
function listAt(value, name) {
  const list = field(value, name);
  if (!Array.isArray(list)) throw new Error(`the answer has no ${name}`);
  return list;
}
function idAt(value, name) {
  const oid = field(value, name);
  if (typeof oid !== "string" || !objectId.test(oid)) throw new Error("the answer names an object without an id");
  return oid;
}

// src/host/rest-blobs.ts
import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync as readFileSync2,
  readSync,
  renameSync,
  rmSync,
  statSync as statSync2,
  writeSync
} from "node:fs";
import { join as join3 } from "node:path";
var maxBlob = 100 * 2 ** 20;
async function bringBlobs(rest, oids) {
  for (const oid of oids) checkId(oid);
  mkdirSync(join3(rest.scratch, "rest"), { recursive: true });
  const wanted = [...new Set(oids)];
  const reasons = await Promise.all(wanted.map((oid) => attempt(() => inLane(rest, () => bringBlob(rest, oid)))));
  for (const [i, oid] of wanted.entries()) {
    const reason = reasons[i];
    if (reason !== void 0) rest.refused.set(oid, reason);
  }
  return broughtAll(reasons);
}
function restSize(scratch, oid) {
  return statSync2(blobFile(scratch, oid), { throwIfNoEntry: false })?.size;
}
function readRest(scratch, oid) {
  return restSize(scratch, oid) === void 0 ? void 0 : readFileSync2(blobFile(scratch, oid));
}
function spoolRest(scratch, oid, into) {
  if (restSize(scratch, oid) === void 0) return false;
  forEachChunk(blobFile(scratch, oid), (chunk) => writeAll(into, chunk));
  return true;
}
async function bringBlob(rest, oid) {
  const part = `${blobFile(rest.scratch, oid)}.part`;
  try {
    count(rest);
    const { type, chunks } = await rest.port.raw(`git/blobs/${oid}`);
    if (/^application\/json\b/i.test(type)) await saveEncoded(part, chunks);
    else await save(part, chunks, maxBlob);
    if (hashOf(part, oid) !== oid) throw new Error("what came is not the content of this id");
    renameSync(part, blobFile(rest.scratch, oid));
    rest.brought++;
  } finally {
    rmSync(part, { force: true });
  }
}
async function saveEncoded(path, chunks) {
  await save(path, chunks, maxBlob * 1.5);
  const content = field(JSON.parse(readFileSync2(path, "utf8")), "content");
  if (typeof content !== "string") throw new Error("the answer holds no content");
  const file = openSync(path, "w", 384);
  try {
    writeAll(file, Buffer.from(content, "base64"));
  } finally {
    closeSync(file);
  }
}
async function save(path, chunks, limit) {
  const file = openSync(path, "w", 384);
  try {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limit) throw new Error("it is larger than 100 MB, the most that comes this way");
      writeAll(file, chunk);
    }
  } finally {
    closeSync(file);
  }
}
function hashOf(path, like) {
  const hash = createHash(like.length === 64 ? "sha256" : "sha1").update(`blob ${statSync2(path).size}\0`);
  forEachChunk(path, (chunk) => hash.update(chunk));
  return hash.digest("hex");
}
function forEachChunk(path, take) {
  const file = openSync(path, "r");
  try {
    const chunk = Buffer.alloc(1 << 20);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) take(chunk.subarray(0, read));
  } finally {
    closeSync(file);
  }
}
function writeAll(file, bytes) {
  for (let at2 = 0; at2 < bytes.length; ) at2 += writeSync(file, bytes, at2);
}
function blobFile(scratch, oid) {
  checkId(oid);
  return join3(scratch, "rest", oid);
}

// src/host/rest-trees.ts
var maxEntries = 1e6;
var maxTags = 5;
async function bringCommits(rest, commits) {
  for (const sha of commits) checkId(sha);
  const reasons = await Promise.all([...new Set(commits)].map((sha) => attempt(() => bringCommit(rest, sha))));
  return broughtAll(reasons);
}
async function commitOf(rest, name) {
  if (!isRefName(name)) return void 0;
  const refs = name.startsWith("refs/") ? [name.slice("refs/".length)] : [`heads/${name}`, `tags/${name}`];
  for (const ref of refs) {
    let found;
    await attempt(async () => {
      const answer = await ask(rest, `git/ref/${encodeURIComponent(ref)}`);
      found = await peel(rest, field(answer, "object"));
    });
    if (found !== void 0) return found;
  }
  return void 0;
}
async function bringCommit(rest, sha) {
  if (rest.listed.has(sha)) return;
  const answer = await ask(rest, `git/commits/${sha}`);
  if (field(answer, "sha") !== sha) throw new Error(`it answered with another commit than ${sha}`);
  const tree = idAt(field(answer, "tree"), "sha");
  const parents = listAt(answer, "parents").map((parent) => idAt(parent, "sha"));
  rest.commits.set(sha, { tree, parents });
  const entries = /* @__PURE__ */ new Map();
  for (const { path, mode, oid, isTree } of wholeTree(rest, tree, await bringFolders(rest, tree))) {
    if (isTree) continue;
    if (entries.has(path)) throw new Error(`it lists two files named ${path}`);
    entries.set(path, { mode, oid });
  }
  rest.listed.set(sha, entries);
  rest.brought++;
}
async function bringFolders(rest, root) {
  const found = /* @__PURE__ */ new Map();
  for (let next = [root]; next.length > 0; ) {
    const folders = await allOf(next.map((oid) => bringFolder(rest, oid)));
    for (const [i, oid] of next.entries()) {
      const folder = folders[i];
      if (folder !== void 0) found.set(oid, folder);
    }
    const inside = folders.filter(({ isShallow }) => isShallow).flatMap(({ entries }) => entries);
    next = [...new Set(inside.flatMap(({ isTree, oid }) => isTree && !found.has(oid) ? [oid] : []))];
  }
  return found;
}
async function bringFolder(rest, oid) {
  const known = rest.folders.get(oid);
  if (known !== void 0) return known;
  const coming = readFolder(rest, oid);
  rest.folders.set(oid, coming);
  coming.catch(() => rest.folders.delete(oid));
  return coming;
}
async function readFolder(rest, oid) {
  const recursive = await readTree(rest, oid, true);
  if (!recursive.truncated) return { entries: recursive.entries, isShallow: false };
  const { entries, truncated } = await readTree(rest, oid, false);
  if (truncated) throw new Error("a folder has more entries than it lists");
  return { entries, isShallow: true };
}
async function allOf(work) {
  await Promise.allSettled(work);
  return Promise.all(work);
}
function wholeTree(rest, oid, folders, within = /* @__PURE__ */ new Set()) {
  const known = rest.trees.get(oid);
  if (known !== void 0) return known;
  const folder = folders.get(oid);
  if (folder === void 0 || within.has(oid)) throw new Error("a folder holds itself");
  const inner = /* @__PURE__ */ new Set([...within, oid]);
  const found = [];
  for (const entry of folder.entries) {
    const isOpen = entry.isTree && folder.isShallow;
    const inside = isOpen ? wholeTree(rest, entry.oid, folders, inner) : [entry];
    if (found.length + inside.length > maxEntries) throw new Error(`the tree has more than ${maxEntries} entries`);
    for (const one of inside) found.push(isOpen ? { ...one, path: `${entry.path}/${one.path}` } : one);
  }
  rest.trees.set(oid, found);
  return found;
}
async function readTree(rest, oid, recursive) {
  const entries = [];
  for (let page = 1; ; page++) {
    const query = [...recursive ? ["recursive=1"] : [], ...page > 1 ? [`page=${page}`] : []].join("&");
    const answer = await ask(rest, `git/trees/${oid}${query === "" ? "" : `?${query}`}`);
    for (const entry of listAt(answer, "tree")) entries.push(entryOf(entry));
    const truncated = field(answer, "truncated") === true;
    if (!truncated || typeof field(answer, "page") !== "number") return { entries, truncated };
  }
}
function entryOf(entry) {
  const path = field(entry, "path");
  const mode = field(entry, "mode");
  if (typeof path !== "string" || typeof mode !== "string") throw new Error("it lists a file without a name or a mode");
  return { path, mode, oid: idAt(entry, "sha"), isTree: field(entry, "type") === "tree" };
}
async function peel(rest, target) {
  let at2 = target;
  for (let tags = 0; field(at2, "type") === "tag" && tags < maxTags; tags++) {
    at2 = field(await ask(rest, `git/tags/${idAt(at2, "sha")}`), "object");
  }
  if (field(at2, "type") !== "commit") throw new Error("it is no commit");
  return idAt(at2, "sha");
}

// src/host/repository.ts
function openRepository(options) {
  const scratch = mkdtempSync(join4(resolve2(options.temp ?? tmpdir()), "flopgate-git-"));
  const { checkout, remote } = options;
  const other = options.rest === void 0 ? void 0 : openRest(options.rest, scratch);
  try {
    return { scratch, ...openGit(scratch, options), ...other !== void 0 && { rest: other } };
  } catch (error) {
    if (error instanceof FlopgateError && error.problem.code === "read/git-missing" && other !== void 0) {
      other.instead = error.problem.message;
      const about = { ...checkout !== void 0 && { checkout }, ...remote !== void 0 && { remote } };
      return { scratch, ...about, rest: other };
    }
    rmSync2(scratch, { recursive: true, force: true });
    throw error;
  }
}
function closeRepository(repository) {
  rmSync2(repository.scratch, { recursive: true, force: true });
}
function noticesOf({ rest }) {
  if (rest?.instead === void 0 || rest.brought === 0) return [];
  return [problem("read/over-rest", { reason: rest.instead })];
}
function originOf({ remote, rest }) {
  return remote === void 0 ? rest?.port.origin : new URL(remote.url).origin;
}
function whyMissing({ rest }, oid) {
  return rest?.refused.get(oid);
}
function parentsOf2(repository, commit) {
  const here = hasGit(repository) ? parentsOf(repository, commit) : void 0;
  return here ?? repository.rest?.commits.get(commit)?.parents;
}
var listed = /* @__PURE__ */ new WeakMap();
function listTree2(repository, commit) {
  const known = listed.get(repository) ?? /* @__PURE__ */ new Map();
  listed.set(repository, known);
  const here = hasGit(repository) ? known.get(commit) ?? listTree(repository, commit) : void 0;
  const tree = here ?? repository.rest?.listed.get(commit);
  if (tree !== void 0) known.set(commit, tree);
  return tree;
}
function blobSizes2(repository, oids) {
  const sizes = new Map(hasGit(repository) ? blobSizes(repository, oids) : []);
  for (const oid of oids) {
    const size = sizes.get(oid) ?? restSize(repository.scratch, oid);
    if (size !== void 0) sizes.set(oid, size);
  }
  return sizes;
}
function readBlob2(repository, oid) {
  const here = hasGit(repository) ? readBlob(repository, oid) : void 0;
  return here ?? readRest(repository.scratch, oid);
}
function readBlobs2(repository, oids) {
  const blobs = new Map(hasGit(repository) ? readBlobs(repository, oids) : []);
  for (const oid of oids) {
    const content = blobs.get(oid) ?? readRest(repository.scratch, oid);
    if (content !== void 0) blobs.set(oid, content);
  }
  return blobs;
}
function spoolBlob2(repository, oid, into) {
  if (spoolRest(repository.scratch, oid, into)) return true;
  return hasGit(repository) && spoolBlob(repository, oid, into);
}
async function fetchCommits2(repository, commits, options) {
  const asked = hasGit(repository) ? await fetchCommits(repository, commits, options) : void 0;
  const missing = commits.filter((commit) => listTree2(repository, commit) === void 0);
  if (repository.rest === void 0 || missing.length === 0) return asked ?? { ok: true, reason: "" };
  const brought = await bringCommits(repository.rest, missing);
  return asked === void 0 ? brought : instead(repository, asked, brought);
}
async function fetchBlobs2(repository, oids, commits, refs = []) {
  const asked = hasGit(repository) ? await fetchBlobs(repository, oids, commits, refs) : void 0;
  const here = blobSizes2(repository, oids);
  const missing = oids.filter((oid) => !here.has(oid));
  if (repository.rest === void 0 || missing.length === 0) return asked ?? { ok: true, reason: "" };
  const brought = await bringBlobs(repository.rest, missing);
  return asked === void 0 ? brought : instead(repository, asked, brought);
}
function instead(repository, byGit, byRest) {
  if (repository.rest !== void 0) {
    repository.rest.instead ??= `git could not fetch from ${originOf(repository)} (${byGit.reason}).`;
  }
  return byRest.ok ? byRest : { ok: false, reason: `${byGit.reason}; over REST: ${byRest.reason}` };
}
async function remoteCommit2(repository, name) {
  if (hasGit(repository)) return remoteCommit(repository, name);
  return repository.rest === void 0 ? void 0 : commitOf(repository.rest, name);
}
function localCommit2(repository, revision) {
  return hasGit(repository) ? localCommit(repository, revision) : void 0;
}
function symbolicRef2(repository, name) {
  return hasGit(repository) ? symbolicRef(repository, name) : void 0;
}
function mergeBase2(repository, a, b) {
  return hasGit(repository) ? mergeBase(repository, a, b) : void 0;
}
function hasGit(repository) {
  return repository.gitDir !== void 0;
}

export {
  objectId,
  isRefName,
  pathText,
  git,
  findCheckout,
  borrowFrom,
  openRepository,
  closeRepository,
  noticesOf,
  originOf,
  whyMissing,
  parentsOf2 as parentsOf,
  listTree2 as listTree,
  blobSizes2 as blobSizes,
  readBlob2 as readBlob,
  readBlobs2 as readBlobs,
  spoolBlob2 as spoolBlob,
  fetchCommits2 as fetchCommits,
  fetchBlobs2 as fetchBlobs,
  remoteCommit2 as remoteCommit,
  localCommit2 as localCommit,
  symbolicRef2 as symbolicRef,
  mergeBase2 as mergeBase,
  fingerprintOf,
  pairKin
};
