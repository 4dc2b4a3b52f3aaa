import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  repositoryPath
} from "./chunk-Z7QWGOE3.js";
import {
  publish
} from "./chunk-IHUR45CZ.js";
import {
  conventionOf
} from "./chunk-JO6B3A5L.js";
import {
  readConfig
} from "./chunk-HL5TFCR2.js";
import {
  describe
} from "./chunk-YLR6PMPM.js";
import {
  fileSource,
  isFolder
} from "./chunk-PTDLSYGZ.js";
import {
  gate
} from "./chunk-YE3DKABC.js";
import {
  measurementOf
} from "./chunk-467UGUWA.js";
import "./chunk-2AV4ONSF.js";
import "./chunk-7AGK67FO.js";
import {
  ruleFor
} from "./chunk-RNEWMOQT.js";
import "./chunk-4GDMFK77.js";
import "./chunk-MVENPSY3.js";
import "./chunk-O3HTUFIL.js";
import "./chunk-VZX3C2YJ.js";
import "./chunk-TQVSCTO4.js";
import "./chunk-BMWBNYSS.js";
import {
  fail,
  problem
} from "./chunk-6EXTH6GW.js";
import "./chunk-KRDCWZK4.js";
import "./chunk-FA6EQWUK.js";

// src/cli/diff.ts
import { basename } from "node:path";
async function runDiff(world, args) {
  if (args.format === "model-explorer-map") return (await import("./map-YYTWWHPF.js")).runMap(world, args);
  const [basePath = "", headPath = ""] = args.operands;
  const folders = [basePath, headPath].filter(isFolder);
  if (folders.length > 0) return (await import("./folders-QJ55B43Y.js")).runFolders(world, args, folders);
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
      const report = gate({
        base: { label: basename(basePath) },
        head: { label: basename(headPath) },
        config,
        pairs: args.pairs,
        savedProfiles: true,
        ...asked,
        cases: [{ path, basePath, status: "changed", base, head, ...measurement }],
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
