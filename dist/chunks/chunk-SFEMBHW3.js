import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  blobSizes,
  fetchBlobs,
  fetchCommits,
  listTree,
  originOf,
  pairKin,
  pathText,
  readBlobs,
  whyMissing
} from "./chunk-OT4ONOMH.js";
import {
  BadPattern,
  pathPattern
} from "./chunk-V5LKN2LJ.js";
import {
  FlopgateError,
  fail,
  problem
} from "./chunk-3BSD2VQC.js";

// src/host/measure.ts
import { availableParallelism, totalmem } from "node:os";
import { Worker } from "node:worker_threads";
async function measureCases(cases, measuring) {
  return inThreads(cases, measuring, async (one, at, ask) => {
    if (one.base === null && one.head === null) {
      return one.known ?? notMeasured(one, one.elsewhere && problem("read/part-missing", { path: one.path }));
    }
    measuring.progress?.(one.path, at, cases.length);
    const outcome = await ask(one.path, { kind: "measure", one });
    const model = "model" in outcome ? outcome.model : notMeasured(one, "problem" in outcome ? outcome.problem : void 0);
    if (one.key !== void 0 && model.problem === void 0) measuring.results?.put(one.key, model);
    return model;
  });
}
async function lookAt(all, measuring) {
  return inThreads(all, measuring, async (look, _, ask) => {
    const outcome = await ask(look.content.path, { kind: "look", ...look });
    return "print" in outcome ? outcome.print ?? void 0 : void 0;
  });
}
async function inThreads(items, measuring, step) {
  const found = [];
  const limits = { ...usual(items.length), ...measuring.limits };
  let next = 0;
  const lane = async () => {
    let thread;
    const ask = async (path, request) => {
      thread ??= startThread(measuring, limits);
      const outcome = await thread.ask(path, request);
      if ("problem" in outcome) thread = void 0;
      return outcome;
    };
    try {
      for (let at = next++; at < items.length; at = next++) {
        const item = items[at];
        if (item === void 0) break;
        found[at] = await step(item, at, ask);
      }
    } finally {
      thread?.stop();
    }
  };
  await Promise.all(Array.from({ length: Math.min(limits.threads, items.length) }, lane));
  return found;
}
function usual(count) {
  const threads = Math.max(1, Math.min(availableParallelism(), count, 8));
  const share = Math.floor(totalmem() * 2 / 3 / threads / 2 ** 20);
  return { threads, mebibytes: Math.max(512, Math.min(share, 4096)), seconds: 120 };
}
function notMeasured({ path, basePath, pairedBy, status, unreadable }, why = unreadable) {
  return {
    path,
    ...basePath !== void 0 && { basePath },
    ...pairedBy !== void 0 && { pairedBy },
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
    else if (message.kind === "looked") end()?.resolve({ print: message.print });
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
    ask: (path, request) => new Promise((resolve, reject) => {
      task = { path, resolve, reject };
      left = seconds * 1e3;
      wind();
      send(request);
    })
  };
}
var refuseRange = async (id) => fail("read/git-failed", { task: `read ${id}`, reason: "it is not here" });
function workerFile() {
  const here = import.meta.url;
  if (here.endsWith(".ts")) return new URL("./worker.ts", here);
  return new URL(/\/chunks\/[^/]+$/.test(here) ? "../worker.js" : "./worker.js", here);
}

// src/host/covers.ts
var defaultPattern = "**/*.onnx";
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

