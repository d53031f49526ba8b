import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answer, judgeAnswer } from './judge-answer.ts';

const answered = (status: number, body?: unknown, retryAfterMs?: number): Answer => ({ kind: 'answered', status, body, retryAfterMs });
const PROBLEM = { type: 'urn:vua:problem:invalid-request', title: '', status: 400, code: 'invalid-request' };

it.each([
  ['a receipt', answered(202, { accepted: ['a'], rejected: [{ index: 1, id: 'b', code: 'invalid-event' }, { index: 2, code: 'invalid-event' }] }), { kind: 'receipt', accepted: ['a'], rejected: [{ index: 1, id: 'b', code: 'invalid-event' }] }],
  ['a page of a proxy', answered(200, undefined), { kind: 'retry' }],
  ['no answer', { kind: 'unreachable' }, { kind: 'retry' }],
  ['our server on a wrong request', answered(400, PROBLEM), { kind: 'split' }],
  ['a proxy that refuses everything', answered(400, undefined), { kind: 'retry' }],
  ['too large', answered(413), { kind: 'split' }],
  ['an unknown packing', answered(415, PROBLEM), { kind: 'uncompressed' }],
  ['not let in', answered(401), { kind: 'pause' }],
  ['not from here', answered(403, PROBLEM), { kind: 'pause' }],
  ['a wrong address', answered(404), { kind: 'pause' }],
  ['too often', answered(429, PROBLEM, 5000), { kind: 'retry', afterMs: 5000 }],
  ['busy', answered(503, PROBLEM, 1000), { kind: 'retry', afterMs: 1000 }],
  ['broken', answered(500), { kind: 'retry' }],
  ['a redirect', answered(304), { kind: 'pause' }],
] as const)('%s', (_what, answer, verdict) => {
  expect(judgeAnswer(answer)).toEqual(verdict);
});

it('names no event but by a 2xx that names it', () => {
  fc.assert(fc.property(fc.integer({ min: 100, max: 599 }), fc.anything(), (status, body) => {
    const verdict = judgeAnswer(answered(status, body));
    const isReceipt = status >= 200 && status < 300 && verdict.kind === 'receipt' && verdict.accepted.every((id) => typeof id === 'string');
    expect(verdict.kind !== 'receipt' || isReceipt).toBe(true);
  }));
});
