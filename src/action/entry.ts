/** The process the runner starts. Whatever nobody expected fails the step: a gate that broke does not open. */
import { setOutput } from '@actions/core';
import { jobLog } from './log.ts';

// Until a verdict says otherwise: a process that ends early, for whatever reason, must not look like an open gate.
process.exitCode = 1;
try {
  // Imported here, so that what breaks while modules load (@actions/github reads the event file then) is told like any
  // other bug.
  const { run } = await import('./main.ts');
  process.exitCode = await run();
} catch (error) {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  jobLog.error(
    `This is a bug in Flopgate: please report it, with the lines below, where you found Flopgate's repository.\n${trace}`,
  );
  setOutput('verdict', 'fail');
}
