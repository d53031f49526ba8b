import { afterEach, expect, it, vi } from 'vitest';
import type { Tracker } from './create-tracker.ts';
import { startTracker } from './start-tracker.ts';

const page = globalThis as { vua?: Pick<Tracker, 'track' | 'consent' | 'flush' | 'diagnose'> };

afterEach(() => {
  delete page.vua;
  vi.restoreAllMocks();
});

it('puts a tracker into the page, also where there is neither storage nor network', async () => {
  startTracker({ siteKey: 'site_demoshop', apiUrl: 'https://api.example/' });
  const { vua } = page;
  expect(await vua?.track('click', { target: 'a' })).toMatchObject({ status: 'memory', reason: 'consent-unknown' });
  expect(vua?.diagnose()).toEqual({ storage: 'unused', waiting: 1, lost: {} });
  expect(vua?.consent.read().analytics).toBe('unknown');
});

it('says what is wrong with its attributes, and does no harm', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  startTracker({ siteKey: 'pk_shop', apiUrl: '/' });
  expect(page.vua).toBe(undefined);
  expect(warn).toHaveBeenCalledTimes(1);
});
