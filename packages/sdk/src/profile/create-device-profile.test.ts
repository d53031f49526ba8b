import { describe, expect, it } from 'vitest';
import type { BodyEstimate } from '@vua/models/body';
import { createDeviceProfile } from './create-device-profile.ts';
import { KEPT_DAYS, type ProfileConsent } from './device-profile.ts';
import { type ProfileStore, type StoredRecord, createMemoryStore } from './profile-store.ts';
import { sampleBody } from './testing/sample-record.ts';

const NOW_MS = Date.UTC(2027, 0, 15);
const DAY_MS = 86_400_000;
const agreed: ProfileConsent = { agreed: true, textVersion: 'keep-1' };
const body = sampleBody();

interface Device extends ProfileStore {
  works: boolean;
  found?: StoredRecord;
}

/** A device's storage that can be told to fail, or what to find. */
function memoryDevice(): Device {
  const store = createMemoryStore();
  return {
    works: true,
    lasts: 'device',
    async write(record) { return this.works && store.write(record); },
    async read() { return this.works ? (this.found ?? store.read()) : { status: 'unreachable' }; },
    async clear() {
      if (this.works) this.found = undefined;
      return this.works && store.clear();
    },
  };
}

function open(device = memoryDevice()) {
  const clock = { nowMs: NOW_MS };
  const tabs = { told: 0, listeners: new Set<() => void>() };
  const page = createMemoryStore();
  const profile = createDeviceProfile({
    device, page,
    tabs: {
      tell: () => { tabs.told += 1; },
      hear: (listener) => {
        tabs.listeners.add(listener);
        return () => void tabs.listeners.delete(listener);
      },
    },
    now: () => clock.nowMs,
  });
  return { profile, device, page, clock, tabs };
}

describe('with consent', () => {
  it('keeps the time at which it was given, where that is told; the future counts as now', async () => {
    const { profile } = open();
    for (const [agreedAtMs, keptMs] of [[NOW_MS - DAY_MS, NOW_MS - DAY_MS], [NOW_MS + DAY_MS, NOW_MS], [undefined, NOW_MS]] as const) {
      await profile.keep(body, { ...agreed, agreedAtMs });
      expect(await profile.read()).toMatchObject({ consent: { textVersion: 'keep-1', agreedAtMs: keptMs } });
    }
    expect(await profile.keep(body, { ...agreed, agreedAtMs: Number.NaN })).toEqual({ status: 'refused', reason: 'body-invalid' });
  });

  it('keeps the body, and says when it was measured and what was agreed to', async () => {
    const { profile, clock } = open();
    expect(await profile.keep(body, agreed)).toEqual({ status: 'kept', lasts: 'device', measuredAtMs: NOW_MS });
    clock.nowMs += 40.5 * DAY_MS;
    expect(await profile.read()).toEqual({
      status: 'kept', body, measuredAtMs: NOW_MS, ageDays: 40, consent: { textVersion: 'keep-1', agreedAtMs: NOW_MS }, lasts: 'device',
    });
  });

  it('a body that is kept again stays as old as it is', async () => {
    const { profile } = open();
    await profile.keep(body, agreed, NOW_MS - 100 * DAY_MS);
    expect(await profile.read()).toMatchObject({ status: 'kept', ageDays: 100, measuredAtMs: NOW_MS - 100 * DAY_MS });
  });

  it('nothing is measured in the future', async () => {
    const { profile, clock } = open();
    expect(await profile.keep(body, agreed, NOW_MS + DAY_MS)).toMatchObject({ status: 'kept', measuredAtMs: NOW_MS });
    clock.nowMs -= 10 * DAY_MS;
    expect(await profile.read()).toMatchObject({ status: 'kept', ageDays: 0 });
  });

  it('forgets on the day on which it is a year old, not before, and says so once', async () => {
    const { profile, device, clock } = open();
    await profile.keep(body, agreed);
    clock.nowMs += KEPT_DAYS * DAY_MS - 1;
    expect(await profile.read()).toMatchObject({ status: 'kept', ageDays: 364 });
    clock.nowMs += 1;
    expect(await profile.read()).toEqual({ status: 'expired', measuredAtMs: NOW_MS });
    expect(await device.read()).toEqual({ status: 'none' });
    expect(await profile.read()).toEqual({ status: 'none' });
  });

  it('forgets when it is told to', async () => {
    const { profile, device, tabs } = open();
    await profile.keep(body, agreed);
    expect(await profile.forget()).toEqual({ status: 'forgotten' });
    expect(await device.read()).toEqual({ status: 'none' });
    expect(tabs.told).toBe(2);
  });

  it('does what it is told in that order, however fast', async () => {
    const device = memoryDevice();
    // To encrypt takes longer than to delete.
    const slow: Device = { ...device, write: (record) => new Promise((resolve) => { setTimeout(() => resolve(device.write(record)), 1); }) };
    const { profile } = open(slow);
    const [, forgotten] = await Promise.all([profile.keep(body, agreed), profile.forget()]);
    expect(forgotten).toEqual({ status: 'forgotten' });
    expect(await profile.read()).toEqual({ status: 'none' });
  });
});

