import type { CatalogEdit } from './edit-items.ts';
import { type FollowedView, type ShopViewDeps, openShopView } from './shop-view.ts';

export interface ShopViews {
  /** Opens the shop at the first call; its events are counted from then on. Rejects when the catalog cannot be read. */
  of(tenantId: string): Promise<FollowedView>;
  /** Refreshes all shops that were opened, one after another; one that fails does not keep the others back. */
  refresh(): Promise<void>;
  /** Takes a change of a shop's catalog that was kept; a shop that was not opened reads it when it is. */
  editCatalog(tenantId: string, edit: CatalogEdit): void;
  /** Milliseconds since the oldest count of an opened shop was made; 0: there is none. */
  stalenessMs(): number;
}

/** @param failed told what kept a shop from being refreshed: it goes on with what it has */
export function createShopViews(deps: ShopViewDeps, failed: (error: unknown) => void): ShopViews {
  const views = new Map<string, Promise<FollowedView>>();
  const counted = new Map<string, number>();
  return {
    of: (tenantId) => {
      const known = views.get(tenantId);
      if (known !== undefined) return known;
      const opening = openShopView(tenantId, deps);
      views.set(tenantId, opening);
      opening.catch(() => views.delete(tenantId));
      counted.set(tenantId, deps.now());
      return opening;
    },
    refresh: async () => {
      for (const [tenantId, opening] of views) {
        try {
          const shop = await opening;
          await shop.refresh();
          counted.set(tenantId, shop.view().countedMs);
        } catch (error) {
          failed(error);
        }
      }
    },
    editCatalog: (tenantId, edit) => {
      // One that cannot be opened is told to who opens it.
      views.get(tenantId)?.then((shop) => shop.editCatalog(edit), () => undefined);
    },
    stalenessMs: () => [...counted.values()].reduce((most, countedMs) => Math.max(most, deps.now() - countedMs), 0),
  };
}
