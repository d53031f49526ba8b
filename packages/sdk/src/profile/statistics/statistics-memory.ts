import type { MeasurementStatistics } from '@vua/models/contracts';
import { createMemoryStatisticsStore, type KeptStatistics, type StatisticsStore } from './kept-statistics.ts';

/** The device's memory; the page's where the device keeps nothing. */
export interface StatisticsMemory {
  recall(): Promise<KeptStatistics | undefined>;
  /** @returns how long it lasts. */
  keep(kept: KeptStatistics): Promise<'device' | 'page'>;
  /** The answer whose hour has come, taken out. */
  takeDue(nowMs: number): Promise<MeasurementStatistics | undefined>;
  /** @returns whether nothing is there now. */
  forget(): Promise<boolean>;
}

export function createStatisticsMemory(device: StatisticsStore): StatisticsMemory {
  // Only what the device refused is held by the page, so it is the later one.
  const page = createMemoryStatisticsStore();
  return {
    async recall() {
      const onPage = await page.read();
      const kept = typeof onPage === 'object' ? onPage : await device.read();
      return typeof kept === 'object' ? kept : undefined;
    },
    async keep(kept) {
      const isOnDevice = await device.write(kept);
      await (isOnDevice ? page.clear() : page.write(kept));
      return isOnDevice ? 'device' : 'page';
    },
    takeDue: async (nowMs) => await page.takeDue(nowMs) ?? device.takeDue(nowMs),
    async forget() {
      await page.clear();
      return device.clear();
    },
  };
}
