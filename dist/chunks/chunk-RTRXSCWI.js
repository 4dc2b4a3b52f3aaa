import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  parseConfig
} from "./chunk-YSL3TVL2.js";
import {
  measurementOf
} from "./chunk-YM6ZTHWV.js";
import {
  BadPattern,
  pathPattern,
  ruleFor
} from "./chunk-VPPQIC23.js";
import {
  looksLikeProfile
} from "./chunk-3NMFZZOD.js";
import {
  fail,
  problem
} from "./chunk-GU25UPSH.js";

// src/host/git.ts
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

// src/host/git-process.ts
import { spawn, spawnSync } from "node:child_process";
var maxOutput = 1 << 30;
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
  ["protocol.allow", "never"],
  ["http.followRedirects", "false"],
  ["http.lowSpeedLimit", "1000"],
  ["http.lowSpeedTime", "60"],
  // Never tell a server what the borrowed clone has: from a shallow one it would infer ancestors that are not there,
  // and leave out the very base we ask for.
  ["fetch.negotiationAlgorithm", "noop"],
  ["core.alternateRefsPrefixes", "refs/none/"],
  ["init.defaultBranch", "main"]
];
var fixed = {
  LC_ALL: "C",
  GIT_TERMINAL_PROMPT: "0",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: process.platform === "win32" ? "NUL" : "/dev/null",
  GIT_ATTR_NOSYSTEM: "1",
  GIT_LITERAL_PATHSPECS: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_NO_LAZY_FETCH: "1",
  GIT_OPTIONAL_LOCKS: "0"
};
function git(args, call) {
  const done = spawnSync("git", [`--git-dir=${call.gitDir}`, ...args], {
    env: environment(call),
    maxBuffer: maxOutput,
    windowsHide: true,
    ...call.input !== void 0 && { input: call.input },
    stdio: [call.input === void 0 ? "ignore" : "pipe", call.into ?? "pipe", "pipe"]
  });
  if (done.error !== void 0) return gone(done.error);
  return { ok: done.status === 0, stdout: done.stdout ?? Buffer.alloc(0), reason: lastWords(done.stderr) };
}
function gitRemote(args, call) {
  return new Promise((resolve2, reject) => {
    const child = spawn("git", [`--git-dir=${call.gitDir}`, ...args], { env: environment(call), windowsHide: true });
    const out = [];
    let errors = "";
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => {
      errors = (errors + chunk.toString("utf8")).slice(-4096);
    });
    child.on("error", (error) => {
      try {
        gone(error);
      } catch (problem2) {
        reject(problem2);
      }
    });
    child.on(
      "close",
      (code) => resolve2({ ok: code === 0, stdout: Buffer.concat(out), reason: lastWords(Buffer.from(errors)) })
    );
    child.stdin.on("error", () => {
    });
    child.stdin.end(call.input ?? "");
  });
}
function requireGit() {
  const done = spawnSync("git", ["version"], { env: environment({ gitDir: "" }), windowsHide: true });
  if (done.error !== void 0) gone(done.error);
  const text = done.stdout.toString("utf8").trim();
  const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(text) ?? [];
  const number = Number(major) * 1e3 + Number(minor);
  if (number < 2031) fail("read/git-missing", { reason: `\`${text}\` is older than 2.31` });
}
function environment(call) {
  const env = { ...fixed };
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
function gone(error) {
  const missing = "code" in error && error.code === "ENOENT";
  return fail("read/git-missing", { reason: missing ? "there is no `git` on the PATH" : error.message });
}
function lastWords(stderr) {
  const lines = stderr.toString("utf8").split(/[\r\n]+/);
  const said = lines.map((line) => line.trim()).filter((line) => line !== "");
  return said.slice(-3).join("; ").slice(0, 500) || "no reason given";
}

// src/host/git.ts
var objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function openRepository(options) {
  requireGit();
  const scratch = mkdtempSync(join(options.temp ?? tmpdir(), "flopgate-git-"));
  const gitDir = join(scratch, "objects.git");
  const { checkout, remote } = options;
  const format = options.objectFormat ?? (checkout === void 0 ? "sha1" : formatOf(checkout));
  const made = git(["init", "--quiet", "--bare", "--template=", `--object-format=${format}`, gitDir], { gitDir });
  if (!made.ok) fail("read/git-failed", { task: "make a scratch repository", reason: made.reason });
  if (checkout !== void 0) borrowObjects(gitDir, checkout);
  return { gitDir, scratch, ...checkout !== void 0 && { checkout }, ...remote !== void 0 && { remote } };
}
function closeRepository(repository) {
  rmSync(repository.scratch, { recursive: true, force: true });
}
function findCheckout(folder) {
  if (!existsSync(folder)) return void 0;
  const start = realpathSync(folder);
  for (let at2 = start; ; at2 = dirname(at2)) {
    const dotGit = join(at2, ".git");
    const gitDir = existsSync(dotGit) ? followGitFile(dotGit) : void 0;
    if (gitDir !== void 0 && isGitDir(gitDir)) return checkoutAt(gitDir);
    if (dirname(at2) === at2) return isGitDir(start) ? checkoutAt(start) : void 0;
  }
}
function parentsOf(repository, commit) {
  const text = readObject(repository, "commit", commit);
  if (text === void 0) return void 0;
  const [header = ""] = text.toString("latin1").split("\n\n", 1);
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, oid = ""]) => oid);
}
function listTree(repository, commit) {
  checkId(commit);
  const listed = git(["ls-tree", "-r", "-z", "--full-tree", commit], repository);
  return listed.ok ? parseTree(listed.stdout) : void 0;
}
function blobSizes(repository, oids) {
  for (const oid of oids) checkId(oid);
  if (oids.length === 0) return /* @__PURE__ */ new Map();
  const input = `${oids.join("\n")}
`;
  const checked = git(["cat-file", "--batch-check"], { ...at(repository), input });
  if (!checked.ok) fail("read/git-failed", { task: "look blobs up", reason: checked.reason });
  const sizes = /* @__PURE__ */ new Map();
  for (const line of checked.stdout.toString("latin1").split("\n")) {
    const [oid = "", type, size] = line.split(" ");
    if (type === "blob") sizes.set(oid, Number(size));
  }
  return sizes;
}
function readBlob(repository, oid) {
  return readObject(repository, "blob", oid);
}
function spoolBlob(repository, oid, into) {
  checkId(oid);
  return git(["cat-file", "blob", oid], { ...at(repository), into }).ok;
}
async function fetchCommits(repository, commits, options) {
  for (const commit of commits) checkId(commit);
  for (const ref of options.refs) checkRef(ref);
  const flags = [`--depth=${options.depth}`, "--filter=blob:none"];
  const byId = await fetch(repository, flags, commits);
  if (byId.ok || options.refs.length === 0) return byId;
  return fetch(repository, flags, options.refs);
}
async function fetchBlobs(repository, oids, commits) {
  for (const oid of [...oids, ...commits]) checkId(oid);
  const alone = await fetch(repository, ["--stdin", "--filter=blob:none"], [], `${oids.join("\n")}
`);
  if (alone.ok || commits.length === 0) return alone;
  return fetch(repository, ["--depth=1", "--refetch"], commits);
}
async function remoteCommit(repository, name) {
  if (repository.remote === void 0 || !isRefName(name)) return void 0;
  const names = name.startsWith("refs/") ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
  const patterns = names.flatMap((ref) => [ref, `${ref}^{}`]);
  const asked = await gitRemote(["ls-remote", "--quiet", repository.remote.url, ...patterns], remoteCall(repository));
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
function localCommit(repository, revision) {
  const { checkout } = repository;
  if (checkout === void 0 || revision === "" || hasControl(revision)) return void 0;
  const parsed = git(["rev-parse", "--quiet", "--verify", "--end-of-options", `${revision}^{commit}`], checkout);
  const oid = parsed.stdout.toString("latin1").trim();
  return parsed.ok && objectId.test(oid) ? oid : void 0;
}
function symbolicRef(repository, name) {
  if (repository.checkout === void 0) return void 0;
  const read = git(["symbolic-ref", "--quiet", name], repository.checkout);
  return read.ok ? read.stdout.toString("utf8").trim() : void 0;
}
function mergeBase(repository, a, b) {
  checkId(a);
  checkId(b);
  if (existsSync(join(repository.gitDir, "shallow"))) return void 0;
  const found = git(["merge-base", a, b], repository);
  const [oid = ""] = found.stdout.toString("latin1").split("\n");
  return found.ok && objectId.test(oid) ? oid : void 0;
}
function isRefName(name) {
  return /^[^\s~^:?*[\\-][^\s~^:?*[\\]*$/.test(name) && !hasControl(name) && !/\.\.|@\{|\/\/|\.$|\/$/.test(name);
}
function hasControl(text) {
  for (const character of text) if (character < " " || character === "\x7F") return true;
  return false;
}
function checkId(oid) {
  if (!objectId.test(oid)) throw new TypeError(`not an object id: ${JSON.stringify(oid)}`);
}
function checkRef(ref) {
  if (!isRefName(ref)) throw new TypeError(`not a ref name: ${JSON.stringify(ref)}`);
}
function at(repository) {
  return { gitDir: repository.gitDir };
}
function readObject(repository, type, oid) {
  checkId(oid);
  const read = git(["cat-file", type, oid], repository);
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
async function fetch(repository, flags, wants, input) {
  if (repository.remote === void 0) return { ok: false, stdout: Buffer.alloc(0), reason: "there is no remote" };
  const quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"];
  const call = { ...remoteCall(repository), ...input !== void 0 && { input } };
  return gitRemote(["fetch", ...quiet, ...flags, "origin", ...wants], call);
}
function remoteCall(repository) {
  const { remote } = repository;
  if (remote === void 0) return at(repository);
  const { origin, protocol } = new URL(remote.url);
  return {
    gitDir: repository.gitDir,
    config: [
      [`protocol.${protocol.slice(0, -1)}.allow`, "always"],
      ["remote.origin.url", remote.url],
      ["remote.origin.promisor", "true"],
      ["remote.origin.partialCloneFilter", "blob:none"],
      ...remote.header === void 0 ? [] : [[`http.${origin}/.extraHeader`, remote.header]]
    ]
  };
}
function formatOf(checkout) {
  const asked = git(["rev-parse", "--show-object-format"], checkout);
  return asked.stdout.toString("latin1").trim() === "sha256" ? "sha256" : "sha1";
}
function borrowObjects(gitDir, checkout) {
  const objects = join(checkout.commonDir, "objects");
  const quoted = `"${objects.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`;
  const line = /^[^#"\n]+$/.test(objects) ? objects : quoted;
  writeFileSync(join(gitDir, "objects", "info", "alternates"), `${line}
`);
}
function followGitFile(path) {
  const stat = statSync(path);
  if (stat.isDirectory()) return path;
  if (!stat.isFile() || stat.size > 4096) return void 0;
  const [, target] = /^gitdir: (.+)$/m.exec(readFileSync(path, "utf8")) ?? [];
  return target === void 0 ? void 0 : resolve(dirname(path), target.trimEnd());
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

// src/host/plan.ts
import { posix } from "node:path";

// src/host/blobs.ts
import { closeSync, openSync, readSync, rmSync as rmSync2 } from "node:fs";
import { join as join2 } from "node:path";
var inMemory = 1 << 20;
var heldAtOnce = 4;
function openBlobs(repository) {
  const held = /* @__PURE__ */ new Map();
  function hold(key, open) {
    const found = held.get(key) ?? open();
    held.delete(key);
    held.set(key, found);
    for (const [oldest, entry] of held) {
      if (held.size <= heldAtOnce) break;
      entry.close();
      held.delete(oldest);
    }
    return found;
  }
  return {
    source: (oid, size, name) => ({
      name,
      size,
      slice: (from, to) => hold(oid, () => openBlob(repository, oid, size, name)).slice(from, to)
    }),
    file: (path, size, name) => ({
      name,
      size,
      slice: (from, to) => hold(path, () => openFile(path, name, () => {
      })).slice(from, to)
    }),
    close: () => {
      for (const entry of held.values()) entry.close();
      held.clear();
    }
  };
}
function openBlob(repository, oid, size, name) {
  if (size < inMemory) {
    const bytes = readBlob(repository, oid);
    if (bytes === void 0 || bytes.length !== size) return unreadable(name);
    return { slice: (from, to) => bytes.subarray(from, to), close: () => {
    } };
  }
  const path = join2(repository.scratch, `${oid}.blob`);
  const into = openSync(path, "w", 384);
  const written = spoolBlob(repository, oid, into);
  closeSync(into);
  if (!written) return unreadable(name);
  return openFile(path, name, () => rmSync2(path, { force: true }));
}
function openFile(path, name, then) {
  const file = openSync(path, "r");
  return {
    slice: (from, to) => {
      const bytes = new Uint8Array(Math.max(0, to - from));
      for (let at2 = 0; at2 < bytes.length; ) {
        const read = readSync(file, bytes, at2, bytes.length - at2, from + at2);
        if (read === 0) return unreadable(name);
        at2 += read;
      }
      return bytes;
    },
    close: () => {
      closeSync(file);
      then();
    }
  };
}
function unreadable(name) {
  return fail("read/git-failed", { task: `read ${name}`, reason: "its content ends early" });
}

// src/host/lfs.ts
import { createHash } from "node:crypto";
import { closeSync as closeSync2, constants, fstatSync, openSync as openSync2, readSync as readSync2 } from "node:fs";
import { join as join3 } from "node:path";
var pointerLimit = 1024;
var versions = /* @__PURE__ */ new Set([
  "https://git-lfs.github.com/spec/v1",
  "https://hawser.github.com/spec/v1",
  "http://git-media.io/v/2"
]);
function parsePointer(bytes) {
  if (bytes.length === 0 || bytes.length >= pointerLimit) return void 0;
  const lines = Buffer.from(bytes).toString("utf8").trimEnd().split("\n");
  const [first = ""] = lines;
  if (!first.startsWith("version ") || !versions.has(first.slice(8))) return void 0;
  const fields = new Map(lines.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
  const [, oid] = /^sha256:([0-9a-f]{64})$/.exec(fields.get("oid") ?? "") ?? [];
  const size = fields.get("size") ?? "";
  return oid !== void 0 && /^\d{1,18}$/.test(size) ? { oid, size: BigInt(size) } : void 0;
}
function localContent(checkout, pointer) {
  if (checkout === void 0) return { missing: "" };
  const { oid } = pointer;
  const path = join3(checkout.commonDir, "lfs", "objects", oid.slice(0, 2), oid.slice(2, 4), oid);
  const found = sha256Of(path);
  if (found === void 0) return { missing: "" };
  if (found.size !== pointer.size || found.oid !== oid) return { missing: ", and the copy in the clone is not it" };
  return { path };
}
function sha256Of(path) {
  let file;
  try {
    file = openSync2(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch {
    return void 0;
  }
  try {
    const stat = fstatSync(file, { bigint: true });
    if (!stat.isFile()) return void 0;
    const hash = createHash("sha256");
    const chunk = Buffer.alloc(1 << 20);
    for (let read = readSync2(file, chunk); read > 0; read = readSync2(file, chunk)) hash.update(chunk.subarray(0, read));
    return { oid: hash.digest("hex"), size: stat.size };
  } finally {
    closeSync2(file);
  }
}

// src/host/pairing.ts
function pairModels(base, head, covers) {
  const before = matching(base ?? /* @__PURE__ */ new Map(), covers);
  const after = matching(head, covers);
  const gone2 = [...before.keys()].filter((path) => !after.has(path)).sort();
  const leftBy = byContent(gone2, before);
  const pairs = [];
  const moved = /* @__PURE__ */ new Set();
  for (const [path, entry] of after) {
    const was = before.get(path);
    const from = was === void 0 ? leftBy.get(entry.oid)?.shift() : void 0;
    if (from !== void 0) moved.add(from);
    pairs.push(was === void 0 ? arrived(path, entry, from, before) : stayed(path, was, entry));
  }
  for (const path of gone2) {
    const entry = before.get(path);
    if (entry !== void 0 && !moved.has(path)) pairs.push({ path, status: "removed", base: entry, head: null });
  }
  return pairs.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}
function isRegular(entry) {
  return entry.mode === "100644" || entry.mode === "100755";
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
  if (missing.length === 0 || repository.remote === void 0) return void 0;
  const refs = missing.flatMap(({ ref }) => ref === void 0 ? [] : [ref]);
  const shas = [...new Set(missing.map(({ sha }) => sha))];
  const { ok, reason } = await fetchCommits(repository, shas, { depth: 1, refs: [...new Set(refs)] });
  return ok ? void 0 : reason;
}
function treeOf(repository, revision, side, why) {
  const tree = listTree(repository, revision.sha);
  if (tree !== void 0) return tree;
  const { remote } = repository;
  const reason = remote === void 0 ? "the clone does not have it, or not all of its folders (a shallow or partial clone)" : `the clone does not have it, and ${new URL(remote.url).origin} did not give it${why === void 0 ? "" : ` (${why})`}`;
  return fail("read/revision", { side, revision: revision.sha, reason });
}
async function bringBlobs(repository, oids, revisions) {
  const wanted = [...new Set(oids)];
  const here = blobSizes(repository, wanted);
  const missing = wanted.filter((oid) => !here.has(oid));
  if (missing.length === 0 || repository.remote === void 0) return here;
  await fetchBlobs(
    repository,
    missing,
    revisions.map(({ sha }) => sha)
  );
  return blobSizes(repository, wanted);
}

// src/host/plan.ts
var defaultConfigPath = ".github/flopgate.yml";
var defaultPattern = "**/*.onnx";
async function planRepository(repository, options) {
  const { base, head, config: place } = options;
  const revisions = [...base === null ? [] : [base], head, ...place.kind === "commit" ? [place.revision] : []];
  const why = await bringTrees(repository, revisions);
  const trees = {
    base: base === null ? null : treeOf(repository, base, "base", why),
    head: treeOf(repository, head, "head", why)
  };
  const { config, problems } = await findConfig(repository, place, trees, options);
  const patterns = options.models ?? config?.models.map(({ path }) => path) ?? [];
  const covers = pathMatcher(patterns.length === 0 ? [defaultPattern] : patterns);
  const pairings = pairModels(trees.base, trees.head, covers);
  const everything = base === null || (config?.budgets.length ?? 0) > 0 || judgedByNewConfig(place, trees, options);
  const measured = pairings.filter(({ status }) => everything || status !== "unchanged");
  const sizes = await bringBlobs(repository, measured.flatMap(wantedBlobs), revisions);
  const blobs = openBlobs(repository);
  const known = new Set(pairings.flatMap(({ path, head: head2 }) => head2 !== null && isRegular(head2) ? [path] : []));
  const reader = { repository, blobs, sizes, options, known };
  const cases = pairings.flatMap((pairing) => caseOf(reader, pairing, config, everything));
  return {
    request: {
      base: base === null ? null : labelOf(base),
      head: labelOf(head),
      config,
      ...options.pairs !== void 0 && { pairs: options.pairs },
      ...options.models !== void 0 && { partial: true },
      cases: cases.map(({ found }) => found),
      problems: [
        ...options.problems ?? [],
        ...problems,
        ...config?.override === void 0 ? [] : [problem("config/override", { label: config.override.label })],
        ...cases.flatMap((c) => c.aside),
        ...leftPatterns(pairings, trees),
        ...idlePatterns(
          cases.map(({ found }) => found),
          config,
          options
        )
      ]
    },
    close: blobs.close
  };
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
async function findConfig(repository, place, trees, options) {
  if (place.kind === "text") return { config: parseConfig(place.text, place.file), problems: [] };
  const { path, revision } = place;
  const entry = treeOf(repository, revision, "config").get(path);
  const atHead = trees.head.get(path);
  const trustsHead = revision.sha === options.head.sha;
  if (entry === void 0) {
    if (path !== defaultConfigPath && atHead === void 0) {
      fail("config/named-missing", { path, revision: shortId(revision) }, { file: path });
    }
    const missing = problem("config/missing", { path, revision: shortId(revision) });
    const added = atHead === void 0 || trustsHead ? [] : [problem("config/added", { path }, { file: path })];
    return { config: null, problems: [missing, ...added, ...lookAlike(path, treeOf(repository, revision, "config"))] };
  }
  const edited = !trustsHead && atHead?.oid !== entry.oid;
  await bringBlobs(repository, [entry.oid], [revision]);
  const text = isRegular(entry) ? readBlob(repository, entry.oid) : void 0;
  if (!isRegular(entry)) fail("read/not-a-file", { path, revision: shortId(revision), kind: kindOf(entry) });
  if (text === void 0) fail("read/object-missing", { path, revision: shortId(revision), oid: entry.oid });
  return {
    config: parseConfig(text.toString("utf8"), path),
    problems: edited ? [problem("config/edited", { path }, { file: path })] : []
  };
}
function lookAlike(path, tree) {
  const [found] = [...tree.keys()].filter((other) => /(?:^|\/)\.?flopgate\.(?:ya?ml|json)$/i.test(other) && !other.startsWith(".github/workflows/")).sort();
  return found === void 0 ? [] : [problem("config/elsewhere", { found, path }, { file: found })];
}
function judgedByNewConfig(place, trees, { head }) {
  if (place.kind === "text") return true;
  const { path, revision } = place;
  return revision.sha === head.sha && trees.base?.get(path)?.oid !== trees.head.get(path)?.oid;
}
function wantedBlobs({ base, head }) {
  return [base, head].flatMap((entry) => entry !== null && (isRegular(entry) || isLink(entry)) ? [entry.oid] : []);
}
function isLink({ mode }) {
  return mode === "120000";
}
function isLeftAlone({ repository, known }, { path, base, head }) {
  if (head === null || base !== null && base.oid === head.oid && base.mode === head.mode) return true;
  const target = isLink(head) ? readBlob(repository, head.oid)?.toString("utf8") : void 0;
  return target !== void 0 && known.has(posix.join(posix.dirname(path), target));
}
function caseOf(reader, pairing, config, everything) {
  const { path, base, head } = pairing;
  const { options } = reader;
  const rule = config === null ? void 0 : ruleFor(config, path) ?? ruleFor(config, pairing.basePath ?? path);
  const about = {
    path,
    ...pairing.basePath !== void 0 && { basePath: pairing.basePath },
    ...measurementOf(rule, options.given)
  };
  const wasModel = base !== null && isRegular(base);
  if (head !== null && !isRegular(head)) {
    if (!wasModel && isLeftAlone(reader, pairing)) return [];
    const link = problem("read/not-a-file", { path, revision: shortId(options.head), kind: kindOf(head) });
    const before2 = readSide(reader, path, wasModel ? base : null, options.base);
    const status2 = wasModel ? "changed" : "added";
    return [{ found: { ...about, status: status2, base: before2.source, head: null, unreadable: link }, aside: [] }];
  }
  if (pairing.status === "unchanged" && !everything) {
    return [{ found: { ...about, status: "unchanged", base: null, head: null }, aside: [] }];
  }
  if (head === null && !wasModel) return [];
  const status = head !== null && !wasModel ? "added" : pairing.status;
  const before = readSide(reader, pairing.basePath ?? path, wasModel ? base : null, options.base);
  const after = readSide(reader, path, head, options.head);
  const unreadable2 = after.problem ?? before.problem;
  return [
    {
      found: {
        ...about,
        status,
        base: before.source,
        head: after.source,
        ...unreadable2 !== void 0 && { unreadable: unreadable2 }
      },
      aside: after.problem !== void 0 && before.problem !== void 0 ? [before.problem] : []
    }
  ];
}
function readSide(reader, path, entry, revision) {
  if (entry === null || revision === null) return { source: null };
  const { repository, blobs, sizes } = reader;
  const { oid } = entry;
  const size = sizes.get(oid);
  const name = `${path}@${shortId(revision)}`;
  const missing = { path, revision: shortId(revision), oid };
  if (size === void 0) return { source: null, problem: problem("read/object-missing", missing, { file: path }) };
  const pointer = size < pointerLimit ? parsePointer(readBlob(repository, oid) ?? new Uint8Array()) : void 0;
  if (pointer === void 0) return { source: modelOnly(blobs.source(oid, size, name), path) };
  const local = localContent(repository.checkout, pointer);
  if ("path" in local) return { source: modelOnly(blobs.file(local.path, Number(pointer.size), name), path) };
  const facts = { path, revision: shortId(revision), size: pointer.size, reason: local.missing };
  return { source: null, problem: problem("read/lfs-content", facts, { file: path }) };
}
function modelOnly(source, path) {
  const slice = (from, to) => {
    const bytes = source.slice(from, to);
    if (from === 0 && looksLikeProfile(bytes.subarray(0, 512))) {
      fail("format/unrecognized", { reason: "it holds a saved profile, which counts nothing" }, { file: path });
    }
    return bytes;
  };
  return { name: source.name, size: source.size, slice };
}
function leftPatterns(pairings, { base, head }) {
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
    if (same !== void 0) return [problem("read/left-patterns", { from: path, to: same }, { file: same })];
    const alike = byName.get(nameOf(path));
    return alike === void 0 ? [] : [problem("read/may-have-left", { from: path, to: alike }, { file: alike })];
  });
}
function nameOf(path) {
  return posix.basename(path).toLowerCase();
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
function kindOf({ mode }) {
  return mode === "120000" ? "symbolic link" : mode === "160000" ? "submodule" : `file of mode ${mode}`;
}
function shortId({ sha }) {
  return sha.slice(0, 12);
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
  objectId,
  openRepository,
  closeRepository,
  findCheckout,
  parentsOf,
  listTree,
  fetchCommits,
  remoteCommit,
  localCommit,
  mergeBase,
  bringTrees,
  defaultConfigPath,
  planRepository,
  findRevisions,
  firstParent
};
