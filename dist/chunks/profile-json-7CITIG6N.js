import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import{looksLikeProfile,profileFromJson,profileToJson}from"./chunk-JU4FJHDE.js";import"./chunk-MBB5CX2V.js";import"./chunk-FWOL2MV5.js";import"./chunk-EKMD5OXO.js";import"./chunk-6YRY3X7H.js";export{looksLikeProfile,profileFromJson,profileToJson};
