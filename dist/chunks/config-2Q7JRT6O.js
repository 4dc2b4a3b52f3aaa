import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  parseConfig
} from "./chunk-ULS7UO6Z.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunk-RDOFRBKL.js";
import "./chunk-FVXAVLKY.js";
import "./chunk-35NFR5MR.js";
import "./chunk-FA6EQWUK.js";
export {
  parseConfig,
  ruleFor
};
