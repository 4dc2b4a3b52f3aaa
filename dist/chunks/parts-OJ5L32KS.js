import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planFor
} from "./chunk-G5RVL5IQ.js";
import "./chunk-U2KGS4FR.js";
import {
  measureCases,
  readParts
} from "./chunk-JGYUVD2M.js";
import {
  publish
} from "./chunk-MGL5UJ6T.js";
import {
  conventionOf
} from "./chunk-S5KQRY4R.js";
import {
  emit
} from "./chunk-MKXG7DY4.js";
import {
  matrixOf,
  noShare
} from "./chunk-UN4J5MHR.js";
import "./chunk-YLR6PMPM.js";
import "./chunk-JQVV3QJW.js";
import {
  decide
} from "./chunk-2WP36BLB.js";
import "./chunk-P2E3R6EA.js";
import "./chunk-HWUOSUHX.js";
import "./chunk-NYIDC6FT.js";
import "./chunk-ULS7UO6Z.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import "./chunk-RDOFRBKL.js";
import "./chunk-MUDGBDO7.js";
import "./chunk-MVENPSY3.js";
import "./chunk-CEYUAETJ.js";
import "./chunk-MGFCKS6Z.js";
import "./chunk-KGK7DBOS.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-FVXAVLKY.js";
import "./chunk-35NFR5MR.js";
import "./chunk-FA6EQWUK.js";

// src/cli/parts.ts
async function runPlan(world, args) {
  const plan = await planFor(world, args, { share: noShare });
  try {
    emit(world, args, matrixOf(plan.cases.filter(({ elsewhere }) => elsewhere).length, args.parts));
    return 0;
  } finally {
    plan.close();
  }
}
async function runReport(world, args) {
  const plan = await planFor(world, args, { results: readParts(args.operands), share: noShare });
  try {
    const models = await measureCases(plan.cases, { repository: plan.repository });
    return await publish(world, args, decide({ ...plan.question, ...await conventionOf(args) }, models));
  } finally {
    plan.close();
  }
}
export {
  runPlan,
  runReport
};
