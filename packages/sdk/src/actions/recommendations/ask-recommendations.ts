import type { Product, RecommendationKind, Recommendations, SnapshotItem } from '@vua/models/contracts';
import { type RecommendationRequest, recommend } from '@vua/models/recommend';
import { deviceSources } from './device-sources.ts';
import type { DismissedItems } from './dismissed-items.ts';
import type { ShopData } from './load-shop-data.ts';
import { UNKNOWN_SHOPPER, readShopper } from './read-shopper.ts';
import { sharedAnswerId } from './shared-answer-id.ts';
import type { ShopperSource } from './shopper-source.ts';
import type { Snapshot } from './take-snapshot.ts';

/** What a page asks for. */
export type Question = Pick<RecommendationRequest, 'kind' | 'itemIds' | 'limit' | 'size' | 'price' | 'diversity'>;

/** Sizes that fit the shopper, by product; a product that is missing: not known. */
export type FittingSizes = ReadonlyMap<string, readonly string[]>;

export interface AskDeps {
  readonly loadShop: () => Promise<ShopData | undefined>;
  readonly takeSnapshot: (itemIds: readonly string[]) => Promise<Snapshot | undefined>;
  readonly shopper: () => Promise<ShopperSource | undefined>;
  /** Undefined where nobody was measured. @param asked products that the question is about @param told products whose charts may be asked for: the same for everybody */
  readonly fittingSizes: (products: readonly Product[], asked: readonly Product[], told: readonly Product[]) => Promise<FittingSizes | undefined>;
  readonly dismissed: Pick<DismissedItems, 'read'>;
  readonly world: { readonly now: () => number };
}

/** Why nothing may be shown. */
export type Emptiness = 'nothing-fits' | 'all-dismissed' | 'nothing-seen' | 'nothing-found';

export type DeviceAnswer =
  /** The server is away and nothing was kept, or the shop sells nothing. */
  | { readonly status: 'unavailable' }
  | { readonly status: 'empty'; readonly kind: RecommendationKind; readonly why: Emptiness }
  | { readonly status: 'answered'; readonly answer: Recommendations; readonly shop: LiveShop };

/** What a card tells of an item. */
export interface LiveShop {
  readonly products: ReadonlyMap<string, Product>;
  readonly snapshot: Snapshot | undefined;
  readonly fitting: FittingSizes | undefined;
}

/** Items that a list is chosen from, and that price and stock are asked for. The server's limit is 100. */
const POOL = 100;
/** Kinds whose list no other item may fill up. */
const ITS_OWN: ReadonlySet<RecommendationKind> = new Set(['rerank', 'recently-seen', 'second-hand']);

/**
 * Answers on the device. Price and stock are asked for items that everybody on this page would ask for, so no request tells what the shopper did, hid, or fits in;
 * what else the list is chosen from is shown as the product list has it.
 */
export async function askRecommendations(question: Question, deps: AskDeps): Promise<DeviceAnswer> {
  const { world, dismissed } = deps;
  const [data, source] = await Promise.all([deps.loadShop(), deps.shopper()]);
  if (data === undefined || data.products.length === 0) return { status: 'unavailable' };
  const request: RecommendationRequest = { ...question, id: '', exclude: dismissed.read(), ...(data.crowd && { rules: data.crowd.rules }) };
  const shopper = await readShopper(source, request);
  const pool = choosePool(request, deviceSources(data, shopper, undefined, world.now()));
  const told = itemsToTell(question, data, world.now());
  const products = new Map(data.products.map((product) => [product.id, product]));
  const known = (itemIds: Iterable<string>): readonly Product[] => [...itemIds].flatMap((itemId) => products.get(itemId) ?? []);
  const [snapshot, fitting] = await Promise.all([deps.takeSnapshot(told), deps.fittingSizes(known(pool), aboutOf(question, known(question.itemIds)), known(told))]);
  const size = question.size ?? commonSize(fitting);
  const joined: RecommendationRequest = { ...request, ...(size !== undefined && { size }), sizesFor: (itemId) => (pool.has(itemId) ? fitting?.get(itemId) : []) };
  const sources = deviceSources(data, shopper, snapshot, world.now());
  const found = recommend(joined, sources);
  const answer = { ...found, id: sharedAnswerId(found, world.now()) };
  if (answer.items.length > 0) return { status: 'answered', answer, shop: { products, snapshot, fitting } };
  return { status: 'empty', kind: question.kind, why: whyEmpty(request, pool, sources) };
}

/** What the page is about; a list of things for different people is about none of them. */
const aboutOf = ({ kind }: Question, asked: readonly Product[]): readonly Product[] => (
  kind === 'rerank' && asked.some(({ audience }) => audience !== asked[0]?.audience) ? [] : asked
);

/** In an order that tells nothing: all of a small shop, of a large one what the page would show to somebody who is not known. */
function itemsToTell(question: Question, data: ShopData, nowMs: number): readonly string[] {
  if (data.products.length <= POOL) return data.products.map(({ id }) => id).sort();
  return [...choosePool({ ...question, id: '', ...(data.crowd && { rules: data.crowd.rules }) }, deviceSources(data, UNKNOWN_SHOPPER, undefined, nowMs))].sort();
}

function choosePool(request: RecommendationRequest, sources: ReturnType<typeof deviceSources>): ReadonlySet<string> {
  const ranked = (change: Partial<RecommendationRequest>): readonly string[] => recommend({ ...request, limit: POOL, diversity: 0, ...change }, sources).items.map(({ itemId }) => itemId);
  // Whatever its price: a sale that holds now may bring it into the range.
  const anyPrice = { price: undefined };
  return new Set([...ranked({}), ...ranked(anyPrice), ...(ITS_OWN.has(request.kind) ? [] : ranked({ kind: 'trending', ...anyPrice }))].slice(0, POOL));
}

function whyEmpty(request: RecommendationRequest, pool: ReadonlySet<string>, sources: ReturnType<typeof deviceSources>): Emptiness {
  if (pool.size > 0) return 'nothing-fits';
  if ((request.exclude ?? []).length > 0 && recommend({ ...request, exclude: [] }, sources).items.length > 0) return 'all-dismissed';
  return request.kind === 'recently-seen' ? 'nothing-seen' : 'nothing-found';
}

/** The label that most of them have. */
function commonSize(fitting: FittingSizes | undefined): string | undefined {
  const counts = new Map<string, number>();
  for (const sizes of fitting?.values() ?? []) for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** Sizes of an item that fit and are in stock; undefined where no size is known. */
export function sizesToOffer(itemId: string, shop: LiveShop): readonly string[] | undefined {
  const inStock = sizesInStock(itemId, shop);
  return shop.fitting?.get(itemId)?.filter((size) => inStock?.includes(size) ?? true);
}

/** Sizes that can be bought now; undefined: all. */
export function sizesInStock(itemId: string, { snapshot, products }: LiveShop): readonly string[] | undefined {
  const live: SnapshotItem | undefined = snapshot?.items.get(itemId);
  return live?.sizes.filter((size) => size.inStock).map(({ label }) => label) ?? products.get(itemId)?.sizesInStock;
}
