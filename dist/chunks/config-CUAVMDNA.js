import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  parseConfig
} from "./chunk-OQ2T4YAK.js";
import "./chunk-4JABVXCO.js";
import "./chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunk-QFI2Q7QW.js";
import "./chunk-CWVZ73DZ.js";
import "./chunk-FA6EQWUK.js";
export {
  parseConfig,
  ruleFor
};
