import type { RecommendationBadge, RecommendationKind, RecommendationPin, RecommendationReason, Recommendations, RecommendedItem } from '../contracts/index.ts';
import { allowItems } from './allow-items.ts';
import { attributeSimilarity } from './attribute-similarity.ts';
import { type Likeness, diversify } from './diversify.ts';
import { firstToSpeak } from './first-to-speak.ts';
import { traitsOf } from './garment-traits.ts';
import { placePins } from './place-pins.ts';
import type { RecommendationRequest } from './recommendation-request.ts';
import type { RecommendationSources } from './recommendation-sources.ts';
import type { Candidate } from './strategy.ts';

const DEFAULT_DIVERSITY = 0.3;
/** Where the order itself is what was asked for. */
const IN_ORDER: ReadonlySet<RecommendationKind> = new Set(['rerank', 'recently-seen', 'trending']);

const BADGES: Readonly<Partial<Record<RecommendationReason['type'], RecommendationBadge>>> = {
  'because-viewed': 'for-you', 'because-bought': 'for-you', 'for-you': 'for-you',
  popular: 'popular', 'popular-in-size': 'popular', trending: 'trending', new: 'new',
};

/** A place of the list: a candidate, or what the shop put there. */
interface Place {
  readonly itemId: string;
  readonly candidate?: Candidate;
}

/**
 * Answers a question: strategies are asked in their order (`STRATEGIES`), and the first that has enough items that may be shown speaks.
 * The same question and sources always have the same answer.
 */
export function recommend(request: RecommendationRequest, sources: RecommendationSources): Recommendations {
  const { id, kind, limit } = request;
  const allows = allowItems(request, sources);
  const spoken = firstToSpeak(request, sources, allows);
  const diversity = request.diversity ?? (IN_ORDER.has(kind) ? 0 : DEFAULT_DIVERSITY);
  const candidates = spoken?.ranking.candidates ?? [];
  const chosen = diversify(candidates, limit, diversity, likenessAmong(candidates, sources));
  const places = placePins<Place>(chosen.map((candidate) => ({ itemId: candidate.itemId, candidate })), pinsOf(request, allows), limit, (itemId) => ({ itemId }));
  const modelVersion = spoken?.ranking.modelVersion;
  return {
    id, kind, strategy: spoken?.strategy.name ?? 'none', ...(modelVersion === undefined ? {} : { modelVersion }),
    items: places.map((place) => toItem(place, kind === 'second-hand' || sources.catalog.find(place.itemId)?.condition === 'used')),
  };
}

/** Of a list to re-rank, only what is in it can be pinned; into what was seen, nothing. */
function pinsOf({ kind, itemIds, rules }: RecommendationRequest, allows: (itemId: string) => boolean): readonly RecommendationPin[] {
  if (kind === 'recently-seen') return [];
  return rules?.pins.filter((pin) => pin.kind === kind && allows(pin.itemId) && (kind !== 'rerank' || itemIds.includes(pin.itemId))) ?? [];
}

/** Each is looked up once: the choice compares nearly all with what is chosen. */
function likenessAmong(candidates: readonly Candidate[], { catalog, listings }: RecommendationSources): Likeness {
  const used = new Map(listings.map((listing) => [listing.id, listing]));
  const garments = candidates.map(({ itemId }) => {
    const item = catalog.find(itemId) ?? used.get(itemId);
    return item && traitsOf(item);
  });
  return (place, otherPlace) => {
    const item = garments[place];
    const other = garments[otherPlace];
    return item === undefined || other === undefined ? 0 : attributeSimilarity(item, other);
  };
}

/** What a piece is comes before why it is here. */
function toItem({ itemId, candidate }: Place, isUsed: boolean): RecommendedItem {
  const { score, reason } = candidate ?? { reason: { type: 'chosen-by-shop' } as const };
  const badge = isUsed ? 'second-hand' : BADGES[reason.type];
  return { itemId, ...(score === undefined ? {} : { score }), reason, ...(badge === undefined ? {} : { badge }) };
}
