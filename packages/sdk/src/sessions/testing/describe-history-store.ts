import { beforeEach, describe, expect, it } from 'vitest';
import type { HistoryStore } from '../history-store.ts';
import { type Moment, momentsOf } from '../moment.ts';
import { viewOf } from './sample-events.ts';

const moments = ['a', 'b', 'c'].flatMap((itemId, index) => momentsOf(viewOf(itemId, index)));

/** What every {@link HistoryStore} does. @param open an empty one, and another view of the same place. */
export function describeHistoryStore(name: string, open: () => Promise<readonly [HistoryStore, HistoryStore]>): void {
  describe(`${name}, as every history store`, () => {
    let store: HistoryStore;
    let again: HistoryStore;
    beforeEach(async () => { [store, again] = await open(); });

    it('has nothing at first', async () => {
      expect(await store.read()).toEqual([]);
    });

    it('gives back what was kept, to every view', async () => {
      expect(await store.update(() => moments)).toBe(true);
      expect(await again.read()).toEqual(moments);
    });

    it('loses nothing where two change it at once', async () => {
      const add = (moment: Moment) => (old: readonly Moment[]) => [...old, moment];
      await Promise.all(moments.map((moment, index) => (index % 2 === 0 ? store : again).update(add(moment))));
      expect((await store.read()).map(({ itemId }) => itemId).toSorted()).toEqual(['a', 'b', 'c']);
    });

    it('is empty after it was cleared, for every view, and can be used again', async () => {
      await again.update(() => moments);
      expect(await store.clear()).toBe(true);
      expect(await again.read()).toEqual([]);
      expect(await again.update(() => moments.slice(1))).toBe(true);
      expect(await store.read()).toEqual(moments.slice(1));
    });

    it('can be used after it was closed', async () => {
      await store.update(() => moments);
      store.close();
      store.close();
      expect(await store.read()).toEqual(moments);
    });
  });
}
