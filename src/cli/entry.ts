#!/usr/bin/env node
/**
 * Where the process starts. Kept tiny: version and help are answered before anything else is loaded, and a closed pipe
 * (`flopgate count m.onnx | head`) is no error.
 */
import { version } from '../version.ts';

for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') process.stdout.write(`${version}\n`);
else {
  const { run } = await import('./main.ts');
  process.exitCode = await run({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
  });
}
