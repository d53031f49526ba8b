import type { RecommendationKind } from '../contracts/index.ts';
import type { Catalog } from './catalog.ts';
import type { RecommendationRequest } from './recommendation-request.ts';
import { type Candidate, poolSize } from './strategy.ts';

/** Kinds that are about used pieces, or about a list that is given. */
const TAKES_ALL: ReadonlySet<RecommendationKind> = new Set(['second-hand', 'rerank', 'recently-seen']);
/** Of a list for which there is enough that is new; one piece at least. */
const USED_SHARE = 1 / 4;

/** The best that may be shown, none twice. Single used pieces crowd no list: beyond a quarter of it they only fill what new ones leave free, unless the page itself is about a used piece. */
export function takeAllowed(candidates: readonly Candidate[], request: RecommendationRequest, { find }: Pick<Catalog, 'find'>, allows: (itemId: string) => boolean): readonly Candidate[] {
  const { kind, itemIds, limit } = request;
  const isUsed = (itemId: string): boolean => find(itemId)?.condition === 'used';
  const takesAll = TAKES_ALL.has(kind) || itemIds.some(isUsed);
  const most = poolSize(limit);
  const taken = new Map<string, Candidate>();
  const used: string[] = [];
  for (const candidate of candidates) {
    const { itemId } = candidate;
    if (taken.size - used.length === most) break;
    if (taken.has(itemId) || !allows(itemId)) continue;
    const counts = !takesAll && isUsed(itemId);
    if (counts && used.length === limit) continue;
    if (counts) used.push(itemId);
    taken.set(itemId, candidate);
  }
  const room = Math.max(1, Math.floor(limit * USED_SHARE), limit - (taken.size - used.length));
  for (const itemId of used.slice(room)) taken.delete(itemId);
  return [...taken.values()];
}
