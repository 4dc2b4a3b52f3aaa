import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
} from "./chunk-UKDI2EGC.js";
import "./chunk-MVENPSY3.js";
import "./chunk-3P66TIF5.js";
import "./chunk-EMWHE5SQ.js";
import "./chunk-FA6EQWUK.js";
export {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
};
