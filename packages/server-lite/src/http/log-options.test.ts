import { Writable } from 'node:stream';
import { pino, type Logger } from 'pino';
import { expect, it } from 'vitest';
import { LOG_OPTIONS } from './log-options.ts';

const MESSAGE = 'row of nguyen@example.com';

function logged(write: (logger: Logger) => void): string {
  let text = '';
  write(pino(LOG_OPTIONS, new Writable({ write: (chunk: Buffer, _encoding, done) => { text += chunk.toString(); done(); } })));
  return text;
}

it.each<[string, (logger: Logger) => void]>([
  ['alone', (logger) => logger.error(new Error(MESSAGE))],
  ['as a field', (logger) => logger.error({ err: new Error(MESSAGE) })],
  ['as a field, with words', (logger) => logger.error({ err: new Error(MESSAGE) }, 'stream broke off')],
  ['by a child', (logger) => logger.child({ reqId: 1 }).error({ err: new TypeError(MESSAGE) })],
])('an error is logged without its message: %s', (_how, write) => {
  const text = logged(write);
  expect(text).not.toContain('nguyen');
  expect(text).toMatch(/"name":"(Type)?Error"/);
});

it('words stay as they are', () => {
  expect(logged((logger) => logger.info({ status: 200 }, 'request'))).toContain('"msg":"request"');
  expect(logged((logger) => logger.info('ready'))).toContain('"msg":"ready"');
});
