import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const VUA = fileURLToPath(new URL('vua.ts', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'vua-bin-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly printed: string;
  readonly errors: string;
}

/** Runs the command; `atUrl` is called once it says where it serves, then it is asked to stop. */
function run(args: readonly string[], env: Record<string, string>, atUrl?: (url: string) => Promise<void>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [VUA, ...args], { env: { ...process.env, DATA_DIR: dataDir, PORT: '0', ...env } });
    let printed = '';
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (errors += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const url = /http:\/\/\S+/.exec(text)?.[0];
      if (url !== undefined) void atUrl?.(url).catch(reject).finally(() => child.kill('SIGTERM'));
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, printed, errors }));
  });
}

describe('vua', () => {
  it('explains itself', async () => {
    expect(await run(['--help'], {})).toMatchObject({ code: 0, printed: expect.stringContaining('vua start') as string, errors: '' });
  });

  it('refuses bad settings with exit code 2', async () => {
    expect(await run(['start'], { PORT: 'http' })).toMatchObject({ code: 2, printed: '', errors: expect.stringContaining('PORT') as string });
  });

  it('serves shop, SDK and API on one port, and ends when it is asked to', async () => {
    const found: Record<string, number> = {};
    const ended = await run(['start'], {}, async (url) => {
      for (const path of ['/', '/products/midi-dress', '/shop/shop.css', '/sdk/vua.js', '/v1/products/midi-dress/size-chart', '/readyz']) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a failure names its path
        found[path] = (await fetch(url + path)).status;
      }
    });
    expect(ended.code, ended.errors).toBe(0);
    expect(ended.printed).toMatch(/^Vừa is ready: (http:\/\/localhost:\d+)\nConsole: \1\/console#key=vua_sk_\w{16}_[\w-]{43}\n$/);
    expect(new Set(Object.values(found)), JSON.stringify(found)).toEqual(new Set([200]));
  });
});
