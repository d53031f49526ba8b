import type { RecommendableItem } from '@vua/models/recommend';

/** A change of a shop's catalog, as recommendations see it. */
export interface CatalogEdit {
  /** New, or in the place of those with the same id. */
  readonly items: readonly RecommendableItem[];
  /** No longer sold. */
  readonly withdrawnIds: readonly string[];
}

/** The items after the change; new ones last. Nothing changes where it was made already. */
export function editItems(before: readonly RecommendableItem[], { items, withdrawnIds }: CatalogEdit): readonly RecommendableItem[] {
  const edited = new Map(items.map((item) => [item.id, item]));
  for (const id of withdrawnIds) edited.delete(id);
  const withdrawn = new Set(withdrawnIds);
  const kept = before.filter(({ id }) => !withdrawn.has(id)).map((item) => edited.get(item.id) ?? item);
  for (const { id } of kept) edited.delete(id);
  return [...kept, ...edited.values()];
}
