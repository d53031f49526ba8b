import { attributeSimilarity } from '../attribute-similarity.ts';
import type { Catalog, RecommendableItem } from '../catalog.ts';
import type { RankedItem } from '../recommendation-sources.ts';

export interface Likened extends RankedItem {
  /** The item it is most like. */
  readonly likeId: string;
}

/** Compared of each garment type: in a larger shop every so-manieth of its items, so that an answer takes a few milliseconds. */
const COMPARED = 1000;

/** Items of the same garment type as one of `examples`, by the example that each is most like. What is asked for itself is left out. */
export function likenItems(examples: readonly RecommendableItem[], catalog: Catalog): readonly Likened[] {
  const found: Likened[] = [];
  for (const type of new Set(examples.map(({ garmentType }) => garmentType))) {
    const items = catalog.ofType(type);
    const every = Math.max(1, Math.ceil(items.length / COMPARED));
    for (let place = 0; place < items.length; place += every) {
      const item = items[place];
      if (item !== undefined && !examples.includes(item)) found.push(likenItem(item, examples));
    }
  }
  return found;
}

/** How much an item is like the example that it is most like. */
export function likenItem(item: RecommendableItem, examples: readonly RecommendableItem[]): Likened {
  let likeId = '';
  let score = -1;
  for (const example of examples) {
    const likeness = attributeSimilarity(item, example);
    if (!(likeness > score)) continue;
    likeId = example.id;
    score = likeness;
  }
  return { itemId: item.id, score, likeId };
}

/** Items that the catalog still has, without repeats. */
export const knownItems = (ids: readonly string[], catalog: Catalog): readonly RecommendableItem[] => (
  [...new Set(ids)].map((id) => catalog.find(id)).filter((item) => item !== undefined)
);
