import type { ShopViews } from './shop-views.ts';

/** From the end of one refresh to the start of the next: with the twenty seconds that events need to settle, counts are less than a minute old. */
const EVERY_MS = 10_000;

export interface RefreshLoop {
  /** Safe to call twice. */
  start(): void;
  /** Waits for the refresh that is under way. Safe to call twice. */
  stop(): Promise<void>;
}

/** Keeps the counts of all shops going. @param listTenants also those that nobody has asked about yet @param failed told when they cannot be listed */
export function createRefreshLoop(views: ShopViews, listTenants: () => Promise<readonly string[]>, failed: (error: unknown) => void): RefreshLoop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;
  const refresh = async (): Promise<void> => {
    try {
      await Promise.all((await listTenants()).map((tenantId) => views.of(tenantId)));
    } catch (error) {
      failed(error);
    }
    await views.refresh();
  };
  const turn = (): void => {
    running = refresh().finally(() => {
      if (!stopped) timer = setTimeout(turn, EVERY_MS).unref();
    });
  };
  return {
    start: () => {
      if (running === undefined) turn();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
