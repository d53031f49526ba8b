import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Product, RecommendationTables, SnapshotItem } from '@vua/models/contracts';
import { bundle } from '../../testing/bundle.ts';

/** Nothing is allowed but our own scripts by nonce and our two Trusted Types policies. */
const STRICT_CSP = [
  "default-src 'none'", "script-src 'nonce-vua'", "style-src 'none'", "connect-src 'self'", "base-uri 'none'", "img-src 'self' data:", "require-trusted-types-for 'script'", 'trusted-types vua lit-html',
].join('; ');

export interface ShopScript {
  readonly products: readonly Product[];
  readonly tables?: RecommendationTables;
  readonly snapshot?: (id: string) => SnapshotItem | undefined;
  /** Of the shop's model: path -> contents. */
  readonly modelFiles?: Readonly<Record<string, string | Uint8Array>>;
}

export interface RecommendationsShop {
  /** Ends with a slash. */
  readonly url: string;
  /** Paths with queries that were asked for. */
  readonly asked: string[];
  script: ShopScript;
  /** While it is true, only pages and code are answered. */
  isAway: boolean;
  close(): Promise<void>;
}

let code: Promise<ReadonlyMap<string, string>> | undefined;
const bundleFixture = async (): Promise<ReadonlyMap<string, string>> => new Map((await bundle(fileURLToPath(new URL('recommendations-fixture.ts', import.meta.url)))).map(({ name, text }) => [`/${name}`, text]));

/** A shop on a free port of this machine; `/?html=` is a page with that element. */
export async function startRecommendationsShop(script: ShopScript): Promise<RecommendationsShop> {
  const files = await (code ??= bundleFixture());
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'page://shop');
    const code = files.get(url.pathname);
    if (code !== undefined) return void response.setHeader('content-type', 'text/javascript').end(code);
    if (url.pathname.startsWith('/v1/')) {
      shop.asked.push(`${url.pathname}${url.search}`);
      const answer = shop.isAway ? undefined : answerTo(url, shop.script);
      if (shop.isAway) return void request.socket.destroy();
      const file = shop.script.modelFiles?.[url.pathname];
      if (file !== undefined) return void response.end(file);
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify(answer ?? {}));
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': STRICT_CSP });
    response.end(pageHtml(url.searchParams));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  const shop: RecommendationsShop = {
    url: `http://127.0.0.1:${port}/`, asked: [], script, isAway: false,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
  return shop;
}

function answerTo({ pathname, searchParams }: URL, { products, tables, snapshot = plainItem(products) }: ShopScript): unknown {
  if (pathname === '/v1/products') return { products };
  if (pathname === '/v1/recommendations/tables') return tables;
  if (pathname === '/v1/catalog/snapshot') return { items: (searchParams.get('items') ?? '').split(',').flatMap((id) => snapshot(id) ?? []) };
  return undefined;
}

const plainItem = (products: readonly Product[]) => (id: string): SnapshotItem | undefined => {
  const product = products.find((each) => each.id === id);
  const labels = ['XS', 'S', 'M', 'L'];
  return product && { id, price: product.price, sales: [], sizes: labels.map((label) => ({ label, inStock: product.sizesInStock?.includes(label) ?? true })) };
};

const pageHtml = (query: URLSearchParams): string => `<!doctype html><html lang="${query.get('lang') ?? 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Shop</title><link rel="icon" href="data:,"></head>
  <body><main><h1>Shop</h1>${query.get('html') ?? ''}</main><script type="module" nonce="vua" src="/recommendations-fixture.js"></script></body></html>`;
