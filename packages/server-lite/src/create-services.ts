import type { Tracer } from '@opentelemetry/api';
import type { FastifyBaseLogger } from 'fastify';
import type { AppServices } from './app-services.ts';
import type { CatalogRepository } from './catalog/catalog-repository.ts';
import type { GuardDeps } from './http/guard-routes.ts';
import type { ConsentRepository } from './ingest/consent-repository.ts';
import { dropOldEvents } from './ingest/drop-old-events.ts';
import { createIngestService } from './ingest/ingest-service.ts';
import type { QuarantineRepository } from './ingest/quarantine-repository.ts';
import { finishErasuresJob, retentionJob, type Job } from './jobs/index.ts';
import { createMetrics, observeEventLog, observeSubjectStores } from './operations/index.ts';
import { createSubjectService, eventLogSubjects, refuseErased, type ErasedSubjects, type ErasureRepository } from './privacy/index.ts';
import { createModelService, type ModelFileRepository, type ModelRepository } from './registry/index.ts';
import { createStatisticsService, type StatisticsRepository } from './sizing/index.ts';
import type { EventLog } from './storage/event-log.ts';

/** All that keeps something. */
export interface Stores {
  readonly catalog: CatalogRepository;
  readonly events: EventLog;
  readonly quarantine: QuarantineRepository;
  readonly consents: ConsentRepository;
  readonly erasures: ErasureRepository;
  /** Whom the event log refuses. */
  readonly erased: ErasedSubjects;
  readonly statistics: StatisticsRepository;
  readonly models: ModelRepository;
  readonly modelFiles: ModelFileRepository;
}

export interface ServiceOptions {
  readonly guard: GuardDeps;
  /** UTC milliseconds. @default the machine's clock */
  readonly clock?: () => number;
  /** Absent: no traces. */
  readonly tracer?: Tracer;
  /** How long events are kept for training. @default 24 */
  readonly eventMonths?: number;
  /** Messages of a replicated event log that the database does not hold yet. */
  readonly lag?: () => Promise<number>;
  /** @default silent */
  readonly log?: Pick<FastifyBaseLogger, 'info' | 'error'>;
  /** Also figures of the process, which are the same for all servers in it. @default false */
  readonly measuresProcess?: boolean;
}

export interface CreatedServices extends AppServices {
  /** What comes back: for a scheduler, in one process at a time. */
  readonly jobs: readonly Job[];
}

const SILENT = { info: () => undefined, error: () => undefined };

/** Ties the modules together: whom one of them erases, the others forget as well. */
export function createServices(stores: Stores, { guard, clock = () => Date.now(), tracer, eventMonths, measuresProcess, lag, log = SILENT }: ServiceOptions): CreatedServices {
  const metrics = createMetrics({ eventQueue: () => stores.events.state(), ofProcess: measuresProcess, ...(lag === undefined ? {} : { lag }) });
  const events = observeEventLog(stores.events, { metrics, ...(tracer === undefined ? {} : { tracer }) });
  const kept = { events, quarantine: refuseErased(stores.quarantine, stores.erased), consents: refuseErased(stores.consents, stores.erased) };
  const ingest = createIngestService({ ...kept, clock, observe: (observation) => metrics.ingestObserved(observation) });
  const subjects = createSubjectService({
    // The event log first: it is the one that refuses what may still come.
    stores: [eventLogSubjects(events), kept.consents, kept.quarantine], repository: stores.erasures, now: clock, storeFailed: observeSubjectStores({ log, metrics }),
  });
  return {
    guard, catalog: stores.catalog, ingest, subjects, metrics,
    statistics: createStatisticsService(stores.statistics),
    models: createModelService({ models: stores.models, files: stores.modelFiles, now: clock, observe: (kind, change) => metrics.modelChanged(kind, change) }),
    jobs: [
      retentionJob((nowMs) => dropOldEvents(kept, nowMs, eventMonths === undefined ? {} : { eventMonths }), clock),
      finishErasuresJob((signal) => subjects.finishRunning(signal)),
    ],
  };
}
