import { attributeSimilarity } from '../attribute-similarity.ts';
import type { Catalog, RecommendableItem } from '../catalog.ts';
import type { RankedItem } from '../recommendation-sources.ts';

export interface Likened extends RankedItem {
  /** The item it is most like. */
  readonly likeId: string;
}

/** Compared of each garment type: in a larger shop every so-manieth of its items, so that an answer takes a few milliseconds. */
const COMPARED = 2000;

/** Items of the same garment type as one of `examples`, by the example that each is most like. What is asked for itself is left out. */
export function likenItems(examples: readonly RecommendableItem[], catalog: Catalog): readonly Likened[] {
  const own = new Set(examples.map(({ id }) => id));
  const types = [...new Set(examples.map(({ garmentType }) => garmentType))];
  return types.flatMap((type) => sampleOf(catalog.ofType(type))).filter(({ id }) => !own.has(id)).map((item) => likenItem(item, examples));
}

function sampleOf(items: readonly RecommendableItem[]): readonly RecommendableItem[] {
  const every = Math.ceil(items.length / COMPARED);
  return every <= 1 ? items : items.filter((_, place) => place % every === 0);
}

/** How much an item is like the example that it is most like. */
export function likenItem(item: RecommendableItem, examples: readonly RecommendableItem[]): Likened {
  let [likeId, score] = ['', -1];
  for (const example of examples) {
    const likeness = attributeSimilarity(item, example);
    if (likeness > score) [likeId, score] = [example.id, likeness];
  }
  return { itemId: item.id, score, likeId };
}

/** Items that the catalog still has, without repeats. */
export const knownItems = (ids: readonly string[], catalog: Catalog): readonly RecommendableItem[] => (
  [...new Set(ids)].map((id) => catalog.find(id)).filter((item) => item !== undefined)
);
