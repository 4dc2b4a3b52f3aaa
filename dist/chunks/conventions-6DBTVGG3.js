import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  conventionNamed,
  conventions
} from "./chunk-P6EDLM5P.js";
import "./chunk-7AGK67FO.js";
import "./chunk-KRDCWZK4.js";
import "./chunk-FA6EQWUK.js";
export {
  conventionNamed,
  conventions
};
