import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  FlopgateError,
  fail,
  problem
} from "./chunk-FVXAVLKY.js";

// src/budget/portable.ts
function portable(model) {
  const { base, head, diff, scenarios, free } = model;
  const light = lightener();
  return {
    ...model,
    base: light.profile(base),
    head: light.profile(head),
    diff: diff && light.diff(diff),
    ...scenarios !== void 0 && { scenarios: scenarios.map(light.scenario) },
    ...free !== void 0 && { free: { base: light.profile(free.base), head: light.profile(free.head) } }
  };
}
var noAttributes = /* @__PURE__ */ new Map();
function lightener() {
  const copies = /* @__PURE__ */ new Map();
  const one = (layer) => {
    const copy = copies.get(layer) ?? { ...layer, attributes: noAttributes, weights: [] };
    copies.set(layer, copy);
    return copy;
  };
  const profile = (whole) => {
    if (whole === null) return null;
    const { id, title, version, accuracy, why, unit } = whole.convention;
    return {
      ...whole,
      layers: whole.layers.map(one),
      convention: { id, title, version, accuracy, why, unit }
    };
  };
  const counterparts = ({ pairs, records }) => ({
    pairs: pairs.map(({ base, head }) => ({ base: one(base), head: one(head) })),
    records: records.map(({ base, head }) => ({ base: base.map(one), head: head.map(one) }))
  });
  return {
    profile,
    diff: (whole) => ({
      ...whole,
      pairs: whole.pairs.map((pair) => ({ ...pair, base: one(pair.base), head: one(pair.head) })),
      records: whole.records.map((r) => ({ ...r, base: r.base.map(one), head: r.head.map(one) })),
      folded: { ...whole.folded, base: whole.folded.base.map(one), head: whole.folded.head.map(one) }
    }),
    scenario: (whole) => ({
      ...whole,
      base: profile(whole.base),
      head: profile(whole.head),
      counterparts: whole.counterparts && counterparts(whole.counterparts)
    })
  };
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
var utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function pathText(bytes) {
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes.toString("latin1").replace(/[\u0080-\u00ff]/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`);
  }
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
var maxRequests = 900;
var maxEntries = 1e6;
var maxBlob = 100 * 2 ** 20;
var maxTags = 5;
function openRest(port, scratch) {
  const state = { commits: /* @__PURE__ */ new Map(), trees: /* @__PURE__ */ new Map(), listed: /* @__PURE__ */ new Map(), refused: /* @__PURE__ */ new Map() };
  return { port, scratch, ...state, requests: 0, brought: 0, instead: void 0 };
}
async function bringCommits(rest, commits) {
  let reason = "";
  for (const sha of commits) {
    checkId(sha);
    reason = await attempt(() => bringCommit(rest, sha)) ?? reason;
  }
  return { ok: reason === "", reason };
}
async function bringBlobs(rest, oids) {
  mkdirSync(join3(rest.scratch, "rest"), { recursive: true });
  let last = "";
  for (const oid of oids) {
    checkId(oid);
    const reason = await attempt(() => bringBlob(rest, oid));
    if (reason === void 0) continue;
    rest.refused.set(oid, reason);
    last = reason;
  }
  return { ok: last === "", reason: last };
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
async function bringCommit(rest, sha) {
  if (rest.listed.has(sha)) return;
  const answer = await ask(rest, `git/commits/${sha}`);
  if (field(answer, "sha") !== sha) throw new Error(`it answered with another commit than ${sha}`);
  const tree = idAt(field(answer, "tree"), "sha");
  const parents = listAt(answer, "parents").map((parent) => idAt(parent, "sha"));
  rest.commits.set(sha, { tree, parents });
  const entries = /* @__PURE__ */ new Map();
  for (const { path, mode, oid, isTree } of await wholeTree(rest, tree)) {
    if (isTree) continue;
    if (entries.has(path)) throw new Error(`it lists two files named ${path}`);
    entries.set(path, { mode, oid });
  }
  rest.listed.set(sha, entries);
  rest.brought++;
}
async function wholeTree(rest, oid) {
  const known = rest.trees.get(oid);
  if (known !== void 0) return known;
  const recursive = await readTree(rest, oid, true);
  const entries = recursive.truncated ? await folderByFolder(rest, oid) : recursive.entries;
  rest.trees.set(oid, entries);
  return entries;
}
async function folderByFolder(rest, oid) {
  const { entries, truncated } = await readTree(rest, oid, false);
  if (truncated) throw new Error("a folder has more entries than it lists");
  const found = [];
  for (const entry of entries) {
    const inside = entry.isTree ? await wholeTree(rest, entry.oid) : [entry];
    if (found.length + inside.length > maxEntries) throw new Error(`the tree has more than ${maxEntries} entries`);
    for (const one of inside) found.push(entry.isTree ? { ...one, path: `${entry.path}/${one.path}` } : one);
  }
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
async function ask(rest, path) {
  count(rest);
  return rest.port.json(path);
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
  git,
  findCheckout,
  objectId,
  isRefName,
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
  portable
};
