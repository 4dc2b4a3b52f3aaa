import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  follow,
  idlePatterns,
  isLink,
  isRegular,
  lookAt,
  modelPatterns,
  obstacleOf,
  pairModels,
  pairRenames,
  wordsOf
} from "./chunk-SFEMBHW3.js";
import {
  measurementOf
} from "./chunk-HMNQWSDJ.js";
import {
  ruleFor
} from "./chunk-V5LKN2LJ.js";
import {
  fail,
  problem
} from "./chunk-3BSD2VQC.js";

// src/host/folders.ts
import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readlinkSync, readSync, statSync } from "node:fs";
import { join, posix, resolve } from "node:path";
async function planFolders(options) {
  const { base, head, config, pairs, models, repository } = options;
  const covers = modelPatterns(models, config);
  const sides = { base: base && listFolder(base.path, covers), head: listFolder(head.path, covers) };
  const byPath = pairModels(sides.base, sides.head, covers);
  const groupOf = (one) => {
    const stands = obstacleOf(one, sides.head).length > 0;
    return stands ? one : config && ruleFor(config, one.path);
  };
  const { pairings, problems } = await pairRenames(
    byPath,
    groupOf,
    (wanted) => lookAt(
      wanted.flatMap((one) => looksAt(one, sides)),
      { repository }
    )
  );
  if (pairings.length === 0) return fail("read/empty-folders", { head: head.path });
  const everything = options.everything === true || base === null || (config?.budgets.length ?? 0) > 0;
  const ways = waysIn(sides.head);
  const cases = pairings.flatMap((pairing) => caseOf(pairing, { ...sides, ways }, options, everything));
  return {
    question: {
      base: base?.label ?? null,
      head: head.label,
      config,
      problems: [...options.problems, ...problems, ...idlePatterns(cases, config, options)],
      ...pairs !== void 0 && { pairs },
      ...models !== void 0 && { partial: true }
    },
    cases
  };
}
function looksAt({ path, base }, sides) {
  const content = contentOf((base === null ? sides.head : sides.base)?.get(path), path);
  return content === null ? [] : [{ content, withWeights: true }];
}
function waysIn(listing) {
  const tree = new Map([...listing.values()].map((found) => [found.at, found]));
  const texts = new Map([...listing.values()].flatMap(({ oid, text }) => text === void 0 ? [] : [[oid, text]]));
  return (at) => {
    const way = follow(tree, (oid) => texts.get(oid), at);
    return { way, isModel: way.kind === "file" && isRegular(way.entry) };
  };
}
function caseOf(pairing, { base, head, ways }, { config, given }, everything) {
  const { path, basePath = path } = pairing;
  const rule = config === null ? void 0 : ruleFor(config, path) ?? ruleFor(config, basePath);
  const about = {
    path,
    ...pairing.basePath !== void 0 && { basePath },
    ...pairing.pairedBy !== void 0 && { pairedBy: pairing.pairedBy },
    ...measurementOf(rule, given)
  };
  const was = base?.get(basePath);
  const before = was !== void 0 && isRegular(was) ? was : void 0;
  const own = head.get(path);
  const [, obstacle] = obstacleOf(pairing, head)[0] ?? [];
  const after = own ?? (obstacle && head.get(obstacle.path));
  const found = { ...about, status: before === void 0 && own !== void 0 ? "added" : pairing.status };
  if (after !== void 0 && isLink(after)) {
    const { way, isModel } = ways(own === void 0 ? before?.at ?? path : own.at);
    if (isModel && own !== void 0 && before === void 0) return [];
    if (!isModel || own !== void 0) {
      const what = { path: after.file, what: `a ${wordsOf(way, "folder")}` };
      const link = problem("read/special", what, { file: after.file });
      const status = before === void 0 ? "added" : "changed";
      return [{ ...about, status, base: null, head: null, unreadable: link }];
    }
  }
  if (before === void 0 && own === void 0) return [];
  if (found.status === "unchanged" && !everything) return [{ ...found, base: null, head: null }];
  return [{ ...found, base: contentOf(before, basePath), head: contentOf(own, path) }];
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
      if (entry.isFile()) found.set(name ?? path, { mode: "100644", at: path, file, ...fingerprint(file) });
      else if (entry.isSymbolicLink()) {
        found.set(name ?? path, { mode: "120000", at: path, file, oid: file, size: 0, text: readlinkSync(file) });
      }
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
  const file = opened(path);
  try {
    const hash = createHash("sha256");
    const chunk = Buffer.alloc(1 << 20);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
    return { oid: hash.digest("hex"), size: statSync(path).size };
  } finally {
    closeSync(file);
  }
}
function opened(path) {
  try {
    return openSync(path, "r");
  } catch (error) {
    const reason = path.includes("\uFFFD") ? "its name is no UTF-8" : error instanceof Error ? error.message : String(error);
    return fail("read/failed", { path, reason }, { file: path });
  }
}

export {
  planFolders
};
