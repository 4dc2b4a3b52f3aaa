import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  emit,
  wantsColor
} from "./chunk-DGCMSM2X.js";
import {
  describe
} from "./chunk-BTD5VNEB.js";
import {
  renderReport
} from "./chunk-7R6SHNQE.js";

// src/cli/publish.ts
async function publish(world, args, report) {
  emit(world, args, renderReport(report, args.format, { color: wantsColor(world, args) }));
  for (const problem of fatalProblems(report)) world.stderr.write(describe(problem));
  return exitStatus(report);
}
function exitStatus(report) {
  if (report.checks.some(({ result, level }) => result === "exceeded" && level === "error")) return 1;
  const blind = fatalProblems(report).length > 0 || report.models.some(({ status }) => status === "unreadable");
  return report.verdict === "fail" || blind ? 2 : 0;
}
function fatalProblems(report) {
  return [...report.problems, ...report.models.flatMap(({ problems }) => problems)].filter(
    ({ severity }) => severity === "fatal"
  );
}

export {
  publish
};
