import { STATUS_CODES } from 'node:http';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem.ts';
import { PUBLIC_HEADERS, SECURITY_HEADERS } from './security-headers.ts';

export interface RawProblem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An error answer for where there is no reply to send it with: the same body and headers as all others, and the end of the connection. */
export function rawProblem(code: Parameters<typeof problemOf>[0]): RawProblem {
  const problem = problemOf(code);
  const body = JSON.stringify(problem);
  return {
    status: problem.status,
    body,
    // Read by pages of any origin: who asks is not known here, and nothing depends on it.
    headers: {
      ...SECURITY_HEADERS, ...PUBLIC_HEADERS, 'cache-control': 'no-store', 'content-type': PROBLEM_MEDIA_TYPE,
      'content-length': String(Buffer.byteLength(body)), date: new Date().toUTCString(), connection: 'close',
    },
  };
}

/** The same as it goes over the wire. */
export function rawAnswer(code: Parameters<typeof problemOf>[0]): string {
  const { status, headers, body } = rawProblem(code);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`;
}
