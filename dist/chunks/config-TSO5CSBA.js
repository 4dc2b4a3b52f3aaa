import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  parseConfig
} from "./chunk-ILKUEL42.js";
import "./chunk-KBBWEBBJ.js";
import "./chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunk-RNEWMOQT.js";
import "./chunk-6EXTH6GW.js";
import "./chunk-KRDCWZK4.js";
import "./chunk-FA6EQWUK.js";
export {
  parseConfig,
  ruleFor
};
