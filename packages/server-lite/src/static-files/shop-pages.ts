import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { cacheControlOf } from './cache-control.ts';
import { SHOP_PAGE_HEADERS } from './shop-headers.ts';

export interface ShopPagesOptions {
  /** Absolute paths of the folders with the shop's files, `index.html` in one of them. */
  readonly folders: readonly string[];
  /** Pages of other products are answered with 404. */
  readonly hasProduct: (id: string) => Promise<boolean>;
}

/** The demo shop: its pages at `/` and `/products/:id`, their files at `/shop/`. */
export const shopPages = ({ folders, hasProduct }: ShopPagesOptions): FastifyPluginAsync => async (app) => {
  await app.register(fastifyStatic, {
    root: [...folders],
    prefix: '/shop/',
    index: false,
    dotfiles: 'ignore',
    acceptRanges: false,
    preCompressed: true,
    cacheControl: false,
    // By the file and not by the route: the page lies at `/shop/index.html`, too.
    setHeaders: (reply, path) => void reply.headers(path.endsWith('.html') ? SHOP_PAGE_HEADERS : { 'cache-control': cacheControlOf(path) }),
  });

  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.sendFile('index.html'));

  app.get<{ Params: { id: string } }>('/products/:id', { schema: { hide: true } }, async (request, reply) => {
    const known = await hasProduct(request.params.id);
    return reply.code(known ? 200 : 404).sendFile('index.html');
  });
};
