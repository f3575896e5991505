#!/usr/bin/env node
import process from 'node:process';
import { run } from './run.ts';

// a reader who leaves early (`peerscale … | head`) is told late, and must not end in a stack trace
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Cleans up at a signal, and then ends by that same signal, as the shell expects it. */
function onInterrupt(cleanUp: () => void): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    cleanUp();
    off();
    process.kill(process.pid, signal);
  };
  const off = (): void => {
    for (const signal of STOPS) process.off(signal, stop);
  };
  for (const signal of STOPS) process.on(signal, stop);
  return off;
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  cwd: process.cwd(),
  onInterrupt,
});
