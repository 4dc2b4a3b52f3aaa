import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  repositoryPath
} from "./chunk-Z7QWGOE3.js";
import {
  conventionOf
} from "./chunk-S5KQRY4R.js";
import {
  emitPieces,
  progressOn,
  readConfig,
  wantsColor
} from "./chunk-MKXG7DY4.js";
import {
  describe
} from "./chunk-YLR6PMPM.js";
import {
  fileSource
} from "./chunk-ITIVSEOT.js";
import {
  measurementOf
} from "./chunk-P2E3R6EA.js";
import {
  count
} from "./chunk-HWUOSUHX.js";
import "./chunk-NYIDC6FT.js";
import {
  ruleFor
} from "./chunk-RDOFRBKL.js";
import "./chunk-MVENPSY3.js";
import "./chunk-MGFCKS6Z.js";
import "./chunk-KGK7DBOS.js";
import "./chunk-BMWBNYSS.js";
import {
  FlopgateError
} from "./chunk-FVXAVLKY.js";
import "./chunk-35NFR5MR.js";
import "./chunk-FA6EQWUK.js";

// src/cli/count.ts
async function runCount(world, args) {
  const config = await readConfig(args.config);
  const options = optionsBy(world, args, config);
  const { convention } = await conventionOf(args);
  const profiles = [];
  const progress = progressOn(world);
  for (const [i, path] of args.operands.entries()) {
    progress.show(`counting ${path} (${i + 1} of ${args.operands.length})`);
    try {
      profiles.push(countFile(path, options(path), convention));
    } catch (error) {
      if (!(error instanceof FlopgateError)) throw error;
      progress.done();
      const { problem } = error;
      world.stderr.write(describe({ ...problem, at: { file: path, ...problem.at } }));
    }
  }
  progress.done();
  if (profiles.length > 0) emitPieces(world, args, await print(world, args, profiles));
  return profiles.length === args.operands.length ? 0 : 2;
}
function countFile(path, options, convention) {
  const source = fileSource(path);
  try {
    return count(source, path, options, convention).profile;
  } finally {
    source.close();
  }
}
function optionsBy(world, args, config) {
  if (config === null) return () => args;
  return (path) => {
    return measurementOf(ruleFor(config, repositoryPath(world, path)), args).options;
  };
}
async function print(world, args, profiles) {
  if (args.format === "json") {
    const { profileText, profilesText } = await import("./profile-json-UAO4PFHO.js");
    const [first] = profiles;
    return args.operands.length === 1 && first !== void 0 ? profileText(first) : profilesText(profiles);
  }
  const { renderProfiles } = await import("./report-LJYOSFQT.js");
  return [renderProfiles(profiles, args.format, { color: wantsColor(world, args) })];
}
export {
  optionsBy,
  runCount
};
