#!/usr/bin/env node
import process from 'node:process';
import { run } from './run.ts';

// a reader who leaves early (`peerscale … | head`) is told late, and must not end in a stack trace
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  cwd: process.cwd(),
});
