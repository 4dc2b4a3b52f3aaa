import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  memorySource
} from "./chunks/chunk-4TBQ2BWZ.js";
import {
  fileSource
} from "./chunks/chunk-WCV7WMHJ.js";
import {
  conventionNames
} from "./chunks/chunk-67LBHC2X.js";
import {
  compare,
  gate,
  judge
} from "./chunks/chunk-LMQUHGNZ.js";
import "./chunks/chunk-HMNQWSDJ.js";
import {
  count,
  infer,
  profileModel,
  readModel,
  recognize
} from "./chunks/chunk-NLBRFJCZ.js";
import {
  conventionNamed
} from "./chunks/chunk-J4ZY64PB.js";
import "./chunks/chunk-NBNMH6FY.js";
import {
  parseConfig
} from "./chunks/chunk-NX6HSN3T.js";
import "./chunks/chunk-UYBB2FPU.js";
import "./chunks/chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunks/chunk-V5LKN2LJ.js";
import {
  renderProfiles,
  renderReport
} from "./chunks/chunk-YCIW5C42.js";
import "./chunks/chunk-RHWYGJMU.js";
import "./chunks/chunk-BC5ZHDLY.js";
import "./chunks/chunk-MLK4SN7U.js";
import {
  profileFromJson,
  profileToJson
} from "./chunks/chunk-PGSQBSR7.js";
import {
  version
} from "./chunks/chunk-BMWBNYSS.js";
import "./chunks/chunk-ULP5QT45.js";
import {
  FlopgateError,
  formatDim,
  formatShape,
  parseDim
} from "./chunks/chunk-RQUKS3I6.js";
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
