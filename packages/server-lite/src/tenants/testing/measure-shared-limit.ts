import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('limited-server.ts', import.meta.url));
const LANES = 4;

export interface SharedLimitMeasurement {
  /** Requests that were let in by all processes together. */
  readonly accepted: number;
  /** Answers 429. */
  readonly limited: number;
  /** Answers 429 whose Retry-After was no whole number of seconds. */
  readonly withoutRetryAfter: number;
  readonly elapsedMs: number;
}

/** Lets `processes` servers share the limits of a PostgreSQL database, and asks all of them with one key as fast as they answer. */
export async function measureSharedLimit(options: { databaseUrl: string; processes: number; durationMs: number; env: Readonly<Record<string, string>>; headersOf: (index: number) => Record<string, string> }): Promise<SharedLimitMeasurement> {
  const children = Array.from({ length: options.processes }, () => spawn(process.execPath, [SERVER], { env: { ...process.env, ...options.env, DATABASE_URL: options.databaseUrl }, stdio: ['pipe', 'pipe', 'inherit'] }));
  try {
    const urls = await Promise.all(children.map(firstLine));
    return await askAll(urls, options.durationMs, options.headersOf);
  } finally {
    await Promise.all(children.map((child) => new Promise((resolve) => {
      child.once('close', resolve);
      child.stdin.end();
    })));
  }
}

async function askAll(urls: readonly string[], durationMs: number, headersOf: (index: number) => Record<string, string>): Promise<SharedLimitMeasurement> {
  const agent = new Agent({ keepAlive: true });
  const counts = { accepted: 0, limited: 0, withoutRetryAfter: 0 };
  const startMs = performance.now();
  let asked = 0;
  const askOn = async (url: string): Promise<void> => {
    while (performance.now() - startMs < durationMs) {
      const { status, retryAfter } = await askOnce(`${url}/events`, headersOf(asked++), agent);
      if (status === 200) counts.accepted += 1;
      else if (status === 429) counts.limited += 1;
      else throw new Error(`answer ${status}`);
      if (status === 429 && !/^[1-9]\d*$/.test(retryAfter ?? '')) counts.withoutRetryAfter += 1;
    }
  };
  await Promise.all(urls.flatMap((url) => Array.from({ length: LANES }, () => askOn(url))));
  agent.destroy();
  return { ...counts, elapsedMs: performance.now() - startMs };
}

function askOnce(url: string, headers: Record<string, string>, agent: Agent): Promise<{ status: number | undefined; retryAfter: string | undefined }> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      response.resume().once('end', () => resolve({ status: response.statusCode, retryAfter: response.headers['retry-after'] }));
    }).once('error', reject);
  });
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('close', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '');
    });
  });
}
