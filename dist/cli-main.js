import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  commandNames,
  commands,
  isCommandName,
  isOptionName,
  options
} from "./chunks/chunk-N3M2R25E.js";
import {
  readShare
} from "./chunks/chunk-R2AFZ2L5.js";
import {
  describe
} from "./chunks/chunk-BTD5VNEB.js";
import {
  conventionNames,
  isConventionName
} from "./chunks/chunk-67LBHC2X.js";
import {
  suggestion
} from "./chunks/chunk-DDJIOGBJ.js";
import "./chunks/chunk-RHWYGJMU.js";
import {
  version
} from "./chunks/chunk-BMWBNYSS.js";
import {
  FlopgateError,
  fail,
  parseDim
} from "./chunks/chunk-3BSD2VQC.js";
import {
  isUnknown
} from "./chunks/chunk-XNNL2VAW.js";
import "./chunks/chunk-FA6EQWUK.js";

// src/cli/arguments.ts
import { parseArgs } from "node:util";
var formats = ["table", "markdown", "json", "csv", "html"];
var pairFormat = "model-explorer-map";
function parseArguments(argv) {
  const [first, ...rest] = argv;
  if (first === void 0 || first === "--help" || first === "-h") return { help: "general" };
  if (first === "--version" || first === "-V") return { version: true };
  if (first === "help") return { help: rest[0] === void 0 ? "general" : commandNamed(rest[0]) };
  const command = commandNamed(first);
  if (rest.includes("--help") || rest.includes("-h")) return { help: command };
  if (rest.includes("--version")) return { version: true };
  const given = tokenize(command, rest);
  checkOperands(command, given.operands);
  const { inputs, bind } = given;
  const text = (name) => {
    const value = given.values.get(name);
    return value === void 0 ? {} : { [name]: value };
  };
  return {
    command,
    operands: given.operands,
    inputs: readPairs(command, "input", inputs, shapeOf),
    bind: readPairs(command, "bind", bind, extentOf),
    scenarios: readScenarios(command, given.scenarios),
    format: formatNamed(command, given.values.get("format") ?? "table"),
    convention: conventionNamed(given.values.get("as") ?? "flopgate"),
    ...text("output"),
    ...text("config"),
    ...text("base"),
    ...text("head"),
    ...text("repo"),
    ...text("cache"),
    ...partOf(command, given.values),
    parts: partsOf(command, given.values.get("parts") ?? "8"),
    staged: stagedOf(command, given),
    pairs: given.switches.has("pairs"),
    force: given.switches.has("force"),
    noColor: given.switches.has("no-color")
  };
}
function commandNamed(name) {
  if (isCommandName(name)) return name;
  const known = commandNames.join(", ");
  return fail("usage/unknown-command", { command: name, suggestion: suggestion(name, commandNames), known });
}
function tokenize(command, args) {
  const allowed = commands[command].options;
  const config = Object.fromEntries(
    allowed.map((name) => [
      name,
      { type: options[name].value === void 0 ? "boolean" : "string" }
    ])
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true
  });
  const operands = [];
  const values = /* @__PURE__ */ new Map();
  const switches = /* @__PURE__ */ new Set();
  const repeated = { input: [], bind: [], scenario: [] };
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!isOptionName(name) || !allowed.includes(name)) unknownOption(command, rawName);
    if (options[name].value === void 0) {
      if (value !== void 0)
        fail("usage/bad-option", { command, option: rawName, reason: "it is a switch and takes no value" });
      switches.add(name);
    } else {
      if (value === void 0 || value === "" || token.inlineValue === false && value.startsWith("--"))
        fail("usage/bad-option", { command, option: rawName, reason: `it needs a value, ${options[name].value}` });
      if (name === "input" || name === "bind" || name === "scenario") repeated[name].push(value);
      else if (values.has(name)) fail("usage/bad-option", { command, option: rawName, reason: "it is given twice" });
      else values.set(name, value);
    }
  }
  return { operands, values, switches, inputs: repeated.input, bind: repeated.bind, scenarios: repeated.scenario };
}
function unknownOption(command, option) {
  const known = commands[command].options.map((name) => `--${name}`);
  fail("usage/unknown-option", { command, option, suggestion: suggestion(option, known), known: known.join(", ") });
}
function checkOperands(command, { length }) {
  const { least, most, operands, usage } = commands[command];
  if (length >= least && length <= most) return;
  const found = length === 0 ? "none was" : length === 1 ? "one was" : `${length} were`;
  fail("usage/operands", { command, expected: operands, found, usage });
}
function conventionNamed(name) {
  if (isConventionName(name)) return name;
  const similar = suggestion(name, conventionNames);
  return fail("usage/unknown-convention", {
    convention: name,
    suggestion: similar,
    available: conventionNames.join(", ")
  });
}
function formatNamed(command, name) {
  const known = formats.find((format) => format === name);
  if (known !== void 0) return known;
  if (name === pairFormat && command === "diff") return name;
  const reason = `\`${name}\` is not a format${suggestion(name, formats)}; the formats are ${formats.join(", ")}`;
  return fail("usage/bad-option", { command, option: "--format", reason });
}
function partOf(command, values) {
  const text = values.get("part");
  if (text === void 0) return {};
  const refuse = (reason) => fail("usage/bad-option", { command, option: "--part", reason });
  const part = readShare(text);
  if (part === void 0) return refuse(`\`${text}\` is not of the form 2/5`);
  return values.has("output") ? { part } : refuse("it needs --output, the file the part is written to");
}
function stagedOf(command, { switches, values }) {
  const staged = switches.has("staged");
  if (staged && values.has("head")) {
    fail("usage/bad-option", { command, option: "--staged", reason: "it is the head, so --head says nothing more" });
  }
  return staged;
}
function partsOf(command, text) {
  const parts = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (parts >= 1 && parts <= 256) return parts;
  const reason = `\`${text}\` is not a number from 1 to 256`;
  return fail("usage/bad-option", { command, option: "--parts", reason });
}
function readPairs(command, option, pairs, read) {
  const found = /* @__PURE__ */ new Map();
  for (const pair of pairs) {
    const cut = pair.lastIndexOf("=");
    const name = pair.slice(0, Math.max(cut, 0));
    const value = cut > 0 ? read(pair.slice(cut + 1)) : void 0;
    const wanted = option === "input" ? "NAME=1,3,224,224" : "SYMBOL=8";
    if (value === void 0)
      return fail("usage/bad-option", {
        command,
        option: `--${option}`,
        reason: `\`${pair}\` is not of the form ${wanted}`
      });
    if (found.has(name))
      return fail("usage/bad-option", { command, option: `--${option}`, reason: `\`${name}\` is given twice` });
    found.set(name, value);
  }
  return found;
}
function readScenarios(command, texts) {
  const names = /* @__PURE__ */ new Set();
  return texts.map((text) => {
    const refuse = (reason) => fail("usage/bad-option", { command, option: "--scenario", reason });
    const [, name, pairs] = /^([A-Za-z0-9][A-Za-z0-9 _.-]{0,39}):(.*)$/s.exec(text) ?? [];
    if (name === void 0 || pairs === void 0) return refuse(`\`${text}\` is not of the form NAME:SYMBOL=8,\u2026`);
    if (names.has(name)) return refuse(`\`${name}\` is given twice`);
    names.add(name);
    const bindings = pairs.split(",").filter((pair) => pair !== "");
    return { name, inputs: /* @__PURE__ */ new Map(), bind: readPairs(command, "scenario", bindings, extentOf) };
  });
}
function shapeOf(text) {
  if (text.trim() === "") return [];
  const extents = [];
  for (const part of text.split(",")) {
    const extent = parseDim(part.trim());
    if (extent === void 0 || isUnknown(extent) || typeof extent === "bigint" && !isExtent(extent))
      return void 0;
    extents.push(extent);
  }
  return extents;
}
function extentOf(text) {
  const extent = /^\d{1,19}$/.test(text.trim()) ? BigInt(text.trim()) : void 0;
  return extent !== void 0 && isExtent(extent) ? extent : void 0;
}
function isExtent(extent) {
  return extent >= 0n && extent < 1n << 63n;
}

