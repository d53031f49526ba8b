import { attributeSimilarity } from '../attribute-similarity.ts';
import type { Catalog, RecommendableItem } from '../catalog.ts';
import { type GarmentTraits, traitsOf } from '../garment-traits.ts';
import type { RankedItem } from '../recommendation-sources.ts';

export interface Likened extends RankedItem {
  /** The item it is most like. */
  readonly likeId: string;
}

/** Items of the same garment type as one of `examples`, by the example that each is most like. What is asked for itself is left out. */
export function likenItems(examples: readonly RecommendableItem[], { comparedOfType }: Catalog): readonly Likened[] {
  const own = new Set(examples.map(({ id }) => id));
  const traits = examples.map(traitsOf);
  const types = new Set(examples.map(({ garmentType }) => garmentType));
  return [...types].flatMap((type) => comparedOfType(type).filter(({ itemId }) => !own.has(itemId)).map((item) => likenItem(item, traits)));
}

/** How much an item is like the example that it is most like. */
export function likenItem(item: GarmentTraits, examples: readonly GarmentTraits[]): Likened {
  let likeId = '';
  let score = -1;
  for (const example of examples) {
    const likeness = attributeSimilarity(item, example);
    if (!(likeness > score)) continue;
    likeId = example.itemId;
    score = likeness;
  }
  return { itemId: item.itemId, score, likeId };
}

/** Items that the catalog still has, without repeats. */
export const knownItems = (ids: readonly string[], catalog: Catalog): readonly RecommendableItem[] => (
  [...new Set(ids)].map((id) => catalog.find(id)).filter((item) => item !== undefined)
);
