import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  optionsBy,
  runCount
} from "./chunk-HC2BG2FM.js";
import "./chunk-FR2BTLO7.js";
import "./chunk-YLR6PMPM.js";
import "./chunk-Z4NJLOUI.js";
import "./chunk-X2VXP7KA.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-QFI2Q7QW.js";
import "./chunk-MVENPSY3.js";
import "./chunk-75US4DK7.js";
import "./chunk-CWVZ73DZ.js";
import "./chunk-FA6EQWUK.js";
export {
  optionsBy,
  runCount
};
