import type { EventData, RecommendationKind } from '@vua/models/contracts';
import type { Question } from '../../actions/recommendations/ask-recommendations.ts';
import { localeOf } from '../locale-of.ts';
import { webAddress } from './web-address.ts';

type Placement = EventData['recommendation_show']['placement'];

/** What an element's attributes say. */
export interface Settings {
  readonly placement: Placement;
  readonly question: Question;
  /** `{id}` stands for the item. */
  readonly itemUrl: string;
  readonly pictureUrl: string | undefined;
  readonly locale: 'vi' | 'en';
}

/** Kind of a place, where the element names none. */
const KIND_AT: Readonly<Record<Placement, RecommendationKind>> = {
  home: 'for-you', product: 'similar', cart: 'goes-with', checkout: 'after-purchase', list: 'trending', search: 'trending', email: 'trending', other: 'trending',
};
const KINDS: Readonly<Record<RecommendationKind, true>> = {
  'for-you': true, similar: true, 'goes-with': true, 'after-purchase': true, rerank: true, 'recently-seen': true, trending: true, 'second-hand': true, 'popular-in-size': true,
};
const LIMIT = { least: 1, most: 24, usual: 8 } as const;

const isKind = (name: string | null): name is RecommendationKind => name !== null && Object.hasOwn(KINDS, name);
const isPlacement = (name: string | null): name is Placement => name !== null && Object.hasOwn(KIND_AT, name);

/** A wrong value counts as if it were not there. */
export function readSettings(element: Element): Settings {
  const [slot, kind, size] = ['slot', 'kind', 'size'].map((name) => element.getAttribute(name));
  const placement = isPlacement(slot ?? null) ? slot as Placement : 'other';
  const diversity = numberOf(element, 'diversity', 0, 1);
  const price = priceOf(element);
  return {
    placement, locale: localeOf(element), itemUrl: webAddress(element.getAttribute('item-url')) ?? '/products/{id}', pictureUrl: webAddress(element.getAttribute('picture-url')),
    question: {
      kind: isKind(kind ?? null) ? kind as RecommendationKind : KIND_AT[placement],
      itemIds: (element.getAttribute('item') ?? '').split(',').map((itemId) => itemId.trim()).filter((itemId) => itemId !== ''),
      limit: Math.round(numberOf(element, 'limit', LIMIT.least, LIMIT.most) ?? LIMIT.usual),
      ...(size && { size }), ...(diversity !== undefined && { diversity }), ...(price && { price }),
    },
  };
}

function priceOf(element: Element): Question['price'] {
  const [leastMinor, mostMinor] = [numberOf(element, 'price-least', 0, Infinity), numberOf(element, 'price-most', 0, Infinity)];
  if (leastMinor === undefined && mostMinor === undefined) return undefined;
  return { currency: 'VND', ...(leastMinor !== undefined && { leastMinor }), ...(mostMinor !== undefined && { mostMinor }) };
}

/** Held within its bounds; undefined where it is no number. */
function numberOf(element: Element, name: string, least: number, most: number): number | undefined {
  const text = element.getAttribute(name)?.trim();
  const value = text ? Number(text) : NaN;
  return Number.isNaN(value) ? undefined : Math.min(most, Math.max(least, value));
}
