import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  idlePatterns,
  isRegular,
  modelPatterns,
  obstacleOf,
  pairModels
} from "./chunk-JGYUVD2M.js";
import {
  measurementOf
} from "./chunk-P2E3R6EA.js";
import {
  ruleFor
} from "./chunk-RDOFRBKL.js";
import {
  fail,
  problem
} from "./chunk-FVXAVLKY.js";

// src/host/folders.ts
import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join, posix, resolve } from "node:path";
function planFolders(options) {
  const { base, head, config, pairs, models } = options;
  const covers = modelPatterns(models, config);
  const sides = { base: base && listFolder(base.path, covers), head: listFolder(head.path, covers) };
  const pairings = pairModels(sides.base, sides.head, covers);
  if (pairings.length === 0) return fail("read/empty-folders", { head: head.path });
  const everything = base === null || (config?.budgets.length ?? 0) > 0;
  const cases = pairings.map((pairing) => caseOf(pairing, sides, options, everything));
  return {
    question: {
      base: base?.label ?? null,
      head: head.label,
      config,
      problems: [...options.problems, ...idlePatterns(cases, config, options)],
      ...pairs !== void 0 && { pairs },
      ...models !== void 0 && { partial: true }
    },
    cases
  };
}
function caseOf(pairing, sides, { config, given }, everything) {
  const { path, basePath = path, status } = pairing;
  const rule = config === null ? void 0 : ruleFor(config, path) ?? ruleFor(config, basePath);
  const about = {
    path,
    ...pairing.basePath !== void 0 && { basePath },
    status,
    ...measurementOf(rule, given)
  };
  if (status === "unchanged" && !everything) return { ...about, base: null, head: null };
  const [, obstacle] = obstacleOf(pairing, sides.head)[0] ?? [];
  const [before, after] = [sides.base?.get(basePath), sides.head.get(obstacle?.path ?? path)];
  const odd = [before, after].find((found) => found !== void 0 && !isRegular(found));
  if (odd !== void 0) {
    const link = problem("read/special", { path: odd.file, what: "a symbolic link" }, { file: odd.file });
    return { ...about, ...obstacle && { status: "changed" }, base: null, head: null, unreadable: link };
  }
  return { ...about, base: contentOf(before, basePath), head: contentOf(after, path) };
}
function contentOf(found, path) {
  if (found === void 0) return null;
  const { file, oid, size } = found;
  return { kind: "file", id: `file:${oid}`, size, name: file, path, file, saved: true };
}
var mostFiles = 1e5;
var profileEnding = ".json";
function listFolder(folder, covers) {
  const found = /* @__PURE__ */ new Map();
  const open = [""];
  let seen = 0;
  for (let at = open.pop(); at !== void 0; at = open.pop()) {
    for (const entry of entriesOf(join(folder, at))) {
      if (++seen > mostFiles) fail("read/failed", { path: folder, reason: `it holds more than ${mostFiles} files` });
      const path = posix.join(at, entry.name);
      if (entry.isDirectory()) open.push(path);
      const name = [path, path.slice(0, -profileEnding.length)].find((one, i) => covers(one) && isNamed(path, i));
      const file = resolve(folder, path);
      if (name === void 0 ? !entry.isSymbolicLink() : name !== path && found.has(name)) continue;
      if (entry.isFile()) found.set(name ?? path, { mode: "100644", file, ...fingerprint(file) });
      else if (entry.isSymbolicLink()) found.set(name ?? path, { mode: "120000", file, oid: file, size: 0 });
    }
  }
  return found;
}
function isNamed(path, attempt) {
  return attempt === 0 || path.endsWith(profileEnding);
}
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1);
  } catch (error) {
    return fail("read/failed", { path: folder, reason: error instanceof Error ? error.message : String(error) });
  }
}
function fingerprint(path) {
  const file = openSync(path, "r");
  try {
    const hash = createHash("sha256");
    const chunk = Buffer.alloc(1 << 20);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
    return { oid: hash.digest("hex"), size: statSync(path).size };
  } finally {
    closeSync(file);
  }
}

export {
  planFolders
};
