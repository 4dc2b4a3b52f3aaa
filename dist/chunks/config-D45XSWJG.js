import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  parseConfig
} from "./chunk-ISMWVH42.js";
import "./chunk-4JABVXCO.js";
import "./chunk-DDJIOGBJ.js";
import {
  ruleFor
} from "./chunk-TP7L6OXD.js";
import "./chunk-EMWHE5SQ.js";
import "./chunk-FA6EQWUK.js";
export {
  parseConfig,
  ruleFor
};
