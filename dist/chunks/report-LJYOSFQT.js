import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
} from "./chunk-MUDGBDO7.js";
import "./chunk-MVENPSY3.js";
import "./chunk-CEYUAETJ.js";
import "./chunk-MGFCKS6Z.js";
import "./chunk-KGK7DBOS.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-FVXAVLKY.js";
import "./chunk-35NFR5MR.js";
import "./chunk-FA6EQWUK.js";
export {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
};
