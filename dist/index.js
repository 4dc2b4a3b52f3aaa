import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  memorySource
} from "./chunks/chunk-4TBQ2BWZ.js";
import {
  fileSource
} from "./chunks/chunk-BESSVZWP.js";
import {
  conventionNames
} from "./chunks/chunk-67LBHC2X.js";
import {
  compare,
  gate,
  judge
} from "./chunks/chunk-GGDLLHHV.js";
import "./chunks/chunk-HMNQWSDJ.js";
import {
  count,
  infer,
  profileModel,
  readModel,
  recognize
} from "./chunks/chunk-QT7MOWV5.js";
import {
  conventionNamed
} from "./chunks/chunk-J4ZY64PB.js";
import "./chunks/chunk-NBNMH6FY.js";
import {
  parseConfig
} from "./chunks/chunk-S7DBZIKV.js";
import "./chunks/chunk-UYBB2FPU.js";
import "./chunks/chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunks/chunk-V5LKN2LJ.js";
import {
  renderProfiles,
  renderReport
} from "./chunks/chunk-7R6SHNQE.js";
import "./chunks/chunk-RHWYGJMU.js";
import "./chunks/chunk-2JN5FKMZ.js";
import "./chunks/chunk-3TWQLETA.js";
import {
  profileFromJson,
  profileToJson
} from "./chunks/chunk-PTBSFD6O.js";
import {
  version
} from "./chunks/chunk-BMWBNYSS.js";
import "./chunks/chunk-ULP5QT45.js";
import {
  FlopgateError,
  formatDim,
  formatShape,
  parseDim
} from "./chunks/chunk-3BSD2VQC.js";
import {
  bind,
  isKnown,
  isSymbolic,
  isUnknown,
  symbol,
  unknown
} from "./chunks/chunk-XNNL2VAW.js";
import "./chunks/chunk-FA6EQWUK.js";
export {
  FlopgateError,
  bind,
  compare,
  conventionNamed,
  conventionNames,
  count,
  fileSource,
  formatDim,
  formatShape,
  gate,
  infer,
  isKnown,
  isSymbolic,
  isUnknown,
  judge,
  memorySource,
  parseConfig,
  parseDim,
  profileFromJson,
  profileModel,
  profileToJson,
  readModel,
  recognize,
  renderProfiles,
  renderReport,
  ruleFor,
  symbol,
  unknown,
  version
};
