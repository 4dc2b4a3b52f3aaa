import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  looksLikeProfile,
  profileFromJson,
  profileText,
  profileToJson,
  profilesText
} from "./chunk-PGSQBSR7.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-RQUKS3I6.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";
export {
  looksLikeProfile,
  profileFromJson,
  profileText,
  profileToJson,
  profilesText
};
