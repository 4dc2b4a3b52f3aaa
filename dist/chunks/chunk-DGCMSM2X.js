import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fail
} from "./chunk-3BSD2VQC.js";

// src/cli/files.ts
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
var maxBytes = 512 * 1024 * 1024;
function readText(path) {
  try {
    const { size } = statSync(path);
    if (size > maxBytes) fail("read/failed", { path, reason: `it has ${size} bytes, more than any text of ours` });
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return fail("read/missing", { what: path });
    if (codeOf(error) !== void 0) return fail("read/failed", { path, reason: reasonOf(error) });
    throw error;
  }
}
function writeText(path, text, replace = true) {
  try {
    writeFileSync(path, text, { flag: replace ? "w" : "wx" });
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    fail("write/failed", { path, reason: reasonOf(error) });
  }
}
function writeWhole(path, bytes) {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    fail("write/failed", { path, reason: reasonOf(error) });
  }
}
function makeFolderOf(path) {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    fail("write/failed", { path: dirname(path), reason: reasonOf(error) });
  }
}
function emit(world, { output }, text) {
  const whole = text.endsWith("\n") ? text : `${text}
`;
  if (output === void 0 || output === "-") world.stdout.write(whole);
  else writeText(output, whole);
}
function emitPieces(world, { output }, pieces) {
  if (output === void 0 || output === "-") {
    for (const piece of terminated(pieces)) world.stdout.write(piece);
    return;
  }
  try {
    const file = openSync(output, "w");
    try {
      for (const piece of terminated(pieces)) writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (codeOf(error) === void 0) throw error;
    fail("write/failed", { path: output, reason: reasonOf(error) });
  }
}
function* terminated(pieces) {
  let last = "";
  for (const piece of pieces) {
    yield piece;
    if (piece !== "") last = piece;
  }
  if (!last.endsWith("\n")) yield "\n";
}
function wantsColor({ env, stdout }, args) {
  const declined = args.noColor || (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  return !declined && stdout.isTTY === true && args.format === "table" && args.output === void 0;
}
async function readConfig(path) {
  if (path === void 0) return null;
  const { parseConfig } = await import("./config-7FQ2R4QG.js");
  return parseConfig(readText(path), path);
}
function progressOn({ stderr }) {
  if (stderr.isTTY !== true) return { show: () => {
  }, done: () => {
  } };
  return {
    show: (text) => stderr.write(`\r\x1B[K${text.replace(/[^\x20-\x7e]/g, "?").slice(0, 78)}`),
    done: () => stderr.write("\r\x1B[K")
  };
}
function codeOf(error) {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
}
var reasons = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
  ENOENT: "its folder does not exist",
  EEXIST: "it exists already",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only"
};
function reasonOf(error) {
  const code = codeOf(error) ?? "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

export {
  readText,
  writeText,
  writeWhole,
  makeFolderOf,
  emit,
  emitPieces,
  wantsColor,
  readConfig,
  progressOn
};
