import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
} from "./chunk-VZO5O5UE.js";
import "./chunk-MVENPSY3.js";
import "./chunk-I3KV3VPO.js";
import "./chunk-YXD72JZA.js";
import "./chunk-FA6EQWUK.js";
export {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
};
