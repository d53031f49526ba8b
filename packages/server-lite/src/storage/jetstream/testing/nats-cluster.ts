import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

const START_LIMIT_MS = 20_000;

/** Whether this machine can run the tests of the bus; see tools/testing/tell-skipped-nats.ts. */
export const HAS_NATS_SERVER = spawnSync('nats-server', ['--version']).status === 0;

export interface NatsCluster {
  /** Of all nodes, for NATS_URL. */
  readonly url: string;
  /** Such as `node-0`, in their order. */
  readonly names: readonly string[];
  /** As a power cut of the process: SIGKILL. Resolves when it is gone. */
  kill(name: string): Promise<void>;
  /** With the same port and data. */
  start(name: string): Promise<void>;
  /** SIGSTOP and SIGCONT: it is there and answers nothing. */
  freeze(name: string): void;
  thaw(name: string): void;
  /** Ends all and deletes their data. */
  close(): Promise<void>;
}

/**
 * Real NATS servers with JetStream on free ports of loopback.
 * @param nodes 1 stands alone, without a cluster.
 * @param first how many of them start now; `start` starts the others.
 */
export async function startNatsCluster(nodes: 1 | 3, first: number = nodes): Promise<NatsCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'vua-nats-'));
  const ports = await freePorts(nodes * 2);
  const [clients, routes] = [ports.slice(0, nodes), ports.slice(nodes)];
  const names = clients.map((_, index) => `node-${index}`);
  const running = new Map<string, NatsNode>();
  names.forEach((name, index) => {
    writeFileSync(join(folder, `${name}.conf`), `
      server_name: ${name}
      listen: "127.0.0.1:${clients[index]}"
      jetstream { store_dir: "${join(folder, name)}", max_memory_store: 64MB, max_file_store: 8GB }
      ${nodes === 1 ? '' : `cluster { name: vua, listen: "127.0.0.1:${routes[index]}", routes: [${routes.map((port) => `"nats-route://127.0.0.1:${port}"`).join(', ')}] }`}
    `);
  });
  const start = async (name: string): Promise<void> => {
    running.set(name, await startNode(['-c', join(folder, `${name}.conf`), '-l', join(folder, `${name}.log`)]));
    await untilOpen(clients[names.indexOf(name)] ?? 0);
  };
  const end = async (name: string): Promise<void> => {
    await running.get(name)?.end();
    running.delete(name);
  };
  const signal = (name: string, what: 'SIGSTOP' | 'SIGCONT'): void => void process.kill(running.get(name)?.pid ?? 0, what);
  await Promise.all(names.slice(0, first).map(start));
  return {
    url: clients.map((port) => `nats://127.0.0.1:${port}`).join(','), names, start, kill: end,
    freeze: (name) => signal(name, 'SIGSTOP'),
    thaw: (name) => signal(name, 'SIGCONT'),
    close: async () => {
      await Promise.all(names.map(end));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface NatsNode {
  readonly pid: number;
  end(): Promise<void>;
}

// The shell ends the server when its own input ends, which it also does when the test run is killed.
const GUARDED = 'nats-server "$@" & echo $!; cat > /dev/null; kill -9 $!';

async function startNode(options: readonly string[]): Promise<NatsNode> {
  const shell = spawn('sh', ['-c', GUARDED, 'sh', ...options], { stdio: ['pipe', 'pipe', 'ignore'] });
  const exited = once(shell, 'exit');
  const pid = Number(await new Promise((resolve) => { createInterface(shell.stdout).once('line', resolve); }));
  return { pid, end: async () => {
    process.kill(pid, 'SIGKILL');
    shell.stdin.end();
    await exited;
  } };
}

async function untilOpen(port: number): Promise<void> {
  const endMs = performance.now() + START_LIMIT_MS;
  while (performance.now() < endMs) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(() => true, () => false);
    socket.destroy();
    if (isOpen) return;
    await wait(20);
  }
  throw new Error(`nats-server does not listen on port ${port}`);
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
