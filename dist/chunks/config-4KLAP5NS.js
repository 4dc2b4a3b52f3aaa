import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  parseConfig
} from "./chunk-ORNMDLCC.js";
import "./chunk-4JABVXCO.js";
import "./chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunk-ZOT35BFO.js";
import "./chunk-YXD72JZA.js";
import "./chunk-FA6EQWUK.js";
export {
  parseConfig,
  ruleFor
};
