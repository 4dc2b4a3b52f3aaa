import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  parseConfig
} from "./chunk-NX6HSN3T.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunk-V5LKN2LJ.js";
import "./chunk-ULP5QT45.js";
import "./chunk-RQUKS3I6.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";
export {
  parseConfig,
  ruleFor
};
