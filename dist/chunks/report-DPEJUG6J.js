import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
} from "./chunk-5ZNHUBII.js";
import "./chunk-LAOIP7I6.js";
import "./chunk-MVENPSY3.js";
import "./chunk-3NMFZZOD.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-GU25UPSH.js";
import "./chunk-OFMZQ43D.js";
import "./chunk-FA6EQWUK.js";
export {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
};
