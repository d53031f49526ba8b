import { expect, it, vi } from 'vitest';
import { createLossReport } from './loss-report.ts';
import { type TrackerOptions, resolveTrackerOptions } from './tracker-options.ts';

const BASE = 'https://shop.example/products/1';

it('reads the address relative to the page and fills in what is not given', () => {
  expect(resolveTrackerOptions({ siteKey: 'site_demoshop', apiUrl: '/vua', maxAgeMs: undefined }, BASE)).toMatchObject({
    apiUrl: new URL('https://shop.example/vua/'), sessionTimeoutMs: 1_800_000, maxWaitMs: 5000, maxEvents: 5000, maxAgeMs: 604_800_000,
  });
});

it.each([
  { siteKey: 'pk_live' }, { siteKey: 'site_UPPERCASE' }, { siteKey: undefined }, { apiUrl: 'javascript:alert(1)' }, { maxEvents: 0 }, { maxWaitMs: Number.NaN }, { sessionTimeoutMs: -1 },
])('refuses %j', (wrong) => {
  expect(() => resolveTrackerOptions({ siteKey: 'site_demoshop', apiUrl: '/', ...wrong } as TrackerOptions, BASE)).toThrow(TypeError);
});

it('counts losses and warns once for each reason', () => {
  const warn = vi.fn<(message: string) => void>();
  const report = createLossReport(warn);
  report.add({ full: 0 });
  report.add({ full: 3, old: 1 });
  report.add({ full: 2 });
  expect(report.counts()).toEqual({ full: 5, old: 1 });
  expect(warn).toHaveBeenCalledTimes(2);
});
