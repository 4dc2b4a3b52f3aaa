import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  parseConfig
} from "./chunks/chunk-ISMWVH42.js";
import "./chunks/chunk-4JABVXCO.js";
import "./chunks/chunk-DDJIOGBJ.js";
import {
  renderProfiles,
  renderReport
} from "./chunks/chunk-UKDI2EGC.js";
import {
  fileSource
} from "./chunks/chunk-QPPUUPUP.js";
import {
  compare,
  count,
  gate,
  infer,
  judge,
  profileModel,
  readModel,
  recognize
} from "./chunks/chunk-6UEKL3T5.js";
import {
  version
} from "./chunks/chunk-BMWBNYSS.js";
import {
  ruleFor
} from "./chunks/chunk-TP7L6OXD.js";
import "./chunks/chunk-MVENPSY3.js";
import {
  profileFromJson,
  profileToJson
} from "./chunks/chunk-3P66TIF5.js";
import {
  FlopgateError,
  bind,
  formatDim,
  formatShape,
  isKnown,
  isSymbolic,
  isUnknown,
  parseDim,
  symbol,
  unknown
} from "./chunks/chunk-EMWHE5SQ.js";
import "./chunks/chunk-FA6EQWUK.js";

// src/bytes/source.ts
function memorySource(name, bytes) {
  return { name, size: bytes.length, slice: (from, to) => bytes.subarray(from, to) };
}
export {
  FlopgateError,
  bind,
  compare,
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
