import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planFor,
  runCheck
} from "./chunk-G5RVL5IQ.js";
import "./chunk-U2KGS4FR.js";
import "./chunk-JGYUVD2M.js";
import "./chunk-MGL5UJ6T.js";
import "./chunk-S5KQRY4R.js";
import "./chunk-MKXG7DY4.js";
import "./chunk-UN4J5MHR.js";
import "./chunk-YLR6PMPM.js";
import "./chunk-JQVV3QJW.js";
import "./chunk-2WP36BLB.js";
import "./chunk-P2E3R6EA.js";
import "./chunk-HWUOSUHX.js";
import "./chunk-NYIDC6FT.js";
import "./chunk-ULS7UO6Z.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import "./chunk-RDOFRBKL.js";
import "./chunk-MUDGBDO7.js";
import "./chunk-MVENPSY3.js";
import "./chunk-CEYUAETJ.js";
import "./chunk-MGFCKS6Z.js";
import "./chunk-KGK7DBOS.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-FVXAVLKY.js";
import "./chunk-35NFR5MR.js";
import "./chunk-FA6EQWUK.js";
export {
  planFor,
  runCheck
};
