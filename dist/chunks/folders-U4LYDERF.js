import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planFolders
} from "./chunk-T5RBDMSI.js";
import {
  measureCases
} from "./chunk-JGYUVD2M.js";
import {
  publish
} from "./chunk-MGL5UJ6T.js";
import {
  conventionOf
} from "./chunk-S5KQRY4R.js";
import {
  progressOn,
  readConfig
} from "./chunk-MKXG7DY4.js";
import "./chunk-UN4J5MHR.js";
import "./chunk-YLR6PMPM.js";
import "./chunk-JQVV3QJW.js";
import {
  decide
} from "./chunk-2WP36BLB.js";
import "./chunk-P2E3R6EA.js";
import "./chunk-HWUOSUHX.js";
import "./chunk-NYIDC6FT.js";
import "./chunk-ULS7UO6Z.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import "./chunk-RDOFRBKL.js";
import "./chunk-MUDGBDO7.js";
import "./chunk-MVENPSY3.js";
import "./chunk-CEYUAETJ.js";
import "./chunk-MGFCKS6Z.js";
import "./chunk-KGK7DBOS.js";
import "./chunk-BMWBNYSS.js";
import {
  fail
} from "./chunk-FVXAVLKY.js";
import "./chunk-35NFR5MR.js";
import "./chunk-FA6EQWUK.js";

// src/cli/folders.ts
import { tmpdir } from "node:os";
import { basename } from "node:path";
async function runFolders(world, args, folders) {
  const [base = "", head = ""] = args.operands;
  const [folder = ""] = folders;
  if (folders.length === 1) return fail("usage/folder-and-file", { folder, other: folder === base ? head : base });
  const { inputs, bind, pairs, convention } = args;
  const plan = planFolders({
    base: { path: base, label: { label: basename(base) } },
    head: { path: head, label: { label: basename(head) } },
    config: await readConfig(args.config),
    problems: [],
    given: { inputs, bind },
    pairs
  });
  const progress = progressOn(world);
  try {
    const models = await measureCases(plan.cases, {
      repository: { scratch: tmpdir() },
      convention,
      progress: (path, i, n) => progress.show(`measuring ${path} (${i + 1} of ${n})`)
    });
    progress.done();
    return await publish(world, args, decide({ ...plan.question, ...await conventionOf(args) }, models));
  } finally {
    progress.done();
  }
}
export {
  runFolders
};
