#!/usr/bin/env node

// src/cli/entry.ts
import { writeSync } from "node:fs";

// src/version.ts
var version = "0.1.0";

// src/cli/entry.ts
if (process.argv[2] === "--version" || process.argv[2] === "-V") writeSync(1, `${version}
`);
else {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error) => {
      if (error.code === "EPIPE") return;
      if (stream === process.stdout) process.stderr.write(`flopgate: the result cannot be written: ${error.message}
`);
      process.exit(2);
    });
  const { run } = await import("./cli-main.js");
  process.exitCode = await run({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr
  });
}
