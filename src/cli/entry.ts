#!/usr/bin/env node
/**
 * Where the process starts. Kept tiny: the version is answered before anything else is loaded, streams included, and a
 * closed pipe (`flopgate count m.onnx | head`) is no error.
 */
import { writeSync } from 'node:fs';
import { version } from '../version.ts';

if (process.argv[2] === '--version' || process.argv[2] === '-V') writeSync(1, `${version}\n`);
else {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      // Thrown, it would end with 1, which says that a budget is exceeded.
      if (stream === process.stdout) process.stderr.write(`flopgate: the result cannot be written: ${error.message}\n`);
      process.exit(2);
    });
  const { run } = await import('./main.ts');
  process.exitCode = await run({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
  });
}
