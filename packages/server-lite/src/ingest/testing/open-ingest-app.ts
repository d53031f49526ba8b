import { fastify, type FastifyInstance } from 'fastify';
import type { Caller } from '../../http/access.ts';
import { answerOddRequests } from '../../http/answer-odd-requests.ts';
import { handleErrors } from '../../http/handle-errors.ts';
import { addSecurityHeaders } from '../../http/security-headers.ts';
import { SERVER_OPTIONS } from '../../http/server-options.ts';
import type { TimeLimits } from '../../http/time-limits.ts';
import { createMemoryEventLog } from '../../storage/memory-event-log.ts';
import { createIngestService, type IngestDeps, type IngestService } from '../ingest-service.ts';
import { ingestRoutes } from '../ingest-routes.ts';
import { createMemoryConsents } from '../memory-consents.ts';
import { createMemoryQuarantine } from '../memory-quarantine.ts';

export interface IngestApp {
  readonly app: FastifyInstance;
  readonly service: IngestService;
}

const CALLER: Caller = { kind: 'site', tenantId: 'demo', siteKey: 'site_demoshop' };

/** The ingest module on a server like the real one, behind a guard that lets everybody in as tenant `demo`. */
export async function openIngestApp(deps: Partial<IngestDeps> = {}, limits: Partial<TimeLimits> = {}): Promise<IngestApp> {
  const app = fastify({ ...SERVER_OPTIONS, ...limits });
  app.decorateRequest('caller', undefined);
  app.addHook('onRequest', (request, _reply, done) => {
    Object.assign(request, { caller: CALLER });
    done();
  });
  addSecurityHeaders(app);
  handleErrors(app);
  answerOddRequests(app);
  const service = createIngestService({ events: createMemoryEventLog(), quarantine: createMemoryQuarantine(), consents: createMemoryConsents(), ...deps });
  await app.register(ingestRoutes(service));
  return { app, service };
}
