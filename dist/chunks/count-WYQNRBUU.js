import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  repositoryPath
} from "./chunk-Z7QWGOE3.js";
import {
  conventionOf
} from "./chunk-5LA67VIZ.js";
import {
  emit,
  progressOn,
  readConfig,
  wantsColor
} from "./chunk-6MC643ES.js";
import {
  describe
} from "./chunk-YLR6PMPM.js";
import {
  fileSource
} from "./chunk-DQCY2ZQ4.js";
import {
  measurementOf
} from "./chunk-YM6ZTHWV.js";
import {
  count
} from "./chunk-VBUK24IF.js";
import "./chunk-JBU5SONO.js";
import {
  ruleFor
} from "./chunk-VPPQIC23.js";
import "./chunk-MVENPSY3.js";
import "./chunk-3NMFZZOD.js";
import "./chunk-BMWBNYSS.js";
import {
  FlopgateError
} from "./chunk-GU25UPSH.js";
import "./chunk-OFMZQ43D.js";
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
  if (profiles.length > 0) emit(world, args, await print(world, args, profiles));
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
    const { profileToJson } = await import("./profile-json-ZO54RSCL.js");
    const [first] = profiles;
    const single = args.operands.length === 1 && first !== void 0;
    return JSON.stringify(single ? profileToJson(first) : profiles.map(profileToJson), null, 1);
  }
  const { renderProfiles } = await import("./report-DPEJUG6J.js");
  return renderProfiles(profiles, args.format, { color: wantsColor(world, args) });
}
export {
  optionsBy,
  runCount
};
