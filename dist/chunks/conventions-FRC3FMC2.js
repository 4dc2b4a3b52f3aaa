import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import{conventionNamed,conventions}from"./chunk-ZJJWCXBE.js";import"./chunk-VWOCODXN.js";import"./chunk-EKMD5OXO.js";import"./chunk-6YRY3X7H.js";export{conventionNamed,conventions};
