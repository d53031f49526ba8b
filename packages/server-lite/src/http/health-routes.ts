import { Problem } from '@vua/models/contracts';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { sendLater } from './send-later.ts';

export interface HealthDeps {
  /** Resolves with false when the server should get no traffic. A rejection counts as false. */
  readonly isReady: () => Promise<boolean>;
}

const Status = Type.Object({ status: Type.Literal('ok') }, { additionalProperties: false });

export const healthRoutes = ({ isReady }: HealthDeps): FastifyPluginAsyncTypebox => async (app) => {
  app.get('/healthz', {
    config: { access: { kind: 'public' } },
    schema: { summary: 'The process runs.', tags: ['operations'], response: { 200: Status } },
  }, async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' as const }));

  app.get('/readyz', {
    config: { access: { kind: 'public' } },
    schema: { summary: 'The process can answer: its storage is reachable.', tags: ['operations'], response: { 200: Status, 503: Problem } },
  }, async (_request, reply) => {
    if (!(await isReady().catch(() => false))) return sendLater(reply, 'not-ready');
    return reply.header('cache-control', 'no-store').send({ status: 'ok' as const });
  });
};
