import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  looksLikeProfile,
  profileFromJson,
  profileText,
  profileToJson,
  profilesText
} from "./chunk-KGK7DBOS.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-FVXAVLKY.js";
import "./chunk-35NFR5MR.js";
import "./chunk-FA6EQWUK.js";
export {
  looksLikeProfile,
  profileFromJson,
  profileText,
  profileToJson,
  profilesText
};
