import type { RecommendationRules } from '@vua/models/contracts';
import { type Catalog, type Crowd, type RecommendableItem, rankCrowd } from '@vua/models/recommend';
import { type FollowDeps, type FollowedShop, followShop } from './counting/follow-log.ts';
import type { ShopCounts } from './counting/shop-counts.ts';
import type { CatalogEdit } from './edit-items.ts';
import type { ItemTrends } from '../storage/item-trends.ts';
import { openCatalog } from './open-catalog.ts';
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
  /** Absent: what trends is told by the shop's own log alone. */
  readonly trends?: ItemTrends;
}

/** A shop that is followed. */
export interface FollowedView {
  readonly view: () => ShopView;
  /** Counts what has come, and reads the catalog where that is a minute old. */
  readonly refresh: () => Promise<void>;
  /** Takes a change of the catalog that was kept, without reading it. */
  readonly editCatalog: (edit: CatalogEdit) => void;
  readonly saveRules: (rules: RecommendationRules) => Promise<void>;
}

const NO_RULES: RecommendationRules = { pins: [], exclusions: [] };
const NO_CHANGES: ReadonlyMap<string, number> = new Map();
let revisions = 0;

/** Reads catalog and rules; events are counted by the first `refresh`. */
export async function openShopView(tenantId: string, deps: ShopViewDeps): Promise<FollowedView> {
  const { listItems, now, rules: repository } = deps;
  const changes = async (): Promise<ReadonlyMap<string, number>> => (await deps.trends?.changes(tenantId)) ?? NO_CHANGES;
  const shop = followShop(tenantId, deps);
  const catalog = await openCatalog(() => listItems(tenantId), now);
  let view = viewOf(shop, { catalog: catalog.current(), rules: await repository.find(tenantId) ?? NO_RULES, changes: await changes(), nowMs: now() });
  return {
    view: () => view,
    refresh: async () => {
      await shop.advance();
      await catalog.renew();
      const [rules, changed] = [await repository.find(tenantId) ?? NO_RULES, await changes()];
      // Taken last: it may have been changed meanwhile.
      view = viewOf(shop, { catalog: catalog.current(), rules, changes: changed, nowMs: now() });
    },
    editCatalog: (edit) => {
      catalog.edit(edit);
      view = { ...view, catalog: catalog.current(), revision: (revisions += 1) };
    },
    saveRules: async (rules) => {
      await repository.save(tenantId, rules);
      view = { ...view, rules, revision: (revisions += 1) };
    },
  };
}

interface Known extends Pick<ShopView, 'catalog' | 'rules'> {
  readonly changes: ReadonlyMap<string, number>;
  readonly nowMs: number;
}

function viewOf(shop: FollowedShop, { catalog, rules, changes, nowMs }: Known): ShopView {
  const counts = shop.counts();
  // What people turn to now counts the more where it is forecast to be worn more.
  const counted = counts.figures(nowMs);
  const figures = changes.size === 0 ? counted : counted.map((figure) => ({ ...figure, trend: figure.trend * (1 + (changes.get(figure.itemId) ?? 0)) }));
  const sizes = new Map(counts.sizes(nowMs).map(({ size, items }) => [size, items]));
  return { revision: (revisions += 1), catalog, counts, rules, countedMs: shop.countedMs(), crowd: rankCrowd(figures, (size) => sizes.get(size) ?? [], nowMs) };
}
