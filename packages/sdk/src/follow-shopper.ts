import type { VuaEvent } from '@vua/models/contracts';
import type { ShopperRanking } from './actions/index.ts';
import type { ShopperSource } from './actions/recommendations/shopper-source.ts';
import type { RankingOptions, RankingTracker } from './open-ranking.ts';

/** What asks for recommendations calls it; not an event, which every script of the page could hear. */
export const OPEN_RANKING = Symbol.for('vua.open-ranking');

/** Where `<vua-recommendations>` finds what it may know of the shopper. */
export const SHOPPER = Symbol.for('vua.shopper');

/** Where a page keeps both. */
export interface RankingPage {
  [OPEN_RANKING]?: () => Promise<ShopperRanking>;
  [SHOPPER]?: Promise<ShopperSource>;
}

/**
 * Remembers on the device what the shopper did, as far as consent allows (`keepSequence`), and ranks what is likely next once somebody asks.
 * @param before events of this page from before this code was there @param stopBefore ends the gathering of them
 * The code for both loads with the first choice about consent, or with the first question; until then this page's events wait in memory.
 */
export function followShopper(tracker: RankingTracker, options: RankingOptions, before: readonly VuaEvent[] = [], stopBefore: () => void = () => undefined, page: RankingPage = globalThis as RankingPage): void {
  const early = [...before];
  stopBefore();
  const stop = tracker.listen((event) => early.push(event));
  let opening: Promise<ShopperRanking> | undefined;
  const open = (): Promise<ShopperRanking> => {
    opening ??= import('./open-ranking.ts').then(({ openRanking }) => {
      stop();
      return openRanking(tracker, options, early);
    });
    opening.catch(() => { opening = undefined; });
    return opening;
  };
  // Without the code nothing is remembered, and nothing else is missing; the next page tries again.
  const start = (): void => void open().catch(() => undefined);
  const { analytics, personalization } = tracker.consent.read();
  if (analytics !== 'unknown' || personalization !== 'unknown') start();
  tracker.consent.onChange(start);
  page[OPEN_RANKING] = open;
  page[SHOPPER] = Promise.resolve(shopperSource(tracker, open));
}

const shopperSource = ({ consent }: RankingTracker, open: () => Promise<ShopperRanking>): ShopperSource => ({
  consent,
  history: async () => (await open()).history(),
  async expect(limit, among) {
    const shopper = await open();
    const ranking = await shopper.rank(limit, among);
    if (ranking.status !== 'ranked') return undefined;
    const { modelVersion, items } = ranking;
    // An engine that is lost meanwhile takes the reasons with it, not the list.
    const causes = await shopper.causes(items.map(({ itemId }) => itemId)).catch((): ReadonlyMap<string, string> => new Map());
    return { modelVersion, items, causeOf: (itemId) => causes.get(itemId) };
  },
});
