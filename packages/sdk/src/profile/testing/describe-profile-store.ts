import { beforeEach, describe, expect, it } from 'vitest';
import type { ProfileStore } from '../profile-store.ts';
import { sampleRecord } from './sample-record.ts';

/** An empty place for one record, seen twice, and the place of another shop. */
export interface StorePlace {
  readonly store: ProfileStore;
  /** Another view of the same place, such as another tab's. */
  readonly again: ProfileStore;
  readonly elsewhere: ProfileStore;
}

/** What every {@link ProfileStore} does. */
export function describeProfileStore(name: string, open: () => Promise<StorePlace>): void {
  describe(`${name}, as every profile store`, () => {
    let place: StorePlace;
    beforeEach(async () => { place = await open(); });

    it('has nothing at first', async () => {
      expect(await place.store.read()).toEqual({ status: 'none' });
    });

    it('gives back what was written, to every view', async () => {
      expect(await place.store.write(sampleRecord())).toBe(true);
      expect(await place.store.read()).toEqual({ status: 'found', record: sampleRecord() });
      expect(await place.again.read()).toEqual({ status: 'found', record: sampleRecord() });
    });

    it('holds the last record only, whoever wrote it', async () => {
      await place.store.write(sampleRecord(1));
      await place.again.write(sampleRecord(2));
      expect(await place.store.read()).toEqual({ status: 'found', record: sampleRecord(2) });
    });

    it('holds one of two records that are written at once, whole', async () => {
      await Promise.all([place.store.write(sampleRecord(1)), place.again.write(sampleRecord(2))]);
      const read = await place.store.read();
      expect([sampleRecord(1), sampleRecord(2)]).toContainEqual(read.status === 'found' ? read.record : undefined);
      expect(await place.again.read()).toEqual(read);
    });

    it('forgets for every view, also when there is nothing', async () => {
      expect(await place.store.clear()).toBe(true);
      await place.store.write(sampleRecord());
      expect(await place.again.clear()).toBe(true);
      expect(await place.store.read()).toEqual({ status: 'none' });
      expect(await place.store.clear()).toBe(true);
    });

    it('can be written again after it forgot', async () => {
      await place.store.write(sampleRecord(1));
      await place.store.clear();
      expect(await place.again.write(sampleRecord(2))).toBe(true);
      expect(await place.store.read()).toEqual({ status: 'found', record: sampleRecord(2) });
    });

    it('keeps a copy: what the caller changes later is not kept', async () => {
      const record = structuredClone(sampleRecord());
      await place.store.write(record);
      Object.assign(record.body.profile, { statureCm: 200 });
      expect(await place.store.read()).toEqual({ status: 'found', record: sampleRecord() });
    });

    it('has a place for each shop', async () => {
      await place.store.write(sampleRecord(1));
      expect(await place.elsewhere.read()).toEqual({ status: 'none' });
      await place.elsewhere.write(sampleRecord(2));
      await place.store.clear();
      expect(await place.elsewhere.read()).toEqual({ status: 'found', record: sampleRecord(2) });
    });
  });
}
