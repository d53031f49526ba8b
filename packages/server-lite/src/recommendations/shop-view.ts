import type { RecommendationRules } from '@vua/models/contracts';
import { type Catalog, type Crowd, type RecommendableItem, createCatalog, rankCrowd } from '@vua/models/recommend';
import { type FollowDeps, type FollowedShop, followShop } from './counting/follow-log.ts';
import type { ShopCounts } from './counting/shop-counts.ts';
import type { RulesRepository } from './rules-repository.ts';

/** What is known of a shop at one moment; replaced as a whole when more is known. */
export interface ShopView {
  /** Another one whenever anything in here is. */
  readonly revision: number;
  readonly catalog: Catalog;
  readonly crowd: Crowd;
  readonly counts: ShopCounts;
  readonly rules: RecommendationRules;
  /** Time up to which events are counted; 0: none yet. */
  readonly countedMs: number;
}

export interface ShopViewDeps extends FollowDeps {
  /** What a shop sells, in its order, at the prices of this moment. */
  readonly listItems: (tenantId: string) => Promise<readonly RecommendableItem[]>;
  readonly rules: RulesRepository;
}

/** A shop that is followed. */
export interface FollowedView {
  readonly view: () => ShopView;
  /** Counts what has come, and reads the catalog where that is a minute old. */
  readonly refresh: () => Promise<void>;
  readonly saveRules: (rules: RecommendationRules) => Promise<void>;
}

const CATALOG_MS = 60_000;
const NO_RULES: RecommendationRules = { pins: [], exclusions: [] };
let revisions = 0;

/** Reads catalog and rules; events are counted by the first `refresh`. */
export async function openShopView(tenantId: string, deps: ShopViewDeps): Promise<FollowedView> {
  const { listItems, now, rules: repository } = deps;
  const shop = followShop(tenantId, deps);
  let readMs = now();
  let view = viewOf(shop, createCatalog(await listItems(tenantId)), await repository.find(tenantId) ?? NO_RULES, now());
  return {
    view: () => view,
    refresh: async () => {
      await shop.advance();
      const isOld = now() - readMs >= CATALOG_MS;
      const catalog = isOld ? createCatalog(await listItems(tenantId)) : view.catalog;
      if (isOld) readMs = now();
      view = viewOf(shop, catalog, await repository.find(tenantId) ?? NO_RULES, now());
    },
    saveRules: async (rules) => {
      await repository.save(tenantId, rules);
      view = { ...view, rules, revision: (revisions += 1) };
    },
  };
}

function viewOf(shop: FollowedShop, catalog: Catalog, rules: RecommendationRules, nowMs: number): ShopView {
  const counts = shop.counts();
  const sizes = new Map(counts.sizes(nowMs).map(({ size, items }) => [size, items]));
  return { revision: (revisions += 1), catalog, counts, rules, countedMs: shop.countedMs(), crowd: rankCrowd(counts.figures(nowMs), (size) => sizes.get(size) ?? [], nowMs) };
}