// src/host/links.ts
var mostLinks = 16;
var mostParts = 256;
var longestLink = 4096;
function isLink({ mode }) {
  return mode === "120000";
}
function follow(tree, textOf, path) {
  let at = "";
  let links = 0;
  let parts = 0;
  const ahead = path.split("/").reverse();
  for (let name = ahead.pop(); name !== void 0; name = ahead.pop()) {
    if (++parts > mostParts) return { kind: "circle" };
    if (name === "" || name === ".") continue;
    if (name === "..") {
      if (at === "") return { kind: "outside", to: ".." };
      at = at.slice(0, Math.max(0, at.lastIndexOf("/")));
      continue;
    }
    const folder = at;
    at = folder === "" ? name : `${folder}/${name}`;
    const entry2 = tree.get(at);
    if (entry2?.mode === "160000") return { kind: "outside", to: `${at}@${entry2.oid}` };
    if (entry2 === void 0 || !isLink(entry2)) continue;
    if (++links > mostLinks) return { kind: "circle" };
    const text = textOf(entry2.oid) ?? "";
    if (text === "") return { kind: "unread", oid: entry2.oid };
    if (text.startsWith("/")) return { kind: "outside", to: text };
    at = folder;
    ahead.push(...text.split("/").reverse());
  }
  const entry = tree.get(at);
  return entry === void 0 ? { kind: "nowhere", path: at } : { kind: "file", path: at, entry };
}
function isSameWay(a, b) {
  if (a.kind === "file") {
    return b.kind === "file" && a.path === b.path && a.entry.oid === b.entry.oid && a.entry.mode === b.entry.mode;
  }
  if (a.kind === "nowhere") return b.kind === "nowhere" && a.path === b.path;
  if (a.kind === "outside") return b.kind === "outside" && a.to === b.to;
  return a.kind === "circle" && b.kind === "circle";
}
function wordsOf(way, place) {
  return way.kind === "outside" ? `symbolic link out of the ${place}` : way.kind === "circle" ? "symbolic link in a circle" : "symbolic link";
}
async function bringLinks(repository, trees, paths, revisions) {
  const texts = /* @__PURE__ */ new Map();
  const textOf = (oid) => texts.get(oid);
  for (let step = 0; step <= mostLinks; step++) {
    const ways = trees.flatMap((tree) => paths.map((path) => follow(tree, textOf, path)));
    const wanted = new Set(ways.flatMap((way) => way.kind === "unread" && !texts.has(way.oid) ? [way.oid] : []));
    if (wanted.size === 0) break;
    const sizes = await bringBlobs(repository, [...wanted], revisions);
    const short = [...wanted].filter((oid) => (sizes.get(oid) ?? longestLink + 1) <= longestLink);
    const found = readBlobs(repository, short);
    for (const oid of wanted) texts.set(oid, textOfLink(found.get(oid)));
  }
  return textOf;
}
function textOfLink(bytes) {
  return bytes === void 0 ? null : pathText(bytes);
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

// src/host/renames.ts
var mostLookedAt = 64;
async function pairRenames(pairings, groupOf, look) {
  const groups = groupsOf(pairings, groupOf);
  const wanted = groups.flatMap(({ gone, came }) => [...gone, ...came]);
  if (wanted.length === 0) return { pairings, problems: [] };
  if (wanted.length > mostLookedAt) {
    return { pairings, problems: [problem("read/renames-not-sought", { count: wanted.length, most: mostLookedAt })] };
  }
  const looked = await look(wanted);
  const prints = new Map(wanted.map((one, at) => [one, looked[at]]));
  const found = groups.map((group) => pairGroup(group, prints));
  const partners = new Map(found.flatMap(({ pairs }) => pairs.map(({ came, gone }) => [came, gone])));
  const taken = new Set(partners.values());
  return {
    pairings: pairings.flatMap((one) => {
      const gone = partners.get(one);
      if (gone === void 0) return taken.has(one) ? [] : [one];
      return [
        { ...one, basePath: gone.path, status: "renamed", base: gone.base, pairedBy: "structure" }
      ];
    }),
    problems: found.flatMap(({ problems }) => problems)
  };
}
function groupsOf(pairings, groupOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const pairing of pairings) {
    const { status, base, head } = pairing;
    const entry = status === "removed" ? base : status === "added" ? head : null;
    if (entry === null || !isRegular(entry)) continue;
    const key = groupOf(pairing);
    const group = groups.get(key) ?? { gone: [], came: [] };
    groups.set(key, group);
    (status === "removed" ? group.gone : group.came).push(pairing);
  }
  return [...groups.values()].filter(({ gone, came }) => gone.length > 0 && came.length > 0);
}
function pairGroup({ gone, came }, prints) {
  const seen = (all) => all.flatMap((one) => {
    const print = prints.get(one);
    return print === void 0 ? [] : [{ one, print }];
  });
  const [before, after] = [seen(gone), seen(came)];
  const { pairs, unclear } = pairKin(
    before.map(({ print }) => print),
    after.map(({ print }) => print)
  );
  return {
    pairs: pairs.flatMap(([i, j]) => {
      const [from, to] = [before[i], after[j]];
      return from === void 0 || to === void 0 ? [] : [{ gone: from.one, came: to.one }];
    }),
    problems: unclear.flatMap(({ came: j, gone: all }) => {
      const to = after[j]?.one.path ?? "";
      const from = all.map((i) => `\`${before[i]?.one.path ?? ""}\``).join(", ");
      return [problem("read/rename-unclear", { to, from }, { file: to })];
    })
  };
}

export {
  modelPatterns,
  idlePatterns,
  bringTrees,
  treeOf,
  bringBlobs,
  kindOf,
  missingBlob,
  shortId,
  isLink,
  follow,
  isSameWay,
  wordsOf,
  bringLinks,
  measureCases,
  lookAt,
  pairModels,
  isRegular,
  obstacleOf,
  pairRenames
};
