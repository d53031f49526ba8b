import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Session, createIdMaker, createIdentityKeeper } from '../events/index.ts';
import type { Arrival } from './arrival.ts';
import { nextSession } from './next-session.ts';

const MINUTE = 60_000;
const START = 1_763_600_000_000;
const newId = createIdMaker({ now: () => START });
const timeoutMs = 30 * MINUTE;
const next = (last: Session | undefined, nowMs: number, arrival?: Arrival): Session => nextSession(last, nowMs, { timeoutMs, arrival, newId });
const arrive = (atMs: number, source: number): Arrival => ({ atMs, source });

describe('a session', () => {
  it('lasts until 30 minutes pass without an event', () => {
    const first = next(undefined, START);
    const second = next(first, START + timeoutMs - 1);
    expect(second.sessionId).toBe(first.sessionId);
    expect(next(second, START + 2 * timeoutMs - 1).sessionId).not.toBe(first.sessionId);
  });

  it.each([
    ['the first campaign', undefined, 1, true],
    ['another campaign', 1, 2, true],
    ['the same campaign', 1, 1, false],
    ['no campaign', 1, undefined, false],
  ])('meets %s', (_what, before, after, isNew) => {
    const first = next(undefined, START, before === undefined ? undefined : arrive(START, before));
    const second = next(first, START + MINUTE, after === undefined ? undefined : arrive(START + MINUTE, after));
    expect(second.sessionId !== first.sessionId).toBe(isNew);
    expect(second.sessionSource).toBe(after ?? before);
  });

  it('is not torn between two pages that came from different campaigns', () => {
    const [older, newer] = [arrive(START, 1), arrive(START + MINUTE, 2)];
    const before = next(undefined, START, older);
    const session = next(before, START + MINUTE, newer);
    expect(session.sessionId).not.toBe(before.sessionId);
    for (const [minutes, arrival] of [[2, older], [3, newer], [4, older], [5, newer]] as const) {
      expect(next(session, START + minutes * MINUTE, arrival).sessionId).toBe(session.sessionId);
    }
  });

  it('that begins by itself owes nothing to an old arrival', () => {
    const arrival = arrive(START, 1);
    const late = next(next(undefined, START, arrival), START + 60 * MINUTE, arrival);
    expect(late.sessionSource).toBeUndefined();
    expect(next(late, START + 61 * MINUTE, arrival).sessionId).toBe(late.sessionId);
  });

  it('changes only for the reasons that are stated', () => {
    const step = fc.record({ afterMs: fc.integer({ min: -5 * MINUTE, max: 45 * MINUTE }), source: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }) });
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let nowMs = START;
      let session = next(undefined, nowMs);
      for (const { afterMs, source } of steps) {
        nowMs += afterMs;
        const before = session;
        session = next(before, nowMs, source === undefined ? undefined : arrive(nowMs, source));
        const isOver = nowMs - before.sessionSeenMs >= timeoutMs;
        const isFromElsewhere = source !== undefined && source !== before.sessionSource && nowMs > (before.sessionArrivalMs ?? -Infinity);
        expect(session.sessionId !== before.sessionId).toBe(isOver || isFromElsewhere);
        expect(session.sessionId !== before.sessionId || session.sessionSeenMs >= before.sessionSeenMs).toBe(true);
      }
    }));
  });
});

describe('across the pages of a shop', () => {
  function device() {
    let kept: unknown;
    return (arrival?: Arrival) => createIdentityKeeper({
      newId, sessionOf: (last, nowMs) => nextSession(last, nowMs, { timeoutMs, arrival, newId }),
      async update(change) {
        await Promise.resolve();
        const value = change(kept);
        kept = structuredClone(value);
        return value;
      },
    });
  }

  it('goes on in the next tab, and starts anew with the tab of another campaign', async () => {
    const openTab = device();
    const first = await openTab(arrive(START, 1)).at(START, true);
    const second = await openTab().at(START + MINUTE, true);
    const other = openTab(arrive(START + 2 * MINUTE, 2));
    const third = await other.at(START + 2 * MINUTE, true);
    const fourth = await other.at(START + 4 * MINUTE, true);
    expect(second.sessionId).toBe(first.sessionId);
    expect(third.sessionId).not.toBe(first.sessionId);
    expect(fourth.sessionId).toBe(third.sessionId);
    expect(new Set([first, second, third].map(({ anonymousId }) => anonymousId)).size).toBe(1);
  });

  it('counts an arrival before consent also after it', async () => {
    const openTab = device();
    const old = await openTab(arrive(START, 1)).at(START, true);
    const tab = openTab(arrive(START + MINUTE, 2));
    await tab.at(START + MINUTE, false);
    expect((await tab.at(START + 2 * MINUTE, true)).sessionId).not.toBe(old.sessionId);
  });
});
