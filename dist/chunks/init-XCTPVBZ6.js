import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  makeFolderOf,
  writeText
} from "./chunk-DGCMSM2X.js";
import {
  fileSource
} from "./chunk-BESSVZWP.js";
import {
  count
} from "./chunk-QT7MOWV5.js";
import "./chunk-NBNMH6FY.js";
import "./chunk-3TWQLETA.js";
import "./chunk-PTBSFD6O.js";
import {
  version
} from "./chunk-BMWBNYSS.js";
import {
  FlopgateError,
  fail
} from "./chunk-3BSD2VQC.js";
import {
  isKnown,
  isUnknown,
  symbolsOf
} from "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";

// src/cli/init.ts
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
var configPath = ".github/flopgate.yml";
var workflowPath = ".github/workflows/flopgate.yml";
var maxEntries = 20;
var maxFolders = 2e4;
var skipped = /* @__PURE__ */ new Set(["node_modules", "build", "dist", "venv", "__pycache__"]);
async function runInit(world, args) {
  const root = args.repo ?? world.cwd;
  const there = [configPath, workflowPath].filter((path) => existsSync(join(root, path)));
  if (there.length > 0 && !args.force) fail("usage/exists", { files: there.join(" and ") });
  const models = findModels(root);
  for (const [path, text] of [
    [configPath, configText(root, models)],
    [workflowPath, workflowText()]
  ]) {
    makeFolderOf(join(root, path));
    writeText(join(root, path), text);
    world.stdout.write(`wrote ${path}
`);
  }
  const found = models.length === 0 ? "no .onnx file was found here" : `${models.length} .onnx found`;
  world.stdout.write(`
${found}. Edit the budgets, commit both files; \`flopgate check\` judges a branch by them.
`);
  return 0;
}
function findModels(root) {
  const found = [];
  const folders = [""];
  for (let i = 0; i < folders.length && i < maxFolders; i++) {
    const folder = folders[i] ?? "";
    for (const entry2 of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry2.name : `${folder}/${entry2.name}`;
      if (entry2.isDirectory() && !entry2.name.startsWith(".") && !skipped.has(entry2.name)) folders.push(path);
      if (entry2.isFile() && entry2.name.endsWith(".onnx")) found.push(path);
    }
  }
  return found.sort();
}
function configText(root, models) {
  const listed = models.length > 0 && models.length <= maxEntries;
  const entries = listed ? models.map((path) => entry(escapeGlob(path), measure(root, path))) : [entry("**/*.onnx", null)];
  return `# Budgets for the cost of models. Every key and unit: docs/budgets.md of Flopgate.
# On a pull request the copy at the base commit counts.
version: 1
models:
${entries.join("")}`;
}
function entry(pattern, profile) {
  const symbols = profile === null ? [] : [...new Set(profile.inputs.flatMap(({ shape }) => shapeSymbols(shape)))];
  const bind = symbols.length === 0 ? "" : `    bind: { ${symbols.map((s) => `${JSON.stringify(s)}: 1`).join(", ")} }
`;
  return `  - path: ${JSON.stringify(pattern)}
${bind}    budgets:
      macs: { growth: 2 % }${comment(profile, "macs")}
      parameters: { growth: 2 % }${comment(profile, "parameters")}
      peakBytes: { growth: 5 %, level: warn }${comment(profile, "peakBytes")}
`;
}
function comment(profile, metric) {
  const now = profile?.totals[metric];
  return now === void 0 || !isKnown(now) ? "" : ` # now ${now}; an absolute limit is { max: ${now} }`;
}
function shapeSymbols(shape) {
  return isUnknown(shape) ? [] : shape.flatMap((extent) => symbolsOf(extent));
}
function measure(root, path) {
  const source = fileSource(join(root, path));
  try {
    return count(source, path, { inputs: /* @__PURE__ */ new Map(), bind: /* @__PURE__ */ new Map() }).profile;
  } catch (error) {
    if (error instanceof FlopgateError) return null;
    throw error;
  } finally {
    source.close();
  }
}
function escapeGlob(path) {
  return path.replace(/[\\*?[\]{}()!+@]/g, "\\$&");
}
function workflowText() {
  return `name: flopgate
on: pull_request
permissions:
  contents: read
  pull-requests: write # for the comment; without it the report is in the job summary
concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  flopgate:
    runs-on: ubuntu-latest
    steps:
      - uses: flopgate/flopgate@v${version} # or a commit id
`;
}
export {
  findModels,
  runInit
};
