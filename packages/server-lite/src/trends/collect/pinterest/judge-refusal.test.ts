import { expect, it } from 'vitest';
import { judgeRefusal } from './judge-refusal.ts';

const judge = (httpStatus: number, json: unknown, headers: Record<string, string> = {}) =>
  judgeRefusal({ status: 'answered', httpStatus, json, headers: new Headers(headers), body: 'as it came', takenMs: 5 }, { question: 'US/monthly', page: 1 });
const ERROR = { code: 1, message: 'no' };

it.each([
  [401, ERROR, { status: 'token-revoked' }], [403, ERROR, { status: 'permission-missing' }], [500, undefined, { status: 'unavailable', reason: 'server-error' }], [429, ERROR, { status: 'throttled', untilMs: 60_005 }],
  [400, ERROR, { status: 'tag-refused', snapshot: { question: 'US/monthly', page: 1, httpStatus: 400, body: 'as it came' } }], [400, {}, { status: 'unreadable' }], [404, ERROR, { status: 'unreadable' }], [200, {}, { status: 'unreadable' }],
])('%i with %j means %j', (httpStatus, json, outcome) => {
  expect(judge(httpStatus, json)).toMatchObject(outcome);
});

it('waits as long as it is told', () => {
  expect(judge(429, ERROR, { 'retry-after': '300' })).toEqual({ status: 'throttled', untilMs: 300_005 });
});
