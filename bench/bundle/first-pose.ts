import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { REPOSITORY_ROOT } from '../../tools/repository-root.ts';
import { bundlePage } from '../../tools/testing/bundle-page.ts';
import { openBrowser } from '../../tools/testing/open-browser.ts';

const DIST = join(REPOSITORY_ROOT, 'packages/sdk/dist');
const PICTURE = join(REPOSITORY_ROOT, 'packages/sdk/src/testing/fixtures/people/dev-003/front.jpg');
/** 10 Mbit/s, shared by all requests. */
const BYTES_PER_MS = 1250;
const SLICE_BYTES = 12_500;
const RUNS = 3;

/**
 * Milliseconds from the press to the first live frame with a pose, nothing cached, lite weights: the median of a few runs.
 * The server paces its bytes: a throttle in the browser does not reach a worker's requests.
 */
export async function measureFirstPose(): Promise<number> {
  const script = await bundlePage(join(import.meta.dirname, 'first-pose-page.ts'));
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await oneRun(script));
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}

async function oneRun(script: Uint8Array): Promise<number> {
  const line = createLine();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname;
    if (path === '/') response.setHeader('content-type', 'text/html').end('<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>');
    else if (path === '/page.js') response.setHeader('content-type', 'text/javascript').end(script);
    else if (path === '/picture') response.end(readFileSync(PICTURE));
    else sendPaced(join(DIST, path.replace('/sdk/', '')), response, line);
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('globalThis.firstPose');
    return await page.evaluate(() => (globalThis as unknown as { firstPose: () => Promise<number> }).firstPose());
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** One line for all: each slice waits until the line is free. */
function createLine(): (bytes: number) => Promise<void> {
  let freeAt = performance.now();
  return (bytes) => {
    freeAt = Math.max(freeAt, performance.now()) + bytes / BYTES_PER_MS;
    return new Promise((done) => { setTimeout(done, freeAt - performance.now()); });
  };
}

function sendPaced(file: string, response: ServerResponse, line: (bytes: number) => Promise<void>): void {
  const compressed = existsSync(`${file}.br`);
  const bytes = readFileSync(compressed ? `${file}.br` : file);
  response.setHeader('content-type', extname(file) === '.js' ? 'text/javascript' : 'application/octet-stream');
  if (compressed) response.setHeader('content-encoding', 'br');
  const send = async (): Promise<void> => {
    for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
      const slice = bytes.subarray(at, at + SLICE_BYTES);
      await line(slice.length);
      response.write(slice);
    }
    response.end();
  };
  void send();
}
