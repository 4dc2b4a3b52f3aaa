import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import{parseConfig}from"./chunk-QPKSG2QP.js";import"./chunk-AURNF3OB.js";import"./chunk-OMZ7QDAK.js";import{ruleFor}from"./chunk-YJF3ICJJ.js";import"./chunk-FWOL2MV5.js";import"./chunk-EKMD5OXO.js";import"./chunk-6YRY3X7H.js";export{parseConfig,ruleFor};
