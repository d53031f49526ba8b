import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CampaignOptions, type Landing, arrivalOf } from './arrival.ts';
import { readArrival } from './read-arrival.ts';

const SHOP = 'https://www.shop.example/';
const landing = (changes: Partial<Landing> = {}): Landing => ({ href: SHOP, referrer: '', navigation: 'navigate', ...changes });
const sourceOf = (changes: Partial<Landing>, options?: CampaignOptions): number | undefined => arrivalOf(landing(changes), 5, options)?.source;

describe('an arrival', () => {
  it.each<[string, Partial<Landing>]>([
    ['a campaign', { href: `${SHOP}?utm_source=mail&utm_campaign=tet` }],
    ['an unusual part of one', { href: `${SHOP}?utm_creative_format=video` }],
    ['one in capitals', { href: `${SHOP}?UTM_Source=mail` }],
    ['an advertisement of Google', { href: `${SHOP}?gclid=EAIaIQ` }],
    ['an advertisement of Meta', { href: `${SHOP}shirts/1?size=M&fbclid=IwAR0` }],
    ['another site', { referrer: 'https://search.example/' }],
    ['an app', { referrer: 'android-app://com.zing.zalo/' }],
    ['a site whose name ends alike', { referrer: 'https://othershop.example/' }],
  ])('is told by %s', (_what, changes) => {
    expect(arrivalOf(landing(changes), 5)).toEqual({ atMs: 5, source: expect.any(Number) as number });
  });

  it.each<[string, Partial<Landing>]>([
    ['nothing', {}],
    ['other parameters', { href: `${SHOP}?q=linen&page=2&gclidx=1` }],
    ['an empty campaign', { href: `${SHOP}?utm_source=&gclid=%20` }],
    ['the shop itself', { referrer: `${SHOP}cart` }],
    ['the shop without www', { referrer: 'https://shop.example/cart' }],
    ['a subdomain of the shop', { referrer: 'https://checkout.shop.example/' }],
    ['a page that was loaded again', { href: `${SHOP}?gclid=1`, navigation: 'reload' }],
    ['going back', { href: `${SHOP}?gclid=1`, referrer: 'https://search.example/', navigation: 'back_forward' }],
    ['what is no address', { href: 'about:blank', referrer: 'nonsense' }],
  ])('is not told by %s', (_what, changes) => {
    expect(arrivalOf(landing(changes), 5)).toBeUndefined();
  });

  it('comes of what the shop names', () => {
    expect(sourceOf({ href: `${SHOP}?zarsrc=31` })).toBeUndefined();
    expect(sourceOf({ href: `${SHOP}?zarsrc=31` }, { parameters: ['zarsrc'] })).toBeDefined();
    expect(sourceOf({ href: `${SHOP}?utm_source=a` }, { parameters: ['zarsrc'] })).toBeUndefined();
    expect(sourceOf({ referrer: 'https://sandbox.pay.example/done' }, { ownHosts: ['www.pay.example'] })).toBeUndefined();
    expect(sourceOf({ referrer: 'https://repay.example/' }, { ownHosts: ['pay.example'] })).toBeDefined();
  });

  it('is the same campaign in whichever order and with whichever other parameters', () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom('utm_source', 'utm_medium', 'utm_campaign', 'gclid'), fc.stringMatching(/^[a-z0-9]{1,8}$/)), { minLength: 1, selector: ([name]) => name });
    const address = (given: readonly (readonly string[])[]): string => `${SHOP}?${new URLSearchParams(given as string[][]).toString()}`;
    fc.assert(fc.property(pairs.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))), ([given, shuffled]) => {
      expect(sourceOf({ href: address([...shuffled, ['page', '2']]), referrer: 'https://mail.example/' })).toBe(sourceOf({ href: address(given) }));
      const [[name, value] = ['', '']] = given;
      expect(sourceOf({ href: address([...given.slice(1), [name, `${value}x`]]) })).not.toBe(sourceOf({ href: address(given) }));
    }));
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true }), (text, other, url) => {
      expect(() => arrivalOf({ href: text, referrer: other, navigation: text }, 0)).not.toThrow();
      expect(() => arrivalOf({ href: url, referrer: text, navigation: 'navigate' }, 0)).not.toThrow();
    }));
  });
});

it('is read from the page, and from nothing where there is none', () => {
  const page = (type?: string) => ({
    location: { href: SHOP } as Location, document: { referrer: 'https://search.example/' } as Document,
    performance: { getEntriesByType: () => (type === undefined ? [] : [{ type }]) } as unknown as Performance,
  });
  expect(readArrival(7, {}, page('navigate'))?.atMs).toBe(7);
  expect(readArrival(7, {}, page())?.atMs).toBe(7);
  expect(readArrival(7, {}, page('reload'))).toBeUndefined();
  expect(readArrival(7, {}, {})).toBeUndefined();
});
