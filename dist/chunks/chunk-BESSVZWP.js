import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fail
} from "./chunk-3BSD2VQC.js";

// src/host/files.ts
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
var blockBytes = 4096;
function fileSource(path) {
  const file = open(path);
  const { size } = checkRegular(path, file);
  let blockStart = 0;
  let block = new Uint8Array(0);
  return {
    name: path,
    size,
    slice(from, to) {
      if (to - from > blockBytes) return read(path, file, from, to);
      if (from < blockStart || to > blockStart + block.length) {
        blockStart = from;
        block = read(path, file, from, Math.max(to, Math.min(size, from + blockBytes)));
      }
      return block.subarray(from - blockStart, to - blockStart);
    },
    close: () => closeSync(file)
  };
}
function open(path) {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return cannotRead(path, error);
  }
}
function checkRegular(path, file) {
  const stats = fstatSync(file);
  if (stats.isFile()) return stats;
  closeSync(file);
  const what = stats.isDirectory() ? "a folder" : stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device";
  return fail("read/special", { path, what }, { file: path });
}
function read(path, file, from, to) {
  const bytes = new Uint8Array(Math.max(to - from, 0));
  let got = 0;
  try {
    while (got < bytes.length) {
      const count = readSync(file, bytes, got, bytes.length - got, from + got);
      if (count === 0) break;
      got += count;
    }
  } catch (error) {
    cannotRead(path, error);
  }
  if (got < bytes.length) fail("read/changed", { path }, { file: path, offset: from + got });
  return bytes;
}
var missing = /* @__PURE__ */ new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG"]);
var forbidden = /* @__PURE__ */ new Set(["EACCES", "EPERM"]);
function cannotRead(path, error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const at = { file: path };
  if (missing.has(code)) return fail("read/missing", { what: `\`${path}\`` }, at, { cause: error });
  if (forbidden.has(code)) return fail("read/permission", { path }, at, { cause: error });
  return fail("read/failed", { path, reason: error instanceof Error ? error.message : String(error) }, at, {
    cause: error
  });
}
function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

export {
  fileSource,
  isFolder
};
