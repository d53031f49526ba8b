import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Settings } from './read-settings.ts';
import { runCommandLine } from './run-command-line.ts';
import { startServer } from './start-server.ts';
import { sampleCatalog } from './testing/sample-catalog.ts';

const root = mkdtempSync(join(tmpdir(), 'vua-command-'));
mkdirSync(join(root, 'sdk'));
writeFileSync(join(root, 'catalog.json'), JSON.stringify(sampleCatalog()));
const folders = { sdk: join(root, 'sdk'), shop: [join(root, 'shop')], catalogFile: join(root, 'catalog.json') };
mkdirSync(join(root, 'shop'));

const SETTINGS: Settings = {
  port: 0, host: '127.0.0.1', dataDir: join(root, 'data'), databaseUrl: undefined, natsUrl: undefined, publicOrigin: undefined, trustProxy: false, oidc: undefined,
  limits: { tenant: undefined, address: undefined }, metricsToken: undefined, otlpEndpoint: undefined, otelServiceName: 'vua-server-lite', alertWebhookUrl: undefined, eventMonths: 24, retrainMinutes: 30, retrainEvents: 20_000, trendTokenKey: undefined, trendOrigins: [], trendImageOrigins: [], demoEventsFile: undefined, demoModelFolder: undefined,
};

afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly errors: string;
}

async function run(args: readonly string[], env: Record<string, string> = {}, whileRunning: (url: string) => Promise<void> = async () => undefined): Promise<Outcome> {
  let printed = '';
  let errors = '';
  const code = await runCommandLine(args, {
    env: { DATA_DIR: join(root, 'data'), PORT: '0', ...env },
    workingFolder: root,
    print: (text) => void (printed += text),
    printError: (text) => void (errors += text),
    stopped: () => whileRunning(/http:\S+/.exec(printed)?.[0] ?? ''),
    folders,
    log: { write: () => true },
  });
  return { code, printed, errors };
}

describe('vua', () => {
  it.each([['--help'], ['start', '--help'], ['-h']])('explains itself: %s %s', async (...args) => {
    expect(await run(args)).toMatchObject({ code: 0, printed: expect.stringContaining('DATA_DIR') as string, errors: '' });
  });

  it.each([[[]], [['stop']], [['start', 'now']]])('refuses %j with its help', async (args) => {
    expect(await run(args)).toMatchObject({ code: 2, printed: '', errors: expect.stringContaining('vua start') as string });
  });

  it('refuses bad settings', async () => {
    expect(await run(['start'], { PORT: 'http' })).toMatchObject({ code: 2, errors: expect.stringContaining('PORT') as string });
  });

  it('serves the catalog it was filled with, says where, and ends', async () => {
    let listed: unknown;
    let url = '';
    const outcome = await run(['start'], {}, async (address) => {
      url = address;
      listed = await (await fetch(`${url}/v1/products`)).json();
    });
    expect(outcome).toMatchObject({ code: 0, errors: '' });
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(listed).toEqual({ products: sampleCatalog().products });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('explains a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await run(['start'], { PORT: String(port), HOST: '127.0.0.1' })).toMatchObject({ code: 1, errors: expect.stringContaining(`Port ${port} is taken`) as string });
    other.close();
  });

  it('does not wait for ever for a client that sends half a request', async () => {
    const server = await startServer(SETTINGS, folders, { write: () => true });
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '));
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const gone = new Promise((resolve) => { socket.once('close', resolve); });
    await server.close(0);
    await gone;
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    await server.close();
  });

  it('answers what reached the machine before it was told to end', async () => {
    const server = await startServer(SETTINGS, folders, { write: () => true });
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    const ask = (): boolean => socket.write('GET /v1/products HTTP/1.1\r\nHost: localhost\r\n\r\n');
    ask();
    await once(socket, 'data');
    let answer = '';
    socket.on('data', (chunk: Buffer) => void (answer += chunk.toString()));
    const gone = new Promise((resolve) => { socket.once('close', resolve); });
    // The kernel has it at once; the server, which shares this turn, cannot have read it yet.
    ask();
    await server.close();
    await gone;
    expect(answer).toMatch(/^HTTP\/1.1 200/);
  });

  it('serves the API also where no shop is', async () => {
    const server = await startServer(SETTINGS, { ...folders, shop: [join(root, 'missing')] }, { write: () => true });
    expect((await fetch(`${server.url}/v1/products`)).status).toBe(200);
    expect((await fetch(server.url)).status).toBe(404);
    await server.close();
  });

  it('asks for a build when there is none', async () => {
    await expect(startServer(SETTINGS, { ...folders, sdk: join(root, 'missing') })).rejects.toThrow('npm run build');
  });
});