// src/cli/main.ts
var runs = {
  count: async () => (await import("./chunks/count-PEMWJYVP.js")).runCount,
  diff: async () => (await import("./chunks/diff-G4H3V5SH.js")).runDiff,
  check: async () => (await import("./chunks/check-VDZZBK42.js")).runCheck,
  plan: async () => (await import("./chunks/parts-GFV4YAYA.js")).runPlan,
  report: async () => (await import("./chunks/parts-GFV4YAYA.js")).runReport,
  init: async () => (await import("./chunks/init-XCTPVBZ6.js")).runInit,
  render: async () => (await import("./chunks/render-3JN72VXP.js")).runRender,
  textconv: async () => (await import("./chunks/textconv-3UKAPZP7.js")).runTextconv
};
async function run(world) {
  try {
    const asked = parseArguments(world.args);
    if ("help" in asked) {
      const { commandHelp, generalHelp } = await import("./chunks/help-LUVEZE5J.js");
      world.stdout.write(asked.help === "general" ? generalHelp() : commandHelp(asked.help));
      return 0;
    }
    if ("version" in asked) {
      world.stdout.write(`${version}
`);
      return 0;
    }
    const command = await runs[asked.command]();
    return await command(world, asked);
  } catch (error) {
    if (error instanceof FlopgateError) {
      world.stderr.write(describe(error.problem));
      return 2;
    }
    world.stderr.write(bug(error));
    return 3;
  }
}
function bug(error) {
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  return `flopgate: this is a bug in Flopgate, not in your model.
Please report it with what you ran and, if you may share it, the model: https://github.com/flopgate/flopgate/issues

${stack}
`;
}
export {
  run
};
