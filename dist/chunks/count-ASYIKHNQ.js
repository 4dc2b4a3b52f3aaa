import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  optionsBy,
  runCount
} from "./chunk-ZHMWGHNN.js";
import "./chunk-LXN4TOOO.js";
import "./chunk-YLR6PMPM.js";
import "./chunk-QPPUUPUP.js";
import "./chunk-6UEKL3T5.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-TP7L6OXD.js";
import "./chunk-MVENPSY3.js";
import "./chunk-3P66TIF5.js";
import "./chunk-EMWHE5SQ.js";
import "./chunk-FA6EQWUK.js";
export {
  optionsBy,
  runCount
};
