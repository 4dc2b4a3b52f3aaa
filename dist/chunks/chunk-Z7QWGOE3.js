import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/cli/paths.ts
import { relative, resolve, sep } from "node:path";
function repositoryPath({ cwd }, path) {
  return relative(cwd, resolve(cwd, path)).split(sep).join("/");
}

export {
  repositoryPath
};
