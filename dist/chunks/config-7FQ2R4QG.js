import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  parseConfig
} from "./chunk-S7DBZIKV.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunk-V5LKN2LJ.js";
import "./chunk-ULP5QT45.js";
import "./chunk-3BSD2VQC.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";
export {
  parseConfig,
  ruleFor
};
