import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  repositoryPath
} from "./chunk-Z7QWGOE3.js";
import {
  conventionOf
} from "./chunk-JDSMJDH6.js";
import {
  emitPieces,
  progressOn,
  readConfig,
  wantsColor
} from "./chunk-DGCMSM2X.js";
import {
  describe
} from "./chunk-BTD5VNEB.js";
import {
  fileSource
} from "./chunk-BESSVZWP.js";
import {
  measurementOf
} from "./chunk-HMNQWSDJ.js";
import {
  measure,
  open
} from "./chunk-QT7MOWV5.js";
import "./chunk-NBNMH6FY.js";
import {
  ruleFor
} from "./chunk-V5LKN2LJ.js";
import "./chunk-RHWYGJMU.js";
import "./chunk-3TWQLETA.js";
import "./chunk-PTBSFD6O.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-ULP5QT45.js";
import {
  FlopgateError
} from "./chunk-3BSD2VQC.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";

// src/cli/count.ts
async function runCount(world, args) {
  const config = await readConfig(args.config);
  const measurement = measurementBy(world, args, config);
  const { convention } = await conventionOf(args);
  const profiles = [];
  let counted = 0;
  const progress = progressOn(world);
  for (const [i, path] of args.operands.entries()) {
    progress.show(`counting ${path} (${i + 1} of ${args.operands.length})`);
    try {
      profiles.push(...countFile(path, measurement(path), convention));
      counted++;
    } catch (error) {
      if (!(error instanceof FlopgateError)) throw error;
      progress.done();
      const { problem } = error;
      world.stderr.write(describe({ ...problem, at: { file: path, ...problem.at } }));
    }
  }
  progress.done();
  if (profiles.length > 0) emitPieces(world, args, await print(world, args, profiles));
  return counted === args.operands.length ? 0 : 2;
}
function countFile(path, { options, scenarios }, convention) {
  const source = fileSource(path);
  try {
    const side = open(source, path, { savedProfiles: true, convention });
    const { profile } = measure(side, path, options);
    return [profile, ...scenarios.map((one) => ({ ...measure(side, path, one.options).profile, scenario: one.name }))];
  } finally {
    source.close();
  }
}
function measurementBy(world, args, config) {
  return (path) => measurementOf(config === null ? void 0 : ruleFor(config, repositoryPath(world, path)), args, args.scenarios);
}
async function print(world, args, profiles) {
  if (args.format === "json") {
    const { profileText, profilesText } = await import("./profile-json-SOQQGNLN.js");
    const [first] = profiles;
    return args.operands.length === 1 && profiles.length === 1 && first !== void 0 ? profileText(first) : profilesText(profiles);
  }
  const { renderProfiles } = await import("./report-4XXBRZNN.js");
  return [renderProfiles(profiles, args.format, { color: wantsColor(world, args) })];
}
export {
  measurementBy,
  runCount
};
