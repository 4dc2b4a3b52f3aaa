import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
} from "./chunk-7R6SHNQE.js";
import "./chunk-RHWYGJMU.js";
import "./chunk-2JN5FKMZ.js";
import "./chunk-3TWQLETA.js";
import "./chunk-PTBSFD6O.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-ULP5QT45.js";
import "./chunk-3BSD2VQC.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";
export {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
};
