import { type Product, type RecommendationReason, type RecommendedItem, priceAt } from '@vua/models/contracts';
import { type LiveShop, sizesInStock, sizesToOffer } from '../../actions/recommendations/ask-recommendations.ts';
import { formatMoney } from './format-money.ts';
import type { Settings } from './read-settings.ts';
import { RECOMMENDATION_TEXTS, type RecommendationTexts } from './recommendation-texts.ts';

/** What a card says, ready to be shown. */
export interface Card {
  readonly itemId: string;
  readonly name: string;
  readonly href: string;
  readonly pictureUrl: string | undefined;
  /** Of its first colour, `#rrggbb`. */
  readonly colour: string;
  readonly price: string;
  /** Where a sale holds. */
  readonly regularPrice: string | undefined;
  readonly sizeLine: string | undefined;
  readonly reason: string | undefined;
  readonly badge: string | undefined;
}

export type CardSettings = Pick<Settings, 'locale' | 'itemUrl' | 'pictureUrl'>;

/** Undefined for an item that the catalog does not have. @param nowMs by the device's clock */
export function cardOf({ itemId, reason, badge }: RecommendedItem, shop: LiveShop, settings: CardSettings, nowMs: number): Card | undefined {
  const product = shop.products.get(itemId);
  if (product === undefined) return undefined;
  const { locale, itemUrl, pictureUrl } = settings;
  const texts = RECOMMENDATION_TEXTS[locale];
  const live = shop.snapshot?.items.get(itemId) ?? { price: product.price, sales: [] };
  const now = priceAt(live, nowMs + (shop.snapshot?.aheadMs ?? 0));
  return {
    itemId, name: product.name[locale], href: addressOf(itemUrl, itemId), pictureUrl: pictureUrl && addressOf(pictureUrl, itemId), colour: product.colours[0]?.hex ?? '#c0c0c0',
    price: formatMoney(now, locale), regularPrice: now.amountMinor < live.price.amountMinor ? formatMoney(live.price, locale) : undefined,
    sizeLine: sizeLineOf(product, shop, texts),
    reason: reasonOf(reason, texts, (id) => shop.products.get(id)?.name[locale]) || undefined,
    badge: badge && texts.badges[badge],
  };
}

/** Of a used piece also where nobody was measured: it is there in one size, seldom in more. */
function sizeLineOf({ id, condition }: Product, shop: LiveShop, { sizeInStock, size, or }: RecommendationTexts): string | undefined {
  const fitting = sizesToOffer(id, shop);
  const sizes = fitting ?? (condition === 'used' ? sizesInStock(id, shop) : undefined) ?? [];
  return sizes.length === 0 ? undefined : fill(fitting === undefined ? size : sizeInStock, { sizes: sizes.join(` ${or} `) });
}

/** Puts names into a text. */
export const fill = (text: string, names: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);

const addressOf = (template: string, itemId: string): string => template.replaceAll('{id}', encodeURIComponent(itemId));

/** Empty: nothing is said. */
export function reasonOf(reason: RecommendationReason, { reasons, reasonWithoutItem }: RecommendationTexts, nameOf: (itemId: string) => string | undefined): string {
  if (!('itemId' in reason)) return fill(reasons[reason.type], { size: 'size' in reason ? reason.size : '' });
  const item = nameOf(reason.itemId);
  return item === undefined ? reasonWithoutItem : fill(reasons[reason.type], { item });
}

/** Time of the next start or end of a sale among items, by the device's clock; Infinity: none. */
export function nextPriceChangeMs(itemIds: readonly string[], { snapshot }: LiveShop, nowMs: number): number {
  if (snapshot === undefined) return Infinity;
  const edges = itemIds.flatMap((itemId) => snapshot.items.get(itemId)?.sales.flatMap(({ startsAtMs, endsAtMs }) => [startsAtMs, endsAtMs]) ?? []);
  return Math.min(...edges.map((edgeMs) => edgeMs - snapshot.aheadMs).filter((edgeMs) => edgeMs > nowMs));
}
