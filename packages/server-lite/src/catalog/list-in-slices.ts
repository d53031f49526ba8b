import type { CatalogItem } from './catalog-item.ts';
import type { CatalogRepository } from './catalog-repository.ts';

/** Read in one turn: some milliseconds. */
const SLICE = 500;

/** What is sold, in the shop's order, read a slice at a time so that a large catalog keeps nobody else waiting. Each item is whole; what changes meanwhile may be in it or not. */
export async function listInSlices<T>({ listIds, findItems }: Pick<CatalogRepository, 'listIds' | 'findItems'>, tenantId: string, make: (item: CatalogItem) => T): Promise<readonly T[]> {
  const ids = await listIds(tenantId);
  const made: T[] = [];
  for (let from = 0; from < ids.length; from += SLICE) {
    const slice = ids.slice(from, from + SLICE);
    const items = new Map((await findItems(tenantId, slice)).map((item) => [item.id, item]));
    for (const id of slice) {
      const item = items.get(id);
      if (item !== undefined) made.push(make(item));
    }
  }
  return made;
}
