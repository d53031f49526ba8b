import { weekOfMs } from '@vua/models/trend';
import { type TrendView, type TrendViewDeps, openTrendView } from './trend-view.ts';

export interface TrendViews {
  /** The newest view, or the last one while the storage cannot be read. Rejects when there is none. */
  of(tenantId: string): Promise<TrendView>;
  /** Something of the shop was changed here: the next question sees it. */
  changed(tenantId: string): void;
}

/** How long another process's change may stay unseen. */
const CHECK_EVERY_MS = 5000;
/** Shops whose weeks are held in memory. */
const MOST_SHOPS = 50;

interface Held {
  readonly view: Promise<TrendView>;
  readonly checkedMs: number;
}

/** Holds the shops that were asked for, and reads one anew when it has changed or a week has passed. */
export function createTrendViews(deps: TrendViewDeps): TrendViews {
  const held = new Map<string, Held>();
  const hold = (tenantId: string, view: Promise<TrendView>): Promise<TrendView> => {
    held.delete(tenantId);
    held.set(tenantId, { view, checkedMs: deps.now() });
    const [oldest] = held.keys();
    if (held.size > MOST_SHOPS && oldest !== undefined) held.delete(oldest);
    view.catch(() => { if (held.get(tenantId)?.view === view) held.delete(tenantId); });
    return view;
  };
  const renewed = async (tenantId: string, known: Promise<TrendView>): Promise<TrendView> => {
    const view = await known;
    const [revision, liveNumber] = await Promise.all([deps.weeks.revision(tenantId), deps.models.liveNumber(tenantId)]);
    return view.revision === revision && view.liveNumber === liveNumber && view.thisWeek === weekOfMs(deps.now()) ? view : openTrendView(tenantId, deps);
  };
  return {
    of(tenantId) {
      const known = held.get(tenantId);
      if (known === undefined) return hold(tenantId, openTrendView(tenantId, deps));
      return Math.abs(deps.now() - known.checkedMs) < CHECK_EVERY_MS ? known.view : hold(tenantId, renewed(tenantId, known.view).catch(() => known.view));
    },
    changed(tenantId) {
      const known = held.get(tenantId);
      if (known !== undefined) held.set(tenantId, { ...known, checkedMs: -Infinity });
    },
  };
}
