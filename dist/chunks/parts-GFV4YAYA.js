import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planFor
} from "./chunk-DJZYD7SD.js";
import {
  readParts
} from "./chunk-D4PRDLHB.js";
import {
  measureCases
} from "./chunk-SFEMBHW3.js";
import {
  publish
} from "./chunk-GWJKGGIX.js";
import {
  conventionOf
} from "./chunk-JDSMJDH6.js";
import {
  emit
} from "./chunk-DGCMSM2X.js";
import {
  matrixOf,
  noShare
} from "./chunk-R2AFZ2L5.js";
import "./chunk-BTD5VNEB.js";
import "./chunk-SVRW3PMT.js";
import "./chunk-OT4ONOMH.js";
import {
  decide
} from "./chunk-GGDLLHHV.js";
import "./chunk-HMNQWSDJ.js";
import "./chunk-QT7MOWV5.js";
import "./chunk-NBNMH6FY.js";
import "./chunk-S7DBZIKV.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import "./chunk-V5LKN2LJ.js";
import "./chunk-7R6SHNQE.js";
import "./chunk-RHWYGJMU.js";
import "./chunk-2JN5FKMZ.js";
import "./chunk-3TWQLETA.js";
import "./chunk-PTBSFD6O.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-ULP5QT45.js";
import "./chunk-3BSD2VQC.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";

// src/cli/parts.ts
async function runPlan(world, args) {
  const plan = await planFor(world, args, { share: noShare });
  try {
    emit(world, args, matrixOf([plan.cases.filter(({ elsewhere }) => elsewhere).length], args.parts));
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
