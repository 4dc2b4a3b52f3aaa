import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
} from "./chunk-YCIW5C42.js";
import "./chunk-RHWYGJMU.js";
import "./chunk-BC5ZHDLY.js";
import "./chunk-MLK4SN7U.js";
import "./chunk-PGSQBSR7.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-ULP5QT45.js";
import "./chunk-RQUKS3I6.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";
export {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
};
