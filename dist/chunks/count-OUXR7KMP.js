import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  optionsBy,
  runCount
} from "./chunk-P3MLEVOJ.js";
import "./chunk-LMRFBO5M.js";
import "./chunk-YLR6PMPM.js";
import "./chunk-U4SY5ZFK.js";
import "./chunk-BDIE2TB6.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-ZOT35BFO.js";
import "./chunk-MVENPSY3.js";
import "./chunk-I3KV3VPO.js";
import "./chunk-YXD72JZA.js";
import "./chunk-FA6EQWUK.js";
export {
  optionsBy,
  runCount
};
