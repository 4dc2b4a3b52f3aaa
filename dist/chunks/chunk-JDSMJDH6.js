import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/cli/conventions.ts
async function conventionOf({
  convention
}) {
  if (convention === "flopgate") return {};
  const { conventionNamed } = await import("./conventions-BEV2NANS.js");
  const found = conventionNamed(convention);
  return found === void 0 ? {} : { convention: found };
}

export {
  conventionOf
};
