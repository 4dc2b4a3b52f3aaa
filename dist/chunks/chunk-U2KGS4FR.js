import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  localCommit,
  mergeBase,
  parentsOf,
  symbolicRef
} from "./chunk-JQVV3QJW.js";
import {
  fail,
  problem
} from "./chunk-FVXAVLKY.js";

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
  findRevisions,
  firstParent,
  namedRevision
};
