import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
} from "./chunk-ASQK3TNC.js";
import "./chunk-MVENPSY3.js";
import "./chunk-75US4DK7.js";
import "./chunk-CWVZ73DZ.js";
import "./chunk-FA6EQWUK.js";
export {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
};
