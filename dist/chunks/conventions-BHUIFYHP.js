import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  conventionNamed,
  conventions
} from "./chunk-WVGEYJPV.js";
import "./chunk-NYIDC6FT.js";
import "./chunk-35NFR5MR.js";
import "./chunk-FA6EQWUK.js";
export {
  conventionNamed,
  conventions
};
