import fc from 'fast-check';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { ConsentRecord, type ConsentState } from '@vua/models/contracts';
import { applySignal, readSignal } from './consent-choices.ts';
import { createLocalConsentStorage, createMemoryConsentStorage } from './consent-storage.ts';
import { type ConsentChange, createConsentKeeper } from './create-consent-keeper.ts';
import { formatConsent, parseConsent } from './kept-consent.ts';

const ID = '01935b2c-0000-7000-8000-000000000000';
const open = (storage = createMemoryConsentStorage(), signal: () => ReturnType<typeof readSignal> = () => undefined) => createConsentKeeper({ storage, now: () => 5, signal });

describe('the consent keeper', () => {
  it('knows nothing before somebody chose', () => {
    const keeper = open();
    expect(keeper.read()).toEqual({ analytics: 'unknown', personalization: 'unknown', statistics: 'unknown' });
    expect(keeper.log()).toEqual([]);
  });

  it('takes one purpose at a time, and logs each choice with the text that was read', () => {
    const keeper = open();
    expect(keeper.set({ analytics: 'granted' }, 'banner-1')).toMatchObject({ status: 'kept', lasts: 'page' });
    keeper.set({ personalization: 'denied' }, 'banner-2');
    expect(keeper.read()).toEqual({ analytics: 'granted', personalization: 'denied', statistics: 'unknown' });
    expect(keeper.log()).toEqual([
      { timeMs: 5, choices: { analytics: 'granted', personalization: 'unknown', statistics: 'unknown' }, textVersion: 'banner-1', source: 'shopper' },
      { timeMs: 5, choices: { analytics: 'granted', personalization: 'denied', statistics: 'unknown' }, textVersion: 'banner-2', source: 'shopper' },
    ]);
  });

  it.each([
    [{ analytics: 'yes' }, 'banner-1', '/choices/analytics'], [{ analytics: undefined }, 'banner-1', '/choices/analytics'], [{ marketing: 'granted' }, 'banner-1', '/choices/marketing'],
    [{ analytics: 'granted' }, '', '/textVersion'], [{ analytics: 'granted' }, undefined, '/textVersion'], [{ analytics: 'granted' }, 'I agree', '/textVersion'],
  ])('refuses %j with %j', (choices, textVersion, path) => {
    const keeper = open();
    expect(keeper.set(choices as Partial<ConsentState>, textVersion as string)).toEqual({ status: 'rejected', path });
    expect(keeper.log()).toEqual([]);
  });

  it('lets the browser decline for the shopper, and says so', () => {
    const keeper = open(createMemoryConsentStorage(), () => 'global-privacy-control');
    expect(keeper.read().analytics).toBe('denied');
    expect(keeper.set({ analytics: 'granted', statistics: 'granted' }, 'banner-1')).toMatchObject({ choices: { analytics: 'denied', statistics: 'granted' } });
    keeper.set({ analytics: 'denied' }, 'banner-1');
    expect(keeper.log().map(({ source }) => source)).toEqual(['global-privacy-control', 'shopper']);
  });

  it('tells of changes, and of nothing else', () => {
    const keeper = open();
    const changes: ConsentChange[] = [];
    const stop = keeper.onChange((change) => changes.push(change));
    keeper.set({ analytics: 'granted' }, 'banner-1');
    keeper.set({ analytics: 'granted' }, 'banner-1');
    stop();
    keeper.set({ analytics: 'denied' }, 'banner-1');
    expect(changes.map(({ before, after, isHere }) => [before.analytics, after.analytics, isHere])).toEqual([['unknown', 'granted', true]]);
  });

  it('keeps proofs until they are confirmed', () => {
    const storage = createMemoryConsentStorage();
    const { outbox, set } = open(storage);
    set({ analytics: 'granted' }, 'banner-1');
    outbox.add({ id: ID, anonymousId: ID, timeMs: 5, choices: { analytics: 'granted', personalization: 'unknown', statistics: 'unknown' }, textVersion: 'banner-1', source: 'shopper' });
    const next = open(storage);
    expect(next.outbox.list().every((record) => Check(ConsentRecord, record))).toBe(true);
    next.outbox.remove([ID]);
    expect(outbox.list()).toEqual([]);
    expect(next.read().analytics).toBe('granted');
  });
});

it('reads nothing from what another hand wrote', () => {
  for (const text of [null, '', 'x', '{}', '[]', 'null', '{"version":2,"log":[],"unsent":[]}', '{"version":1,"log":[{}],"unsent":[]}', '{"version":1,"log":[null],"unsent":[]}']) {
    expect(parseConsent(text)).toEqual({ log: [], unsent: [] });
  }
  fc.assert(fc.property(fc.json(), (text) => { expect(parseConsent(text)).toEqual({ log: [], unsent: [] }); }));
  const entry = { timeMs: 1, choices: { analytics: 'granted', personalization: 'unknown', statistics: 'unknown' }, textVersion: 'a', source: 'shopper' } as const;
  expect(parseConsent(formatConsent({ log: Array.from({ length: 30 }, () => entry), unsent: [] })).log).toHaveLength(20);
});

describe('signals of browsers', () => {
  it.each([
    [{ globalPrivacyControl: true }, 'global-privacy-control'], [{ doNotTrack: '1' }, 'do-not-track'], [{ doNotTrack: 'yes' }, 'do-not-track'],
    [{ doNotTrack: '0', globalPrivacyControl: false }, undefined], [{ doNotTrack: 'unspecified' }, undefined], [{ doNotTrack: null }, undefined], [{}, undefined],
  ])('%j', (navigator, signal) => {
    expect(readSignal(navigator)).toBe(signal);
    const granted: ConsentState = { analytics: 'granted', personalization: 'granted', statistics: 'granted' };
    expect(applySignal(granted, signal as ReturnType<typeof readSignal>)).toEqual(signal ? { ...granted, analytics: 'denied' } : granted);
  });
});

describe('local storage', () => {
  type Page = Parameters<typeof createLocalConsentStorage>[1] & object;
  const pageWith = (localStorage: Partial<Storage>): Page => ({ localStorage: localStorage as Storage, addEventListener: () => undefined, removeEventListener: () => undefined });

  it('holds in memory what cannot be written, and lets no older choice speak on the next page', () => {
    let kept: string | null = 'granted';
    let isFull = true;
    const storage = createLocalConsentStorage('k', pageWith({
      getItem: () => kept,
      setItem: (_key, text) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        kept = text;
      },
      removeItem: () => { kept = null; },
    }));
    expect(storage.write('denied')).toBe(false);
    expect([storage.read(), kept]).toEqual(['denied', null]);
    isFull = false;
    expect(storage.write('denied')).toBe(true);
    expect([storage.read(), kept]).toEqual(['denied', 'denied']);
  });

  it('works where the page has none', () => {
    const storage = createLocalConsentStorage('k', { ...pageWith({}), get localStorage(): Storage { throw new DOMException('refused', 'SecurityError'); } });
    expect(storage.read()).toBe(null);
    expect(storage.write('denied')).toBe(false);
    expect(storage.read()).toBe('denied');
  });
});
