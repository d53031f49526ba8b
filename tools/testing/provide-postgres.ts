import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const HOST_PROCESS = fileURLToPath(new URL('postgres-host.ts', import.meta.url));

/**
 * Tests ask the address in VUA_TEST_POSTGRES for a PostgreSQL server (an administrator's URL, as text). It starts with the first
 * who asks, serves the whole run, and stops at its end, also when the run is killed.
 */
export async function setup(): Promise<() => Promise<void>> {
  let host: ChildProcess | undefined;
  let url: Promise<string> | undefined;
  const start = (): Promise<string> => {
    host = spawn(process.execPath, [HOST_PROCESS], { stdio: ['pipe', 'pipe', 'inherit'] });
    return firstLine(host);
  };
  const server = createServer((_request, response) => {
    url ??= start();
    url.then((text) => response.end(text), (error: unknown) => response.writeHead(500).end(String(error)));
  });
  await listen(server);
  return async () => {
    server.close();
    if (host === undefined || host.exitCode !== null) return;
    host.stdin?.end();
    await once(host, 'exit');
  };
}

async function listen(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env['VUA_TEST_POSTGRES'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The PostgreSQL host has no output');
  for await (const line of createInterface(stdout)) return line;
  throw new Error('PostgreSQL did not start');
}
