import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  terminalText
} from "./chunk-RHWYGJMU.js";

// src/cli/describe.ts
function describe(problem) {
  const label = problem.severity === "fatal" ? "flopgate" : `flopgate: ${problem.severity}`;
  const place = problem.at === void 0 ? "" : placeText(problem.at);
  return `${label}: ${printable(problem.message)}
${place === "" ? "" : `  in ${printable(place)}
`}  ${printable(problem.help)}
`;
}
function placeText({ file, offset, line, column, key, node }) {
  const position = line === void 0 ? "" : column === void 0 ? `:${line}` : `:${line}:${column}`;
  const parts = [
    `${file ?? ""}${file === void 0 && line !== void 0 ? `line ${line}` : position}`,
    key ?? "",
    node === void 0 ? "" : `node ${node}`,
    offset === void 0 ? "" : `byte ${offset}`
  ];
  return parts.filter((part) => part !== "").join(", ");
}
function printable(text) {
  return terminalText(text, 2e3);
}

export {
  describe
};
