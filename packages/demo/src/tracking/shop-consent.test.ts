import type { TrackerConsent } from '@vua/sdk';
import { expect, it, vi } from 'vitest';
import { CONSENT_TEXTS } from '../pages/consent-texts.ts';
import { CONSENT_TEXT_VERSION, decideAll, readShopConsent } from './shop-consent.ts';
import { createShopTracker } from './shop-tracker.ts';

const choices = { analytics: 'unknown', personalization: 'unknown', statistics: 'unknown' } as const;
const consentOf = (...versions: readonly string[]): Pick<TrackerConsent, 'read' | 'log'> => ({
  read: () => choices, log: () => versions.map((textVersion) => ({ timeMs: 1, choices, textVersion, source: 'shopper' })),
});

it.each([
  ['nobody answered', [], {}, true],
  ['an answer to these texts', [CONSENT_TEXT_VERSION], {}, false],
  ['an answer to older texts', ['older'], {}, true],
  ['Global Privacy Control', [], { globalPrivacyControl: true }, false],
  ['Do Not Track', [], { doNotTrack: '1' }, false],
  ['a browser that says nothing', [], { globalPrivacyControl: false, doNotTrack: null }, true],
] as const)('%s: asks %#', (_what, versions, navigator, isAsked) => {
  expect(readShopConsent(consentOf(...versions), navigator).isAsked).toBe(isAsked);
});

it('answers for all purposes at once', () => {
  expect(decideAll('denied')).toEqual({ analytics: 'denied', personalization: 'denied', statistics: 'denied' });
});

it('says everything in both languages', () => {
  expect(Object.keys(CONSENT_TEXTS.en)).toEqual(Object.keys(CONSENT_TEXTS.vi));
});

it('waits with its calls until the script is there, and hears of it once', () => {
  const calls: unknown[][] = [];
  const page: Parameters<typeof createShopTracker>[0] = { vua: { calls: { push: (call) => calls.push([...call]) } } };
  const tracker = createShopTracker(page);
  const listener = vi.fn<(consent: TrackerConsent) => void>();
  tracker.onReady(listener);
  tracker.track('size_chart_click', { itemId: 'shirt' });
  expect(calls).toEqual([['listen', expect.any(Function)], ['track', 'size_chart_click', { itemId: 'shirt' }]]);
  const consent = {} as TrackerConsent;
  page.vua = { calls: { push: () => 0 }, consent };
  const told = calls[0]?.[1] as () => void;
  told();
  told();
  expect(listener.mock.calls).toEqual([[consent]]);
});

it('makes the list where the script has not come yet', () => {
  const page: Parameters<typeof createShopTracker>[0] = {};
  createShopTracker(page).track('size_chart_click', { itemId: 'shirt' });
  expect(page.vua?.calls).toEqual([['track', 'size_chart_click', { itemId: 'shirt' }]]);
});
