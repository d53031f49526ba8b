import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { nextSession } from '../sessions/index.ts';
import { createIdMaker } from './create-id-maker.ts';
import { createIdentityKeeper } from './create-identity-keeper.ts';
import { ANONYMOUS_LIFE_MS, type Identity, nextIdentity } from './next-identity.ts';
import type { SessionRule } from './session-rule.ts';

const MINUTE = 60_000;
const START = 1_763_600_000_000;
const newId = createIdMaker({ now: () => START });
const sessionOf: SessionRule = (last, nowMs) => nextSession(last, nowMs, { timeoutMs: 30 * MINUTE, newId });
const next = (old: Identity | undefined, nowMs: number): Identity => nextIdentity(old, nowMs, sessionOf, newId);

describe('nextIdentity', () => {
  it('goes on with a session until 30 minutes pass without an event', () => {
    const first = next(undefined, START);
    const second = next(first, START + 29 * MINUTE);
    expect(second).toMatchObject({ anonymousId: first.anonymousId, sessionId: first.sessionId });
    const third = next(second, START + 59 * MINUTE);
    expect(third.anonymousId).toBe(first.anonymousId);
    expect(third.sessionId).not.toBe(first.sessionId);
  });

  it('keeps no anonymous id for 24 hours, and ties the next to it by no session', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -2 * 3_600_000, max: 26 * 3_600_000 }), { maxLength: 40 }), (steps) => {
      let nowMs = START;
      let identity = next(undefined, nowMs);
      for (const step of steps) {
        nowMs += step;
        const before = identity;
        identity = next(before, nowMs);
        expect(Math.abs(nowMs - identity.anonymousSinceMs)).toBeLessThan(ANONYMOUS_LIFE_MS);
        const isTied = identity.anonymousId !== before.anonymousId && identity.sessionId === before.sessionId;
        expect(isTied).toBe(false);
      }
    }));
  });
});

describe('the identity keeper', () => {
  function memoryRecord() {
    const record: { value?: unknown; writes: number } = { writes: 0 };
    const update = async (change: (kept: unknown) => Identity): Promise<Identity> => {
      await Promise.resolve();
      record.writes++;
      const value = change(record.value);
      record.value = value;
      return value;
    };
    return { record, update };
  }
  const open = (update: (change: (kept: unknown) => Identity) => Promise<Identity | undefined>) => createIdentityKeeper({ newId, sessionOf, update });

  it('leaves the device alone without consent', async () => {
    const { record, update } = memoryRecord();
    const keeper = open(update);
    const [first, second] = [await keeper.at(START, false), await keeper.at(START + 1, false)];
    expect(second.sessionId).toBe(first.sessionId);
    expect(record.writes).toBe(0);
  });

  it('is the same on the next page, and written seldom', async () => {
    const { record, update } = memoryRecord();
    const keeper = open(update);
    const first = await keeper.at(START, true);
    for (let second = 1; second < 60; second++) await keeper.at(START + 1000 * second, true);
    expect(record.writes).toBe(1);
    expect(await open(update).at(START + 61_000, true)).toMatchObject({ anonymousId: first.anonymousId, sessionId: first.sessionId });
  });

  it('takes what waited for consent along', async () => {
    const { record, update } = memoryRecord();
    const keeper = open(update);
    const before = await keeper.at(START, false);
    expect(await keeper.at(START + 1, true)).toMatchObject({ anonymousId: before.anonymousId });
    expect(record.value).toMatchObject({ anonymousId: before.anonymousId });
  });

  it('is somebody new after it was forgotten, also while storage answers', async () => {
    const { update } = memoryRecord();
    const keeper = open(update);
    const pending = keeper.at(START, true);
    keeper.forget();
    const first = await pending;
    expect((await keeper.at(START + 1, false)).anonymousId).not.toBe(first.anonymousId);
  });

  it('does not wait for storage when the page goes', async () => {
    const keeper = open(() => new Promise(() => undefined));
    const waiting = keeper.at(START, true);
    const calm = keeper.hurry();
    const { sessionId } = await waiting;
    expect((await keeper.at(START + 1, true)).sessionId).toBe(sessionId);
    calm();
    const unanswered = keeper.at(START + 2, true).then(() => 'answered');
    expect(await Promise.race([unanswered, new Promise((resolve) => { setImmediate(() => resolve('waits')); })])).toBe('waits');
  });

  it('is written anew behind the back of events', async () => {
    const { record, update } = memoryRecord();
    const keeper = open(update);
    const first = await keeper.at(START, true);
    const later = keeper.at(START + 61_000, true);
    expect(record.value).toEqual(first);
    await later;
    await vi.waitFor(() => expect(record.value).toMatchObject({ sessionSeenMs: START + 61_000 }));
  });

  it.each([[undefined], [{ anonymousId: 7 }], ['forged']])('holds on without storage, or with a record that is none: %j', async (value) => {
    const keeper = open(async (change) => (value === undefined ? undefined : change(value)));
    const first = await keeper.at(START, true);
    expect((await keeper.at(START + 1, true)).sessionId).toBe(first.sessionId);
  });
});
