import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  jobLog,
  setOutput
} from "./chunks/chunk-GBA35UQ4.js";
import "./chunks/chunk-RHWYGJMU.js";
import "./chunks/chunk-FA6EQWUK.js";

// src/action/entry.ts
process.exitCode = 1;
try {
  const { run } = await import("./chunks/main-PO43OWR4.js");
  process.exitCode = await run();
} catch (error) {
  const trace = error instanceof Error ? error.stack ?? error.message : String(error);
  jobLog.error(
    `This is a bug in Flopgate: please report it, with the lines below, where you found Flopgate's repository.
${trace}`
  );
  setOutput("verdict", "fail");
}
