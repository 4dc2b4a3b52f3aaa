import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
} from "./chunk-4GDMFK77.js";
import "./chunk-MVENPSY3.js";
import "./chunk-O3HTUFIL.js";
import "./chunk-VZX3C2YJ.js";
import "./chunk-TQVSCTO4.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-6EXTH6GW.js";
import "./chunk-KRDCWZK4.js";
import "./chunk-FA6EQWUK.js";
export {
  formatNamed,
  formats,
  renderProfiles,
  renderReport,
  summaryLine
};
