import type { AttributeVocabulary } from '@vua/models/trend';
import type { ItemTrends } from '../../storage/item-trends.ts';
import { attributesOfItem } from '../features/shop/attributes-of-item.ts';
import type { ItemFacts } from '../features/shop/item-facts.ts';
import type { TrendView } from './trend-view.ts';
import type { TrendViews } from './trend-views.ts';

export interface ItemTrendsDeps {
  readonly views: TrendViews;
  readonly listItems: (tenantId: string) => Promise<readonly ItemFacts[]>;
  /** The words by which attributes are told for a shop. */
  readonly vocabularyOf: (tenantId: string) => Promise<AttributeVocabulary>;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** Catalog and forecasts change slowly. */
const RENEW_MS = 600_000;

/** From forecasts of attributes to items: each attribute with a call counts by its chance. */
export function createItemTrends({ views, listItems, vocabularyOf, now }: ItemTrendsDeps): ItemTrends {
  const known = new Map<string, { readonly changes: Promise<ReadonlyMap<string, number>>; readonly madeMs: number }>();
  const make = async (tenantId: string): Promise<ReadonlyMap<string, number>> => {
    const view = await views.of(tenantId);
    if (view.all.length === 0) return new Map();
    const vocabulary = await vocabularyOf(tenantId);
    return new Map((await listItems(tenantId)).flatMap((item) => {
      const change = changeOf(item, view, vocabulary);
      return change === undefined ? [] : [[item.id, change] as const];
    }));
  };
  return {
    changes(tenantId) {
      const held = known.get(tenantId);
      if (held !== undefined && Math.abs(now() - held.madeMs) < RENEW_MS) return held.changes;
      const changes = make(tenantId);
      known.set(tenantId, { changes, madeMs: now() });
      changes.catch(() => known.delete(tenantId));
      return changes;
    },
  };
}

function changeOf(item: ItemFacts, view: TrendView, vocabulary: AttributeVocabulary): number | undefined {
  const told = [...attributesOfItem(item, vocabulary)].flatMap((attribute) => {
    const found = view.find(attribute);
    const forecast = found && view.forecastOf(found);
    if (forecast?.status !== 'forecast' || forecast.change.class === 'uncertain') return [];
    const { value, class: called, probabilities } = forecast.change;
    return [probabilities[called] * value];
  });
  return told.length === 0 ? undefined : told.reduce((sum, change) => sum + change, 0) / told.length;
}
