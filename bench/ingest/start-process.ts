import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { REPOSITORY_ROOT } from '../../tools/repository-root.ts';

export interface RunningProcess {
  readonly pid: number;
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
  /** Ends it without a word, as a crash or a power cut would. */
  kill(): Promise<void>;
}

const END_LIMIT_MS = 15_000;
/** As docs/operations.md advises. */
const NODE_FLAGS = ['--max-semi-space-size=16'];

/** Starts `vua start` as a shop's machine does, on a fresh data folder. Rate limits are off: all load comes from one address. */
export async function startVua(env: Readonly<Record<string, string>> = {}): Promise<RunningProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vua-bench-'));
  const child = spawn(process.execPath, [...NODE_FLAGS, join(REPOSITORY_ROOT, 'packages/server-lite/bin/vua.ts'), 'start'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, RATE_LIMIT_TENANT: 'off', RATE_LIMIT_ADDRESS: 'off', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => { said = `${said}${text.toString()}`.slice(-2000); });
  const url = await new Promise<URL>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const found = /https?:\/\/\S+/.exec(line)?.[0];
      if (found !== undefined) resolve(new URL(found));
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code ?? 'a signal'}: ${said}`)));
  });
  return {
    pid: child.pid ?? 0, host: url.hostname, port: Number(url.port),
    ...endings(child, () => rmSync(dataDir, { recursive: true, force: true })),
  };
}

/** The least that can answer. */
export async function startHello(): Promise<RunningProcess> {
  const child = fork(new URL('hello-server.ts', import.meta.url));
  const port = await new Promise<number>((resolve) => { child.once('message', (message) => resolve(Number(message))); });
  return { pid: child.pid ?? 0, host: '127.0.0.1', port, ...endings(child) };
}

export function endings(child: ChildProcess, tidy: () => void = () => undefined): Pick<RunningProcess, 'stop' | 'kill'> {
  return { stop: () => end(child, 'SIGTERM').then(tidy), kill: () => end(child, 'SIGKILL').then(tidy) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  child.kill(signal);
  const limit = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
  await ended;
  clearTimeout(limit);
}
