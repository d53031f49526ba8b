import { createHash } from 'node:crypto';
import { MAX_TABLE_ITEMS, type RecommendationRules, type Recommendations, type VectorAnswer, type VectorQuery, VECTOR_STEPS_PER_UNIT } from '@vua/models/contracts';
import { type RecommendationRequest, makeTables, recommend } from '@vua/models/recommend';
import { type HistoryStep, topItems } from '@vua/models/sequence';
import type { ModelSource } from '../storage/model-source.ts';
import { createAnswerCache } from '../http/answer-cache.ts';
import { LEAST_SHOPPERS } from '../storage/least-shoppers.ts';
import { createModelDesks } from './model-desk.ts';
import type { ShopView } from './shop-view.ts';
import type { ShopViews } from './shop-views.ts';

/** A question that a shop's page or program asks. */
export type RecommendationQuestion = Omit<RecommendationRequest, 'id' | 'sizesFor' | 'rules'> & { readonly history: readonly HistoryStep[] };

export type VectorOutcome = { readonly status: 'answered'; readonly answer: VectorAnswer } | { readonly status: 'unknown-model' } | { readonly status: 'other-width' };

export interface RecommendationService {
  /** The same question has the same answer, its id included, until more is known. */
  recommend(tenantId: string, question: RecommendationQuestion): Promise<Recommendations>;
  byVector(tenantId: string, query: VectorQuery): Promise<VectorOutcome>;
  /** `RecommendationTables` as JSON; undefined for a catalog that is too large. */
  tables(tenantId: string): Promise<string | undefined>;
  rules(tenantId: string): Promise<RecommendationRules>;
  saveRules(tenantId: string, rules: RecommendationRules): Promise<void>;
}

/** Items of answers, and ten for each answer: five thousand of the usual ten. */
const CACHED_ITEMS = 100_000;
/** Tables of a large catalog have some millions. */
const CACHED_LETTERS = 64 * 1024 * 1024;

export function createRecommendationService({ views, models }: { readonly views: ShopViews; readonly models: ModelSource }): RecommendationService {
  const deskOf = createModelDesks();
  const answers = createAnswerCache<Recommendations>(CACHED_ITEMS, ({ items }) => 10 + items.length);
  const tables = createAnswerCache<string>(CACHED_LETTERS, ({ length }) => length);
  const scratch = createScratch();
  return {
    async recommend(tenantId, { history, ...question }) {
      const [shop, model] = await Promise.all([views.of(tenantId), models.active(tenantId)]);
      const { catalog, counts, crowd, revision, rules } = shop.view();
      const id = idOf(JSON.stringify([tenantId, revision, model?.manifest.version, question, history]));
      const known = answers.find(id);
      if (known !== undefined) return known;
      const expect = model === undefined ? () => undefined : deskOf(model).expecter(history, catalog);
      return answers.keep(id, recommend({ ...question, rules, id }, { expect, followers: counts.followers, crowd, catalog, history, listings: catalog.used }));
    },
    async byVector(tenantId, { exclude = [], limit, modelVersion, vector }) {
      const [shop, model] = await Promise.all([views.of(tenantId), models.active(tenantId)]);
      if (model?.manifest.version !== modelVersion) return { status: 'unknown-model' };
      const { table } = deskOf(model);
      if (table?.width !== vector.length) return { status: 'other-width' };
      const { vocabulary } = model;
      const scores = scratch(vocabulary.length);
      table.score(Int16Array.from(vector), 1 / VECTOR_STEPS_PER_UNIT, scores);
      const mayShow = soldItems(shop.view(), exclude);
      const items = topItems(scores, limit, (item) => !mayShow(vocabulary[item] ?? '')).map(({ item, score }) => ({ itemId: vocabulary[item] ?? '', score }));
      return { status: 'answered', answer: { modelVersion, items } };
    },
    async tables(tenantId) {
      const view = (await views.of(tenantId)).view();
      if (view.catalog.all.length > MAX_TABLE_ITEMS) return undefined;
      const key = JSON.stringify([tenantId, view.revision]);
      return tables.find(key) ?? tables.keep(key, JSON.stringify(tablesOf(view)));
    },
    rules: async (tenantId) => (await views.of(tenantId)).view().rules,
    saveRules: async (tenantId, rules) => (await views.of(tenantId)).saveRules(rules),
  };
}

/** Names the question and all that its answer depends on. */
const idOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);

/** Scores of one answer at a time: nothing waits between its filling and its reading. */
function createScratch(): (length: number) => Float32Array {
  let scores = new Float32Array(0);
  return (length) => (scores = scores.length === length ? scores : new Float32Array(length));
}

function soldItems({ catalog, rules }: ShopView, exclude: readonly string[]): (itemId: string) => boolean {
  const barred = new Set([...exclude, ...rules.exclusions.flatMap(({ kind, itemId }) => (kind === undefined || kind === 'for-you' ? [itemId] : []))]);
  return (itemId) => {
    const item = catalog.find(itemId);
    return item !== undefined && !barred.has(itemId) && item.sizesInStock?.length !== 0;
  };
}

function tablesOf({ catalog, countedMs, counts, rules }: ShopView) {
  const figures = new Map(counts.figures(countedMs).map((figure) => [figure.itemId, figure]));
  return makeTables({
    items: catalog.all, asOfMs: countedMs, leastShoppers: LEAST_SHOPPERS, followers: counts.followers, sizes: counts.sizes(countedMs), rules,
    figuresOf: (itemId) => figures.get(itemId) ?? { popularity: 0, trend: 0, firstSeenMs: 0 },
  });
}
