import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planFolders
} from "./chunk-W4IV64AI.js";
import {
  measureCases
} from "./chunk-SFEMBHW3.js";
import {
  publish
} from "./chunk-GWJKGGIX.js";
import {
  conventionOf
} from "./chunk-JDSMJDH6.js";
import {
  progressOn,
  readConfig
} from "./chunk-DGCMSM2X.js";
import "./chunk-BTD5VNEB.js";
import "./chunk-OT4ONOMH.js";
import {
  decide
} from "./chunk-GGDLLHHV.js";
import "./chunk-HMNQWSDJ.js";
import "./chunk-QT7MOWV5.js";
import "./chunk-NBNMH6FY.js";
import "./chunk-V5LKN2LJ.js";
import "./chunk-7R6SHNQE.js";
import "./chunk-RHWYGJMU.js";
import "./chunk-2JN5FKMZ.js";
import "./chunk-3TWQLETA.js";
import "./chunk-PTBSFD6O.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-ULP5QT45.js";
import {
  fail
} from "./chunk-3BSD2VQC.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";

// src/cli/folders.ts
import { tmpdir } from "node:os";
import { basename } from "node:path";
async function runFolders(world, args, folders) {
  const [base = "", head = ""] = args.operands;
  const [folder = ""] = folders;
  if (folders.length === 1) return fail("usage/folder-and-file", { folder, other: folder === base ? head : base });
  const { inputs, bind, pairs, convention } = args;
  const repository = { scratch: tmpdir() };
  const plan = await planFolders({
    repository,
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
      repository,
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
