import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  memorySource
} from "./chunks/chunk-4TBQ2BWZ.js";
import {
  fileSource
} from "./chunks/chunk-ITIVSEOT.js";
import {
  conventionNames
} from "./chunks/chunk-67LBHC2X.js";
import {
  compare,
  gate,
  judge
} from "./chunks/chunk-2WP36BLB.js";
import "./chunks/chunk-P2E3R6EA.js";
import {
  count,
  infer,
  profileModel,
  readModel,
  recognize
} from "./chunks/chunk-HWUOSUHX.js";
import {
  conventionNamed
} from "./chunks/chunk-WVGEYJPV.js";
import "./chunks/chunk-NYIDC6FT.js";
import {
  parseConfig
} from "./chunks/chunk-ULS7UO6Z.js";
import "./chunks/chunk-UYBB2FPU.js";
import "./chunks/chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunks/chunk-RDOFRBKL.js";
import {
  renderProfiles,
  renderReport
} from "./chunks/chunk-MUDGBDO7.js";
import "./chunks/chunk-MVENPSY3.js";
import "./chunks/chunk-CEYUAETJ.js";
import "./chunks/chunk-MGFCKS6Z.js";
import {
  profileFromJson,
  profileToJson
} from "./chunks/chunk-KGK7DBOS.js";
import {
  version
} from "./chunks/chunk-BMWBNYSS.js";
import {
  FlopgateError,
  formatDim,
  formatShape,
  parseDim
} from "./chunks/chunk-FVXAVLKY.js";
import {
  bind,
  isKnown,
  isSymbolic,
  isUnknown,
  symbol,
  unknown
} from "./chunks/chunk-35NFR5MR.js";
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
