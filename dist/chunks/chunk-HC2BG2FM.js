import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  emit,
  progressOn,
  readConfig,
  wantsColor
} from "./chunk-FR2BTLO7.js";
import {
  describe
} from "./chunk-YLR6PMPM.js";
import {
  fileSource
} from "./chunk-Z4NJLOUI.js";
import {
  count
} from "./chunk-X2VXP7KA.js";
import {
  ruleFor
} from "./chunk-QFI2Q7QW.js";
import {
  FlopgateError
} from "./chunk-CWVZ73DZ.js";

// src/cli/paths.ts
import { relative, resolve, sep } from "node:path";
function repositoryPath({ cwd }, path) {
  return relative(cwd, resolve(cwd, path)).split(sep).join("/");
}

// src/cli/count.ts
async function runCount(world, args) {
  const config = await readConfig(args.config);
  const options = optionsBy(world, args, config);
  const profiles = [];
  const progress = progressOn(world);
  for (const [i, path] of args.operands.entries()) {
    progress.show(`counting ${path} (${i + 1} of ${args.operands.length})`);
    try {
      profiles.push(countFile(path, options(path)));
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
function countFile(path, options) {
  const source = fileSource(path);
  try {
    return count(source, path, options).profile;
  } finally {
    source.close();
  }
}
function optionsBy(world, args, config) {
  if (config === null) return () => args;
  return (path) => {
    const rule = ruleFor(config, repositoryPath(world, path));
    return {
      inputs: new Map([...rule?.inputs ?? [], ...args.inputs]),
      bind: new Map([...rule?.bind ?? [], ...args.bind])
    };
  };
}
async function print(world, args, profiles) {
  if (args.format === "json") {
    const { profileToJson } = await import("./profile-json-AOFPXBVS.js");
    const [first] = profiles;
    const single = args.operands.length === 1 && first !== void 0;
    return JSON.stringify(single ? profileToJson(first) : profiles.map(profileToJson), null, 1);
  }
  const { renderProfiles } = await import("./report-EQDXKLBM.js");
  return renderProfiles(profiles, args.format, { color: wantsColor(world, args) });
}

export {
  repositoryPath,
  runCount,
  optionsBy
};
