import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  looksLikeProfile,
  profileFromJson,
  profileToJson
} from "./chunk-3NMFZZOD.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-GU25UPSH.js";
import "./chunk-OFMZQ43D.js";
import "./chunk-FA6EQWUK.js";
export {
  looksLikeProfile,
  profileFromJson,
  profileToJson
};
