import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  looksLikeProfile,
  profileFromJson,
  profileText,
  profileToJson,
  profilesText
} from "./chunk-PTBSFD6O.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-3BSD2VQC.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";
export {
  looksLikeProfile,
  profileFromJson,
  profileText,
  profileToJson,
  profilesText
};
