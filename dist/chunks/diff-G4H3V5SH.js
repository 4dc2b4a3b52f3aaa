import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  repositoryPath
} from "./chunk-Z7QWGOE3.js";
import {
  publish
} from "./chunk-GWJKGGIX.js";
import {
  conventionOf
} from "./chunk-JDSMJDH6.js";
import {
  readConfig
} from "./chunk-DGCMSM2X.js";
import {
  describe
} from "./chunk-BTD5VNEB.js";
import {
  sameBytes
} from "./chunk-4TBQ2BWZ.js";
import {
  fileSource,
  isFolder
} from "./chunk-BESSVZWP.js";
import {
  gate
} from "./chunk-GGDLLHHV.js";
import {
  measurementOf
} from "./chunk-HMNQWSDJ.js";
import "./chunk-QT7MOWV5.js";
import "./chunk-NBNMH6FY.js";
import {
  ruleFor
} from "./chunk-V5LKN2LJ.js";
import "./chunk-7R6SHNQE.js";
import "./chunk-RHWYGJMU.js";
import "./chunk-2JN5FKMZ.js";
import "./chunk-3TWQLETA.js";
import "./chunk-PTBSFD6O.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-ULP5QT45.js";
import {
  fail,
  problem
} from "./chunk-3BSD2VQC.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";

// src/cli/diff.ts
import { basename } from "node:path";
async function runDiff(world, args) {
  if (args.format === "model-explorer-map") return (await import("./map-VZ67WP7H.js")).runMap(world, args);
  const [basePath = "", headPath = ""] = args.operands;
  const folders = [basePath, headPath].filter(isFolder);
  if (folders.length > 0) return (await import("./folders-RJRGIA5M.js")).runFolders(world, args, folders);
  const whole = await readConfig(args.config);
  const path = whole === null ? headPath : repositoryPath(world, headPath);
  const { config, problems } = whole === null ? { config: null, problems: [] } : narrowed(whole, path, args.scenarios);
  const [rule] = config?.models ?? [];
  const measurement = measurementOf(rule, args, rule?.scenarios ?? args.scenarios);
  const asked = await conventionOf(args);
  const base = fileSource(basePath);
  try {
    const head = fileSource(headPath);
    try {
      const isSame = basePath === headPath || sameBytes(base, head);
      const report = gate({
        base: { label: basename(basePath) },
        head: { label: basename(headPath) },
        config,
        pairs: args.pairs,
        savedProfiles: true,
        ...asked,
        cases: [{ path, basePath, status: isSame ? "unchanged" : "changed", base, head, ...measurement }],
        problems
      });
      const status = await publish(world, args, report);
      return sawBase(world, report) || status === 1 ? status : 2;
    } finally {
      head.close();
    }
  } finally {
    base.close();
  }
}
function sawBase({ stderr }, report) {
  const blind = report.models.find(({ base, status }) => base === null && status !== "unreadable");
  const [why] = blind?.problems ?? [];
  if (why !== void 0) stderr.write(describe(why));
  return blind === void 0;
}
function narrowed(config, path, scenarios) {
  const rule = ruleFor(config, path);
  if (rule === void 0) return fail("usage/no-rule", { config: config.file, path });
  const count = config.budgets.length;
  const left = count === 0 ? [] : [problem("usage/repository-budgets", { config: config.file, count })];
  const here = scenarios.length === 0 ? rule : { ...rule, scenarios };
  return { config: { ...config, models: [here], budgets: [] }, problems: left };
}
export {
  runDiff
};
