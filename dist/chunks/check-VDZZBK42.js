import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planFor,
  runCheck
} from "./chunk-DJZYD7SD.js";
import "./chunk-D4PRDLHB.js";
import "./chunk-SFEMBHW3.js";
import "./chunk-GWJKGGIX.js";
import "./chunk-JDSMJDH6.js";
import "./chunk-DGCMSM2X.js";
import "./chunk-R2AFZ2L5.js";
import "./chunk-BTD5VNEB.js";
import "./chunk-SVRW3PMT.js";
import "./chunk-OT4ONOMH.js";
import "./chunk-GGDLLHHV.js";
import "./chunk-HMNQWSDJ.js";
import "./chunk-QT7MOWV5.js";
import "./chunk-NBNMH6FY.js";
import "./chunk-S7DBZIKV.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import "./chunk-V5LKN2LJ.js";
import "./chunk-7R6SHNQE.js";
import "./chunk-RHWYGJMU.js";
import "./chunk-2JN5FKMZ.js";
import "./chunk-3TWQLETA.js";
import "./chunk-PTBSFD6O.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-ULP5QT45.js";
import "./chunk-3BSD2VQC.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";
export {
  planFor,
  runCheck
};
