#!/usr/bin/env node
import { mkdirSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join, resolve } from 'node:path';

// A request that hangs must not keep the process: whoever asks it to stop waits at most this long.
const STOP_LIMIT_MS = 10_000;

const args = process.argv.slice(2);

/** Keeps compiled code between starts, so that a server that died is back sooner. In the data folder, where nobody else writes: what lies there is run. */
function keepCompiledCode(): void {
  const dataDir = resolve(process.env['DATA_DIR'] || '.data');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    enableCompileCache(join(dataDir, 'compiled-code'));
  } catch {
    // The settings are told of what is wrong with the folder.
  }
}

const stopped = (): Promise<void> => new Promise((resolve) => {
  const stop = (): void => {
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    resolve();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});

if (args.length === 1 && args[0] === 'start') keepCompiledCode();
// Only now, so that its modules come from what was kept.
const { runCommandLine } = await import('../src/run-command-line.ts');
// Node writes at the end of a process, which a crash does not reach; and once requests are served, the second that it takes would be theirs.
flushCompileCache();

process.exitCode = await runCommandLine(args, {
  env: process.env,
  workingFolder: process.cwd(),
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
  stopped,
});
