import { Identifier, Problem, Product, ProductList, SizeChart } from '@vua/models/contracts';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { problemOf } from '../http/problem.ts';
import { PUBLIC_HEADERS } from '../http/security-headers.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { CatalogService } from './catalog-service.ts';

const ProductParams = Type.Object({ id: Identifier }, { additionalProperties: false });
const NoQuery = Type.Object({}, { additionalProperties: false });

// Prices may be a minute old and no more; charts change seldom.
const PRODUCT_CACHE = 'public, max-age=60';
const CHART_CACHE = 'public, max-age=300';

/** Public reading routes: every page may call them, none sends credentials. */
export const catalogRoutes = (catalog: CatalogService): FastifyPluginAsyncTypebox => async (app) => {
  app.addHook('onRequest', async (_request, reply) => void reply.headers(PUBLIC_HEADERS));

  app.get('/v1/products', {
    schema: { summary: 'All products, in the order of the shop', tags: ['catalog'], querystring: NoQuery, response: { 200: ProductList, 400: Problem } },
  }, async (_request, reply) => reply.header('cache-control', PRODUCT_CACHE).send({ products: [...(await catalog.listProducts())] }));

  app.get('/v1/products/:id', {
    schema: { summary: 'One product', tags: ['catalog'], params: ProductParams, querystring: NoQuery, response: { 200: Product, 400: Problem, 404: Problem } },
  }, async (request, reply) => {
    const product = await catalog.findProduct(request.params.id);
    return product === undefined ? sendProblem(reply, problemOf('unknown-product')) : reply.header('cache-control', PRODUCT_CACHE).send(product);
  });

  app.get('/v1/products/:id/size-chart', {
    schema: { summary: 'The size chart of a product', tags: ['catalog'], params: ProductParams, querystring: NoQuery, response: { 200: SizeChart, 400: Problem, 404: Problem } },
  }, async (request, reply) => {
    const found = await catalog.findSizeChartOf(request.params.id);
    return found.status === 'found' ? reply.header('cache-control', CHART_CACHE).send(found.sizeChart) : sendProblem(reply, problemOf(found.status));
  });
};
