import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CuttableProxy {
  /** The given URL through this proxy. */
  readonly url: string;
  /** `refuse`: nobody listens, as with a server that is down. `silence`: connections are taken and nothing is answered, as with a lost network. */
  set(mode: 'pass' | 'refuse' | 'silence'): void;
  close(): Promise<void>;
}

/** Stands between a client and a server, and takes the server away. */
export async function startCuttableProxy(target: string): Promise<CuttableProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let mode: 'pass' | 'refuse' | 'silence' = 'pass';
  const server = createServer((client) => {
    keep(client);
    if (mode === 'refuse') client.destroy();
    if (mode !== 'pass') return;
    const upstream = keep(connect(Number(port), hostname));
    client.on('data', (chunk) => { if (mode === 'pass') upstream.write(chunk); });
    upstream.on('data', (chunk) => { if (mode === 'pass') client.write(chunk); });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => { if (mode === 'pass') client.destroy(); });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  function keep(socket: Socket): Socket {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  }
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    set: (next) => {
      mode = next;
      // What hung stays broken when the network is back.
      if (next !== 'silence') cut();
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
