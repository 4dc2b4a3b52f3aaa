import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  parseConfig
} from "./chunk-YSL3TVL2.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunk-VPPQIC23.js";
import "./chunk-GU25UPSH.js";
import "./chunk-OFMZQ43D.js";
import "./chunk-FA6EQWUK.js";
export {
  parseConfig,
  ruleFor
};
