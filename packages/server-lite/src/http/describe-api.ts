import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { SECURITY_SCHEMES } from './require-access.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types of a body that the route reads by itself, a file: no schema checks it. */
    readonly takesFile?: readonly string[];
  }
}

/** `GET /openapi.json`, made from the very schemas that check the requests. Register before the routes. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    transform: ({ schema, url, route }) => {
      const types = route.config?.takesFile;
      return { url, schema: types === undefined ? schema : { ...schema, consumes: types, body: Type.String() } };
    },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Vừa server-lite',
        version: '1',
        description: 'The thin server behind the on-device SDK. Nothing here takes a picture, an outline, a keypoint or an exact body measurement.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: { securitySchemes: SECURITY_SCHEMES },
      tags: [{ name: 'catalog', description: 'Products, prices and size charts' }, { name: 'events', description: 'What shoppers do, as far as they agreed, and the proofs of it' }, { name: 'sizing', description: 'Statistics of rounded measurements' }, { name: 'recommendations', description: 'What to show next, why, and what that led to' }, { name: 'trends', description: 'Where signals are collected, what will be worn in the next weeks, how sure that is, and how right it was' }, { name: 'models', description: 'Versions of trained models, and which of them devices load' }, { name: 'privacy', description: 'Rights of the people behind the events' }, { name: 'operations', description: 'Health and readiness' }],
    },
  });
  app.get('/openapi.json', { config: { access: { kind: 'public' } }, schema: { hide: true } }, async (_request, reply) => reply.header('cache-control', 'no-cache').send(app.swagger()));
}
