import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  looksLikeProfile,
  profileFromJson,
  profileText,
  profileToJson,
  profilesText
} from "./chunk-TQVSCTO4.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-6EXTH6GW.js";
import "./chunk-KRDCWZK4.js";
import "./chunk-FA6EQWUK.js";
export {
  looksLikeProfile,
  profileFromJson,
  profileText,
  profileToJson,
  profilesText
};
