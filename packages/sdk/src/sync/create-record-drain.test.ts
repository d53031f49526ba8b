import { expect, it } from 'vitest';
import type { ConsentRecord } from '@vua/models/contracts';
import { createRecordDrain } from './create-record-drain.ts';
import type { Answer } from './judge-answer.ts';

const recordOf = (id: string): ConsentRecord => ({ id, anonymousId: id, timeMs: 1, choices: { analytics: 'denied', personalization: 'unknown', statistics: 'unknown' }, textVersion: 'banner-1', source: 'shopper' });
const answered = (status: number, body?: unknown, retryAfterMs?: number): Answer => ({ kind: 'answered', status, body, retryAfterMs });

async function drain(ids: readonly string[], answer: Answer) {
  let records = ids.map(recordOf);
  const bodies: unknown[] = [];
  const run = createRecordDrain(
    { list: () => records, remove: (gone) => { records = records.filter(({ id }) => !gone.includes(id)); } },
    async (path, body) => {
      bodies.push([path, JSON.parse(body)]);
      return answer;
    },
  );
  return { result: await run(), left: records.map(({ id }) => id), bodies };
}

it('keeps a proof until the server names it', async () => {
  expect(await drain([], answered(202))).toEqual({ result: { status: 'empty' }, left: [], bodies: [] });
  expect(await drain(['a', 'b'], answered(202, { stored: ['a', 'b'] }))).toEqual({ result: { status: 'empty' }, left: [], bodies: [['consents', { records: [recordOf('a'), recordOf('b')] }]] });
  expect(await drain(['a', 'b'], answered(202, { stored: ['b'] }))).toMatchObject({ result: { status: 'retry' }, left: ['a'] });
});

it.each([
  ['gone', { kind: 'unreachable' } as const, { status: 'retry' }],
  ['busy', answered(503, undefined, 2000), { status: 'retry', afterMs: 2000 }],
  ['a proxy', answered(200, '<!doctype html>'), { status: 'retry' }],
  ['closed to this shop', answered(403), { status: 'pause' }],
])('keeps all where the server is %s', async (_what, answer, result) => {
  expect(await drain(['a'], answer)).toMatchObject({ result, left: ['a'] });
});
