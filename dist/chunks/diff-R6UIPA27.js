import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  publish
} from "./chunk-RUVMEJI6.js";
import "./chunk-VZO5O5UE.js";
import {
  optionsBy,
  repositoryPath
} from "./chunk-P3MLEVOJ.js";
import {
  readConfig
} from "./chunk-LMRFBO5M.js";
import "./chunk-YLR6PMPM.js";
import {
  fileSource
} from "./chunk-U4SY5ZFK.js";
import {
  gate
} from "./chunk-BDIE2TB6.js";
import "./chunk-BMWBNYSS.js";
import {
  ruleFor
} from "./chunk-ZOT35BFO.js";
import "./chunk-MVENPSY3.js";
import "./chunk-I3KV3VPO.js";
import {
  fail,
  problem
} from "./chunk-YXD72JZA.js";
import "./chunk-FA6EQWUK.js";

// src/cli/diff.ts
import { basename } from "node:path";
async function runDiff(world, args) {
  const [basePath = "", headPath = ""] = args.operands;
  const whole = await readConfig(args.config);
  const path = whole === null ? headPath : repositoryPath(world, headPath);
  const { config, problems } = whole === null ? { config: null, problems: [] } : narrowed(whole, path);
  const options = optionsBy(world, args, whole)(headPath);
  const base = fileSource(basePath);
  try {
    const head = fileSource(headPath);
    try {
      const report = gate({
        base: { label: basename(basePath) },
        head: { label: basename(headPath) },
        config,
        pairs: args.pairs,
        savedProfiles: true,
        cases: [{ path, basePath, status: "changed", base, head, options }],
        problems
      });
      return await publish(world, args, report);
    } finally {
      head.close();
    }
  } finally {
    base.close();
  }
}
function narrowed(config, path) {
  const rule = ruleFor(config, path);
  if (rule === void 0) return fail("usage/no-rule", { config: config.file, path });
  const count = config.budgets.length;
  const left = count === 0 ? [] : [problem("usage/repository-budgets", { config: config.file, count })];
  return { config: { ...config, models: [rule], budgets: [] }, problems: left };
}
export {
  runDiff
};
