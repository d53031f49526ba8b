import { type Catalog, type RecommendableItem, createCatalog } from '@vua/models/recommend';
import { type CatalogEdit, editItems } from './edit-items.ts';

/** A shop's catalog in memory. */
export interface OpenedCatalog {
  readonly current: () => Catalog;
  /** Reads it again where it is a minute old. One at a time. */
  readonly renew: () => Promise<void>;
  /** A change that was kept. */
  readonly edit: (edit: CatalogEdit) => void;
}

const FRESH_MS = 60_000;

/** @param now UTC milliseconds */
export async function openCatalog(listItems: () => Promise<readonly RecommendableItem[]>, now: () => number): Promise<OpenedCatalog> {
  let readMs = now();
  let catalog = createCatalog(await listItems());
  /** Changes while it is read: what is read may be older. Undefined: it is not being read. */
  let meanwhile: readonly CatalogEdit[] | undefined;
  return {
    current: () => catalog,
    renew: async () => {
      if (now() - readMs < FRESH_MS) return;
      const startedMs = now();
      meanwhile = [];
      try {
        const items = await listItems();
        catalog = createCatalog(meanwhile.reduce<readonly RecommendableItem[]>(editItems, items));
        readMs = startedMs;
      } finally {
        meanwhile = undefined;
      }
    },
    edit: (edit) => {
      meanwhile = meanwhile && [...meanwhile, edit];
      catalog = createCatalog(editItems(catalog.all, edit));
    },
  };
}
