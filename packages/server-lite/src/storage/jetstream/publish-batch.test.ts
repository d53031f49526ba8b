import { JetStreamApiError } from '@nats-io/jetstream';
import { errors } from '@nats-io/transport-node';
import { expect, it } from 'vitest';
import type { JetStreamConnection } from './jetstream-connection.ts';
import { publishBatch } from './publish-batch.ts';

const LIMITS = { attemptMs: 1000, totalMs: 350 };
const timeout = (): Error => new errors.TimeoutError();
const apiError = (code: number): Error => new JetStreamApiError({ code: 503, err_code: code, description: 'said by the server' });

/** Answers with each of these in turn, and with the last one from then on. */
function answering(...answers: readonly (number | (() => Error))[]) {
  const ids: (string | undefined)[] = [];
  const publish = async (_subject: string, _bytes: Uint8Array, options: { msgID?: string }) => {
    const answer = answers[Math.min(ids.length, answers.length - 1)];
    ids.push(options.msgID);
    if (typeof answer === 'function') throw answer();
    return { seq: answer };
  };
  return { ids, connection: { isConnected: () => true, client: { publish } } as unknown as JetStreamConnection };
}

it('sends what stayed without an answer again, under the same id', async () => {
  const { ids, connection } = answering(timeout, () => apiError(10_008), 7);
  expect(await publishBatch(connection, 'subject', new Uint8Array(), { ...LIMITS, totalMs: 20_000 })).toEqual({ status: 'stored', sequence: 7 });
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
});

it('gives up when the time is over, and never calls it stored', async () => {
  expect(await publishBatch(answering(timeout).connection, 'subject', new Uint8Array(), LIMITS)).toEqual({ status: 'unavailable', reason: 'unreachable' });
});

it('sends nothing while no server is connected', async () => {
  const { ids, connection } = answering(7);
  expect(await publishBatch({ ...connection, isConnected: () => false }, 'subject', new Uint8Array(), LIMITS)).toEqual({ status: 'unavailable', reason: 'unreachable' });
  expect(ids).toEqual([]);
});

it.each([10_077, 10_023, 10_047])('says at once that the stream is full (%i)', async (code) => {
  const { ids, connection } = answering(() => apiError(code));
  expect(await publishBatch(connection, 'subject', new Uint8Array(), LIMITS)).toEqual({ status: 'unavailable', reason: 'storage-full' });
  expect(ids).toHaveLength(1);
});

it('throws what is a bug', async () => {
  await expect(publishBatch(answering(() => new TypeError('a bug')).connection, 'subject', new Uint8Array(), LIMITS)).rejects.toThrow('a bug');
  await expect(publishBatch(answering(() => apiError(10_054)).connection, 'subject', new Uint8Array(), LIMITS)).rejects.toThrow('said by the server');
});
