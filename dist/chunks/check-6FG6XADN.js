import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planFor,
  runCheck
} from "./chunk-MVV7LEKJ.js";
import "./chunk-P7LIEYFZ.js";
import "./chunk-7VH6VULE.js";
import "./chunk-IHUR45CZ.js";
import "./chunk-JO6B3A5L.js";
import "./chunk-HL5TFCR2.js";
import "./chunk-UN4J5MHR.js";
import "./chunk-YLR6PMPM.js";
import "./chunk-G3WLEF5L.js";
import "./chunk-YE3DKABC.js";
import "./chunk-467UGUWA.js";
import "./chunk-2AV4ONSF.js";
import "./chunk-7AGK67FO.js";
import "./chunk-ILKUEL42.js";
import "./chunk-KBBWEBBJ.js";
import "./chunk-DDJIOGBJ.js";
import "./chunk-RNEWMOQT.js";
import "./chunk-4GDMFK77.js";
import "./chunk-MVENPSY3.js";
import "./chunk-O3HTUFIL.js";
import "./chunk-VZX3C2YJ.js";
import "./chunk-TQVSCTO4.js";
import "./chunk-BMWBNYSS.js";
import "./chunk-6EXTH6GW.js";
import "./chunk-KRDCWZK4.js";
import "./chunk-FA6EQWUK.js";
export {
  planFor,
  runCheck
};
