import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  parseConfig
} from "./chunks/chunk-OQ2T4YAK.js";
import "./chunks/chunk-4JABVXCO.js";
import "./chunks/chunk-DDJIOGBJ.js";
import {
  renderProfiles,
  renderReport
} from "./chunks/chunk-ASQK3TNC.js";
import {
  fileSource
} from "./chunks/chunk-Z4NJLOUI.js";
import {
  compare,
  count,
  gate,
  infer,
  judge,
  profileModel,
  readModel,
  recognize
} from "./chunks/chunk-X2VXP7KA.js";
import {
  version
} from "./chunks/chunk-BMWBNYSS.js";
import {
  ruleFor
} from "./chunks/chunk-QFI2Q7QW.js";
import "./chunks/chunk-MVENPSY3.js";
import {
  profileFromJson,
  profileToJson
} from "./chunks/chunk-75US4DK7.js";
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
} from "./chunks/chunk-CWVZ73DZ.js";
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
