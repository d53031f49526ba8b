#!/usr/bin/env node
import { runCommandLine } from '../src/run-command-line.ts';

// A request that hangs must not keep the process: whoever asks it to stop waits at most this long.
const STOP_LIMIT_MS = 10_000;

const stopped = (): Promise<void> => new Promise((resolve) => {
  const stop = (): void => {
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    resolve();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  workingFolder: process.cwd(),
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
  stopped,
});
