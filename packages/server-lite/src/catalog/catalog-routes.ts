import { CatalogSnapshot, Identifier, Problem, Product, ProductList, SiteKey, SizeChart } from '@vua/models/contracts';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { problemOf } from '../http/problem.ts';
import { PUBLIC_HEADERS } from '../http/security-headers.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { CatalogService } from './catalog-service.ts';
import { DEMO_TENANT_ID } from './demo-tenant.ts';

export interface CatalogRoutesDeps {
  readonly catalog: CatalogService;
  /** Id of the tenant with this public site key. */
  readonly findTenant: (siteKey: string) => Promise<string | undefined>;
}

const closed = { additionalProperties: false };
const ProductParams = Type.Object({ id: Identifier }, closed);
const SiteQuery = Type.Object({ site: Type.Optional(SiteKey) }, closed);
/** At most 100 ids, with commas between them. */
const ItemIds = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}(?:,[a-z0-9][a-z0-9-]{0,63}){0,99}$', maxLength: 6499 });
const SnapshotQuery = Type.Object({ site: Type.Optional(SiteKey), items: ItemIds }, closed);

// Prices may be a minute old and no more; charts change seldom.
const PRODUCT_CACHE = 'public, max-age=60';
const CHART_CACHE = 'public, max-age=300';
// A device that asks every 30 s through caches that keep an answer for 30 s is never more than 60 s behind.
const SNAPSHOT_CACHE = 'public, max-age=30, must-revalidate';
// With these a page whose clock is wrong still knows which sale holds, and how old the answer is.
const SNAPSHOT_EXPOSED = 'age, date, etag';

const access = { kind: 'public' } as const;

/** Public reading routes: every page may call them, none sends credentials. Without `?site=` the server's own demo shop is meant. */
export const catalogRoutes = ({ catalog, findTenant }: CatalogRoutesDeps): FastifyPluginAsyncTypebox => async (app) => {
  app.addHook('onRequest', async (_request, reply) => void reply.headers(PUBLIC_HEADERS));

  /** Answers for the shop that is meant. */
  const forShop = async (reply: FastifyReply, site: string | undefined, answer: (tenantId: string) => Promise<FastifyReply>): Promise<FastifyReply> => {
    const tenantId = site === undefined ? DEMO_TENANT_ID : await findTenant(site);
    return tenantId === undefined ? sendProblem(reply, problemOf('unknown-site')) : answer(tenantId);
  };

  app.get('/v1/products', {
    config: { access },
    schema: { summary: 'All products, in the order of the shop', tags: ['catalog'], querystring: SiteQuery, response: { 200: ProductList, 400: Problem, 404: Problem, 503: Problem } },
  }, async (request, reply) => forShop(reply, request.query.site, async (tenantId) =>
    reply.header('cache-control', PRODUCT_CACHE).send({ products: [...(await catalog.listProducts(tenantId))] })));

  app.get('/v1/products/:id', {
    config: { access },
    schema: { summary: 'One product', tags: ['catalog'], params: ProductParams, querystring: SiteQuery, response: { 200: Product, 400: Problem, 404: Problem, 503: Problem } },
  }, async (request, reply) => forShop(reply, request.query.site, async (tenantId) => {
    const product = await catalog.findProduct(tenantId, request.params.id);
    return product === undefined ? sendProblem(reply, problemOf('unknown-product')) : reply.header('cache-control', PRODUCT_CACHE).send(product);
  }));

  app.get('/v1/products/:id/size-chart', {
    config: { access },
    schema: { summary: 'The size chart of a product', tags: ['catalog'], params: ProductParams, querystring: SiteQuery, response: { 200: SizeChart, 400: Problem, 404: Problem, 503: Problem } },
  }, async (request, reply) => forShop(reply, request.query.site, async (tenantId) => {
    const found = await catalog.findSizeChartOf(tenantId, request.params.id);
    return found.status === 'found' ? reply.header('cache-control', CHART_CACHE).send(found.sizeChart) : sendProblem(reply, problemOf(found.status));
  }));

  app.get('/v1/catalog/snapshot', {
    config: { access },
    schema: { summary: 'Prices with their sales, and stock by size, of at most 100 items', tags: ['catalog'], querystring: SnapshotQuery, response: { 200: CatalogSnapshot, 400: Problem, 404: Problem, 503: Problem } },
  }, async (request, reply) => forShop(reply, request.query.site, async (tenantId) =>
    reply.headers({ 'cache-control': SNAPSHOT_CACHE, 'access-control-expose-headers': SNAPSHOT_EXPOSED }).send(await catalog.takeSnapshot(tenantId, request.query.items.split(',')))));
};
