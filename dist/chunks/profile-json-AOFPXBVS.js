import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  looksLikeProfile,
  profileFromJson,
  profileToJson
} from "./chunk-75US4DK7.js";
import "./chunk-CWVZ73DZ.js";
import "./chunk-FA6EQWUK.js";
export {
  looksLikeProfile,
  profileFromJson,
  profileToJson
};
