import { type RecommendationRequest, type RecommendationSources, STRATEGIES, poolSize } from '@vua/models/recommend';
import type { ShopperSource } from './shopper-source.ts';

/** What may be used of the shopper for an answer. */
export type Shopper = Pick<RecommendationSources, 'history' | 'expect'>;

/** Nothing is known, or nothing may be used. */
export const UNKNOWN_SHOPPER: Shopper = { history: [], expect: () => undefined };

/** A model that takes longer lets the next strategy speak. */
const MODEL_LIMIT_MS = 3000;

/** Whether what the shopper did may choose what is shown. */
export const isPersonal = (source: ShopperSource | undefined): boolean => source?.consent.read().personalization === 'granted';

/** History and expectation for one question, where the shopper agreed to personalization; nothing else. */
export async function readShopper(source: ShopperSource | undefined, request: RecommendationRequest): Promise<Shopper> {
  if (source === undefined || !isPersonal(source)) return UNKNOWN_SHOPPER;
  const [history, expectation] = await Promise.all([source.history().catch(() => []), expectFor(source, request)]);
  // Taken back meanwhile.
  return isPersonal(source) ? { history, expect: () => expectation } : UNKNOWN_SHOPPER;
}

/** Only where a strategy of this kind will ask: the model costs a download. */
async function expectFor(source: ShopperSource, { kind, limit, itemIds }: RecommendationRequest): ReturnType<NonNullable<ShopperSource['expect']>> {
  const among = kind === 'rerank' ? itemIds : undefined;
  const isAsked = STRATEGIES[kind].some(({ name }) => name === 'sequence-model' || name === 'rerank-by-model');
  if (!isAsked || source.expect === undefined) return undefined;
  const late = new Promise<undefined>((resolve) => { setTimeout(() => resolve(undefined), MODEL_LIMIT_MS); });
  return Promise.race([source.expect(poolSize(limit), among).catch(() => undefined), late]);
}
