import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  commandNames,
  commands,
  options
} from "./chunk-N3M2R25E.js";
import {
  version
} from "./chunk-BMWBNYSS.js";
import "./chunk-FA6EQWUK.js";

// src/cli/help.ts
function generalHelp() {
  const list = commandNames.map((name) => `  ${name.padEnd(10)}${commands[name].summary}`);
  return `flopgate ${version}: the cost of ONNX models (parameters, MACs, FLOPs, memory), per layer, and budgets on it

Usage: flopgate COMMAND [options]

${list.join("\n")}

Try:
  flopgate count model.onnx            what does this model cost?
  flopgate diff old.onnx new.onnx      what did the change cost, and which layers?
  flopgate check                       does this branch keep within its budgets?

Every command explains itself: flopgate COMMAND --help
Exit status: 0 the gate is open, 1 a budget is exceeded, 2 it could not judge, 3 a bug of ours.
`;
}
function commandHelp(name) {
  const command = commands[name];
  const forms = command.options.map((option) => [form(option), options[option].doc]);
  const width = Math.max(...forms.map(([left]) => left.length)) + 2;
  const examples = command.examples.map(({ run, does }) => `  ${run}
      ${does}`);
  return `flopgate ${name}: ${command.summary}

Usage: ${command.usage}

${command.about}

Options:
${forms.map(([left, doc]) => `  ${left.padEnd(width)}${doc}`).join("\n")}

Examples:
${examples.join("\n")}
`;
}
function form(name) {
  const { value } = options[name];
  return value === void 0 ? `--${name}` : `--${name} ${value}`;
}
export {
  commandHelp,
  generalHelp
};
