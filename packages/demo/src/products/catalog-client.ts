import type { Product, ProductList, SizeChart } from '@vua/models/contracts';

/** What the shop's server answered: the thing, or that there is none, or nothing. */
export type Lookup<T> = { readonly status: 'found'; readonly value: T } | { readonly status: 'unknown' } | { readonly status: 'unreachable' };

export interface CatalogClient {
  listProducts(): Promise<Lookup<ProductList>>;
  findProduct(id: string): Promise<Lookup<Product>>;
  findSizeChart(productId: string): Promise<Lookup<SizeChart>>;
}

type Fetch = (url: string) => Promise<Response>;

/** Reads the catalog of the server that served this page. */
export function createCatalogClient(fetch: Fetch = (url) => globalThis.fetch(url)): CatalogClient {
  const read = <T>(path: string): Promise<Lookup<T>> => lookUp<T>(fetch, path);
  return {
    listProducts: () => read('/v1/products'),
    findProduct: (id) => read(`/v1/products/${encodeURIComponent(id)}`),
    findSizeChart: (productId) => read(`/v1/products/${encodeURIComponent(productId)}/size-chart`),
  };
}

// The answers are the server's own, checked there by the very contracts: the page takes them as they are.
async function lookUp<T>(fetch: Fetch, path: string): Promise<Lookup<T>> {
  try {
    const response = await fetch(path);
    if (response.status === 404 || response.status === 400) return { status: 'unknown' };
    return response.ok ? { status: 'found', value: (await response.json()) as T } : { status: 'unreachable' };
  } catch {
    return { status: 'unreachable' };
  }
}
