import { connect, type Socket } from 'node:net';

/** One request on the wire, whole. */
export type RequestBytes = string;

export interface Answer {
  readonly status: number;
  /** Of the head, as text; header names as the server writes them. */
  readonly head: string;
}

interface Connection {
  readonly socket: Socket;
  answered: ((answer: Answer) => void) | undefined;
  failed: ((error: Error) => void) | undefined;
  received: Buffer;
}

/** Keep-alive connections with one request at a time on each; as little work as can be, so that the server is what is measured. */
export interface HttpPool {
  /** Connections that are open. */
  readonly size: number;
  /** Sends on this connection, which must be free. Rejects when the connection breaks. */
  send(connection: number, request: RequestBytes): Promise<Answer>;
  close(): void;
}

export async function openHttpPool(host: string, port: number, size: number): Promise<HttpPool> {
  const connections = await Promise.all(Array.from({ length: size }, () => openConnection(host, port)));
  return {
    size,
    send: (index, request) => new Promise((resolve, reject) => {
      const connection = connections[index];
      if (connection === undefined || connection.answered !== undefined) throw new Error(`connection ${index} is not free`);
      if (connection.socket.destroyed) {
        reject(new Error('the server closed the connection'));
        return;
      }
      connection.answered = resolve;
      connection.failed = reject;
      connection.socket.write(request);
    }),
    close: () => {
      for (const { socket } of connections) socket.destroy();
    },
  };
}

function openConnection(host: string, port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    const connection: Connection = { socket, answered: undefined, failed: reject, received: Buffer.alloc(0) };
    socket.once('connect', () => resolve(connection));
    socket.on('data', (chunk: Buffer) => take(connection, chunk));
    socket.on('error', (error) => connection.failed?.(error));
    socket.on('close', () => connection.failed?.(new Error('the server closed the connection')));
  });
}

const HEAD_END = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;

function take(connection: Connection, chunk: Buffer): void {
  connection.received = connection.received.length === 0 ? chunk : Buffer.concat([connection.received, chunk]);
  const { received, answered } = connection;
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd === -1) return;
  const head = received.toString('latin1', 0, headEnd);
  const length = Number(LENGTH.exec(head)?.[1] ?? 0);
  if (received.length < headEnd + HEAD_END.length + length) return;
  connection.received = Buffer.alloc(0);
  connection.answered = undefined;
  connection.failed = undefined;
  answered?.({ status: Number(head.slice(9, 12)), head });
}
