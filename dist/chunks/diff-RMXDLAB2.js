import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  publish
} from "./chunk-NYF7ED3O.js";
import "./chunk-ASQK3TNC.js";
import {
  optionsBy,
  repositoryPath
} from "./chunk-HC2BG2FM.js";
import {
  readConfig
} from "./chunk-FR2BTLO7.js";
import "./chunk-YLR6PMPM.js";
import {
  fileSource
} from "./chunk-Z4NJLOUI.js";
import {
  gate
} from "./chunk-X2VXP7KA.js";
import "./chunk-BMWBNYSS.js";
import {
  ruleFor
} from "./chunk-QFI2Q7QW.js";
import "./chunk-MVENPSY3.js";
import "./chunk-75US4DK7.js";
import {
  fail,
  problem
} from "./chunk-CWVZ73DZ.js";
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
