import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  compare,
  gate,
  judge
} from "./chunks/chunk-W2L3MFHQ.js";
import {
  conventionNames
} from "./chunks/chunk-67LBHC2X.js";
import {
  conventionNamed
} from "./chunks/chunk-2PG6BFCZ.js";
import {
  parseConfig
} from "./chunks/chunk-YSL3TVL2.js";
import "./chunks/chunk-UYBB2FPU.js";
import "./chunks/chunk-DDJIOGBJ.js";
import {
  renderProfiles,
  renderReport
} from "./chunks/chunk-5ZNHUBII.js";
import "./chunks/chunk-LAOIP7I6.js";
import {
  fileSource
} from "./chunks/chunk-DQCY2ZQ4.js";
import "./chunks/chunk-YM6ZTHWV.js";
import {
  count,
  infer,
  profileModel,
  readModel,
  recognize
} from "./chunks/chunk-VBUK24IF.js";
import "./chunks/chunk-JBU5SONO.js";
import {
  ruleFor
} from "./chunks/chunk-VPPQIC23.js";
import "./chunks/chunk-MVENPSY3.js";
import {
  profileFromJson,
  profileToJson
} from "./chunks/chunk-3NMFZZOD.js";
import {
  version
} from "./chunks/chunk-BMWBNYSS.js";
import {
  FlopgateError,
  formatDim,
  formatShape,
  parseDim
} from "./chunks/chunk-GU25UPSH.js";
import {
  bind,
  isKnown,
  isSymbolic,
  isUnknown,
  symbol,
  unknown
} from "./chunks/chunk-OFMZQ43D.js";
import "./chunks/chunk-FA6EQWUK.js";

// src/bytes/source.ts
function memorySource(name, bytes) {
  return { name, size: bytes.length, slice: (from, to) => bytes.subarray(from, to) };
}
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
