import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planFor,
  runCheck
} from "./chunk-PDIWHQ77.js";
import "./chunk-4HXYETE2.js";
import "./chunk-43IX4JDA.js";
import "./chunk-CD3YVN6X.js";
import "./chunk-JDSMJDH6.js";
import "./chunk-ZI66VNX3.js";
import "./chunk-R2AFZ2L5.js";
import "./chunk-BTD5VNEB.js";
import "./chunk-SVRW3PMT.js";
import "./chunk-5UZQDGDG.js";
import "./chunk-LMQUHGNZ.js";
import "./chunk-HMNQWSDJ.js";
import "./chunk-NLBRFJCZ.js";
import "./chunk-NBNMH6FY.js";
import "./chunk-NX6HSN3T.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import "./chunk-V5LKN2LJ.js";
import "./chunk-YCIW5C42.js";
import "./chunk-RHWYGJMU.js";
import "./chunk-BC5ZHDLY.js";
import "./chunk-MLK4SN7U.js";
import "./chunk-PGSQBSR7.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-ULP5QT45.js";
import "./chunk-RQUKS3I6.js";
import "./chunk-XNNL2VAW.js";
import "./chunk-FA6EQWUK.js";
export {
  planFor,
  runCheck
};
