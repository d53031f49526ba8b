import { expect, it } from 'vitest';
import type { Answer } from '../ask-json.ts';
import { judgeRefusal } from './judge-refusal.ts';

const HOUR_MS = 3_600_000;
const answerOf = (httpStatus: number, json: unknown, headers: Record<string, string> = {}): Answer => ({ status: 'answered', httpStatus, json, headers: new Headers(headers), body: 'as it came', takenMs: 5 });
const errorOf = (code: number, rest: object = {}): unknown => ({ error: { message: 'no', type: 'OAuthException', code, ...rest } });
const judge = (answer: Answer) => judgeRefusal(answer, { question: 'recent-media', page: 2 });

it.each([
  [4, 'throttled'], [17, 'throttled'], [32, 'throttled'], [613, 'throttled'], [80_002, 'throttled'], [190, 'token-revoked'], [102, 'token-revoked'], [10, 'permission-missing'], [200, 'permission-missing'], [299, 'permission-missing'],
  [18, 'tag-limit'], [1, 'unavailable'], [2, 'unavailable'], [24, 'tag-refused'], [100, 'tag-refused'], [300, 'tag-refused'],
])('code %i means %s', (code, status) => {
  expect(judge(answerOf(400, errorOf(code))).status).toBe(status);
});

it('believes the code before the status, and what is transient', () => {
  expect(judge(answerOf(500, errorOf(190))).status).toBe('token-revoked');
  expect(judge(answerOf(500, errorOf(2))).status).toBe('unavailable');
  expect(judge(answerOf(400, errorOf(24, { is_transient: true }))).status).toBe('unavailable');
  expect(judge(answerOf(503, undefined))).toMatchObject({ status: 'unavailable', reason: 'server-error' });
  expect(judge(answerOf(429, undefined))).toMatchObject({ status: 'throttled', untilMs: 5 + HOUR_MS });
});

it('waits as long as the header says', () => {
  const usage = { 'x-business-use-case-usage': JSON.stringify({ '1': [{ call_count: 100, estimated_time_to_regain_access: 12 }] }) };
  expect(judge(answerOf(400, errorOf(4), usage))).toEqual({ status: 'throttled', untilMs: 5 + 12 * 60_000, quota: { usagePercent: 100 } });
});

it('keeps what it does not know', () => {
  expect(judge(answerOf(200, { data: 'moved' }))).toEqual({ status: 'unreadable', quota: { usagePercent: 0 }, snapshot: { takenMs: 5, httpStatus: 200, body: 'as it came', question: 'recent-media', page: 2, entries: 0, isSaturated: false } });
  expect(judge(answerOf(404, { error: 'no' })).status).toBe('unreadable');
});
