import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  conventionNamed,
  conventions
} from "./chunk-2PG6BFCZ.js";
import "./chunk-JBU5SONO.js";
import "./chunk-OFMZQ43D.js";
import "./chunk-FA6EQWUK.js";
export {
  conventionNamed,
  conventions
};