describe('without consent', () => {
  it.each([{ agreed: false, textVersion: 'keep-1' }, undefined, null, {}, { agreed: 'true', textVersion: 'keep-1' }, { agreed: 1 }])('%j keeps nothing, and what was kept goes', async (consent) => {
    const { profile, device, page } = open();
    await profile.keep(body, agreed);
    expect(await profile.keep(body, consent as ProfileConsent)).toEqual({ status: 'refused', reason: 'no-consent' });
    expect([await device.read(), await page.read()]).toEqual([{ status: 'none' }, { status: 'none' }]);
  });

  it('consent to no known wording is refused', async () => {
    const { profile, device } = open();
    expect(await profile.keep(body, { agreed: true, textVersion: '' })).toEqual({ status: 'refused', reason: 'body-invalid' });
    expect(await device.read()).toEqual({ status: 'none' });
  });
});

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

it.each([undefined, null, 'M', 42n, cyclic, {}, { ...body, profile: {} }, { ...body, outline: [1, 2] }])('keeps no body that is none, and what was kept stays (%#)', async (given) => {
  const { profile } = open();
  await profile.keep(body, agreed);
  expect(await profile.keep(given as unknown as BodyEstimate, agreed)).toEqual({ status: 'refused', reason: 'body-invalid' });
  expect(await profile.keep(body, agreed, Number.NaN)).toEqual({ status: 'refused', reason: 'body-invalid' });
  expect(await profile.read()).toMatchObject({ status: 'kept', body });
});

describe('storage that fails', () => {
  it('keeps for the page instead, and says so', async () => {
    const { profile, device, page } = open();
    device.works = false;
    expect(await profile.read()).toEqual({ status: 'none' });
    expect(await profile.keep(body, agreed)).toEqual({ status: 'kept', lasts: 'page', measuredAtMs: NOW_MS });
    expect(await profile.read()).toMatchObject({ status: 'kept', body, lasts: 'page' });
    expect(await profile.forget()).toEqual({ status: 'unreachable' });
    expect(await page.read()).toEqual({ status: 'none' });
    expect(await profile.read()).toEqual({ status: 'none' });
  });

  it('that works again takes the place of the page', async () => {
    const { profile, device, page, tabs } = open();
    device.works = false;
    await profile.keep(sampleBody(2), agreed);
    device.works = true;
    expect(await profile.keep(body, agreed)).toMatchObject({ lasts: 'device' });
    expect(await profile.read()).toMatchObject({ body, lasts: 'device' });
    expect(await page.read()).toEqual({ status: 'none' });
    expect(tabs.listeners.size).toBe(0);
  });

  it('what the page holds goes when another tab forgets or keeps', async () => {
    const { profile, device, tabs } = open();
    device.works = false;
    await profile.keep(body, agreed);
    for (const listener of tabs.listeners) listener();
    expect(await profile.read()).toEqual({ status: 'none' });
    expect(tabs.listeners.size).toBe(0);
  });

  it('a damaged record is forgotten, and said once', async () => {
    const { profile, device } = open();
    device.found = { status: 'unreadable', reason: 'damaged' };
    expect(await profile.read()).toEqual({ status: 'unreadable', reason: 'damaged' });
    expect(await profile.read()).toEqual({ status: 'none' });
  });

  it('a newer record is left to the newer SDK', async () => {
    const { profile, device } = open();
    device.found = { status: 'unreadable', reason: 'newer' };
    await profile.read();
    expect(await profile.read()).toEqual({ status: 'unreadable', reason: 'newer' });
  });
});
