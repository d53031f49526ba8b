import { fastify, type FastifyInstance } from 'fastify';
import type { Caller } from '../../http/access.ts';
import { handleErrors } from '../../http/handle-errors.ts';
import { addSecurityHeaders } from '../../http/security-headers.ts';
import { TIME_LIMITS, type TimeLimits } from '../../http/time-limits.ts';
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
export async function openIngestApp(deps: Partial<IngestDeps> = {}, limits: TimeLimits = TIME_LIMITS): Promise<IngestApp> {
  const app = fastify({ ...limits, ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false } } });
  app.decorateRequest('caller', undefined);
  app.addHook('onRequest', (request, _reply, done) => {
    Object.assign(request, { caller: CALLER });
    done();
  });
  addSecurityHeaders(app);
  handleErrors(app);
  const service = createIngestService({ events: createMemoryEventLog(), quarantine: createMemoryQuarantine(), consents: createMemoryConsents(), ...deps });
  await app.register(ingestRoutes(service));
  return { app, service };
}
