#!/usr/bin/env node
import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  version
} from "./chunks/chunk-BMWBNYSS.js";
import "./chunks/chunk-FA6EQWUK.js";

// src/cli/entry.ts
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
var [first] = process.argv.slice(2);
if (first === "--version" || first === "-V") process.stdout.write(`${version}
`);
else {
  const { run } = await import("./chunks/main-2M2EBROJ.js");
  process.exitCode = await run({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr
  });
}
