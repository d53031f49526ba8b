import type { FastifyInstance, InjectOptions } from 'fastify';

export interface ApiAnswer {
  readonly status: number;
  /** Headers and body, as text. Of a stream without end: the headers. */
  readonly text: string;
}

/** Asks without a socket; answers that never end are cut after their headers. */
export async function askApi(app: FastifyInstance, request: InjectOptions): Promise<ApiAnswer> {
  const response = await app.inject({ ...request, payloadAsStream: true });
  const stream = response.stream();
  const head = JSON.stringify(response.headers);
  if (String(response.headers['content-type']).startsWith('text/event-stream')) {
    stream.destroy();
    return { status: response.statusCode, text: head };
  }
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return { status: response.statusCode, text: head + Buffer.concat(parts).toString('latin1') };
}
