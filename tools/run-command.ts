import { spawn } from 'node:child_process';

export interface CommandOptions {
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a command with its output on this terminal; resolves with its exit code (128 + n when a signal ended it). */
export function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    // Windows finds `npx.cmd` and the like only through its shell.
    const child = spawn(command, args, { stdio: 'inherit', env: options.env ?? process.env, shell: process.platform === 'win32' });
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code ?? (signal === null ? 1 : 128));
    });
  });
}
