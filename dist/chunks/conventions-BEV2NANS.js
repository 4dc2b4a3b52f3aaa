import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  conventionNamed,
  conventions
} from "./chunk-J4ZY64PB.js";
import "./chunk-NBNMH6FY.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";
export {
  conventionNamed,
  conventions
};
