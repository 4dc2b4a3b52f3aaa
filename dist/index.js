import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fileSource
} from "./chunks/chunk-PTDLSYGZ.js";
import {
  conventionNames
} from "./chunks/chunk-67LBHC2X.js";
import {
  compare,
  gate,
  judge
} from "./chunks/chunk-YE3DKABC.js";
import "./chunks/chunk-467UGUWA.js";
import {
  count,
  infer,
  profileModel,
  readModel,
  recognize
} from "./chunks/chunk-2AV4ONSF.js";
import {
  conventionNamed
} from "./chunks/chunk-P6EDLM5P.js";
import "./chunks/chunk-7AGK67FO.js";
import {
  parseConfig
} from "./chunks/chunk-ILKUEL42.js";
import "./chunks/chunk-KBBWEBBJ.js";
import "./chunks/chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunks/chunk-RNEWMOQT.js";
import {
  renderProfiles,
  renderReport
} from "./chunks/chunk-4GDMFK77.js";
import "./chunks/chunk-MVENPSY3.js";
import "./chunks/chunk-O3HTUFIL.js";
import "./chunks/chunk-VZX3C2YJ.js";
import {
  profileFromJson,
  profileToJson
} from "./chunks/chunk-TQVSCTO4.js";
import {
  version
} from "./chunks/chunk-BMWBNYSS.js";
import {
  FlopgateError,
  formatDim,
  formatShape,
  parseDim
} from "./chunks/chunk-6EXTH6GW.js";
import {
  bind,
  isKnown,
  isSymbolic,
  isUnknown,
  symbol,
  unknown
} from "./chunks/chunk-KRDCWZK4.js";
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
