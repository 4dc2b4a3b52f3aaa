import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import{jobLog,setOutput}from"./chunks/chunk-I2IZURY5.js";import"./chunks/chunk-LRGATBIV.js";import"./chunks/chunk-6YRY3X7H.js";process.exitCode=1;try{let{run}=await import("./chunks/main-CWB2SGTB.js");process.exitCode=await run()}catch(error){let trace=error instanceof Error?error.stack??error.message:String(error);jobLog.error(`This is a bug in Flopgate: please report it, with the lines below, where you found Flopgate's repository.
${trace}`),setOutput("verdict","fail")}
