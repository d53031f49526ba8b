import type { RecommendationKind, RecommendationReason, RecommendationStrategy } from '@vua/models/contracts';

export type HeadingName =
  | 'for-you' | 'similar' | 'goes-with' | 'after-purchase' | 'suggestions' | 'recently-seen' | 'second-hand' | 'second-hand-alike' | 'sorted' | 'trending' | 'popular' | 'popular-in-size' | 'new' | 'shop';
export type NoteName = 'by-likeness' | 'by-purchases' | 'by-wear' | 'by-trend' | 'by-crowd' | 'by-arrival' | 'by-shop';

interface Spoken {
  readonly heading: HeadingName;
  /** Absent where the shopper's own history spoke. */
  readonly note?: NoteName;
}

const PERSONAL: Spoken = { heading: 'for-you' };
const SORTED: Spoken = { heading: 'sorted' };

/** A heading says what was found, which need not be what was asked for. */
const SPOKEN: Readonly<Record<Exclude<RecommendationStrategy, 'none'>, Spoken>> = {
  'sequence-model': PERSONAL, 'co-visitation': PERSONAL, 'history-attributes': PERSONAL,
  'similar-items': { heading: 'similar', note: 'by-likeness' },
  'bought-together': { heading: 'goes-with', note: 'by-purchases' },
  complements: { heading: 'goes-with', note: 'by-wear' },
  'recently-seen': { heading: 'recently-seen' },
  'listings-like-this': { heading: 'second-hand-alike' }, listings: { heading: 'second-hand' },
  trending: { heading: 'trending', note: 'by-trend' },
  popular: { heading: 'popular', note: 'by-crowd' },
  'popular-in-size': { heading: 'popular-in-size', note: 'by-crowd' },
  newest: { heading: 'new', note: 'by-arrival' },
  'rerank-by-model': SORTED, 'rerank-by-history': SORTED,
  'rerank-by-popularity': { heading: 'popular', note: 'by-crowd' },
  'as-given': { heading: 'suggestions', note: 'by-shop' },
  catalog: { heading: 'shop', note: 'by-shop' },
};

/** Of a list that is empty. */
const ASKED: Readonly<Record<RecommendationKind, HeadingName>> = {
  'for-you': 'for-you', similar: 'similar', 'goes-with': 'goes-with', 'after-purchase': 'after-purchase', rerank: 'suggestions', 'recently-seen': 'recently-seen',
  trending: 'trending', 'second-hand': 'second-hand', 'popular-in-size': 'popular',
};

/** @param reasons of what is shown */
export function headingOf(kind: RecommendationKind, strategy: RecommendationStrategy, reasons: readonly RecommendationReason['type'][] = []): Spoken {
  if (strategy === 'none') return { heading: ASKED[kind] };
  const spoken = SPOKEN[strategy];
  // Where the pieces that are alike were too few, others follow them.
  if (spoken.heading === 'second-hand-alike' && reasons.some((reason) => reason !== 'similar-to')) return { heading: 'second-hand' };
  return kind === 'after-purchase' && spoken.heading === 'goes-with' ? { ...spoken, heading: 'after-purchase' } : spoken;
}
