import { connect, type Socket } from 'node:net';

export interface RawSocket {
  readonly socket: Socket;
  /** All that came, once the other side has closed. */
  readonly answered: Promise<string>;
}

/** A connection on which everything can be sent. */
export async function openRawSocket(port: number): Promise<RawSocket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let text = '';
  socket.on('data', (chunk: Buffer) => { text += chunk.toString('latin1'); });
  // A reset is an end like others here.
  socket.on('error', () => undefined);
  const answered = new Promise<string>((resolve) => { socket.once('close', () => resolve(text)); });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return { socket, answered };
}
