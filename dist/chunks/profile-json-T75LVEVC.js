import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  looksLikeProfile,
  profileFromJson,
  profileToJson
} from "./chunk-3P66TIF5.js";
import "./chunk-EMWHE5SQ.js";
import "./chunk-FA6EQWUK.js";
export {
  looksLikeProfile,
  profileFromJson,
  profileToJson
};
