import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { giveAccess } from '../http/require-access.ts';
import { cacheControlOf } from './cache-control.ts';
import { CONSOLE_PAGE_HEADERS } from './console-headers.ts';
import { SHOP_PAGE_HEADERS } from './shop-headers.ts';

export interface ShopPagesOptions {
  /** Absolute paths of the folders with the shop's files, `index.html` in one of them. */
  readonly folders: readonly string[];
  /** Pages of other products are answered with 404. */
  readonly hasProduct: (id: string) => Promise<boolean>;
}

/** The demo shop: its pages at `/` and `/products/:id`, the console at `/console`, their files at `/shop/`. */
export const shopPages = ({ folders, hasProduct }: ShopPagesOptions): FastifyPluginAsync => async (app) => {
  giveAccess(app, { kind: 'public' });
  await app.register(fastifyStatic, {
    root: [...folders],
    prefix: '/shop/',
    index: false,
    dotfiles: 'ignore',
    acceptRanges: false,
    preCompressed: true,
    cacheControl: false,
    // By the file and not by the route: the page lies at `/shop/index.html`, too.
    setHeaders: (reply, path) => void reply.headers(headersOf(basename(path))),
  });

  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.sendFile('index.html'));

  app.get('/console', { schema: { hide: true } }, async (_request, reply) => reply.sendFile('console.html'));

  app.get<{ Params: { id: string } }>('/products/:id', { schema: { hide: true } }, async (request, reply) => {
    const known = await hasProduct(request.params.id);
    return reply.code(known ? 200 : 404).sendFile('index.html');
  });
};

function headersOf(fileName: string): Readonly<Record<string, string>> {
  if (fileName === 'console.html') return CONSOLE_PAGE_HEADERS;
  return fileName.endsWith('.html') ? SHOP_PAGE_HEADERS : { 'cache-control': cacheControlOf(fileName) };
}
