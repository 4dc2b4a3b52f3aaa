import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planFolders
} from "./chunk-6EMKKDWO.js";
import {
  measureCases
} from "./chunk-7VH6VULE.js";
import {
  publish
} from "./chunk-IHUR45CZ.js";
import {
  conventionOf
} from "./chunk-JO6B3A5L.js";
import {
  progressOn,
  readConfig
} from "./chunk-HL5TFCR2.js";
import "./chunk-UN4J5MHR.js";
import "./chunk-YLR6PMPM.js";
import "./chunk-G3WLEF5L.js";
import {
  decide
} from "./chunk-YE3DKABC.js";
import "./chunk-467UGUWA.js";
import "./chunk-2AV4ONSF.js";
import "./chunk-7AGK67FO.js";
import "./chunk-ILKUEL42.js";
import "./chunk-KBBWEBBJ.js";
import "./chunk-DDJIOGBJ.js";
import "./chunk-RNEWMOQT.js";
import "./chunk-4GDMFK77.js";
import "./chunk-MVENPSY3.js";
import "./chunk-O3HTUFIL.js";
import "./chunk-VZX3C2YJ.js";
import "./chunk-TQVSCTO4.js";
import "./chunk-BMWBNYSS.js";
import {
  fail
} from "./chunk-6EXTH6GW.js";
import "./chunk-KRDCWZK4.js";
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
