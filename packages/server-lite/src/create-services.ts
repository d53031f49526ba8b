import type { Tracer } from '@opentelemetry/api';
import type { FastifyBaseLogger } from 'fastify';
import type { AppServices } from './app-services.ts';
import { recommendableItem } from './catalog/recommendable-item.ts';
import type { CatalogItem } from './catalog/catalog-item.ts';
import { itemWords } from './catalog/item-words.ts';
import { listInSlices } from './catalog/list-in-slices.ts';
import { tellChanges } from './catalog/tell-changes.ts';
import type { CatalogRepository } from './catalog/catalog-repository.ts';
import { errorFacts } from './http/error-facts.ts';
import type { GuardDeps } from './http/guard-routes.ts';
import type { ConsentRepository } from './ingest/consent-repository.ts';
import { dropOldEvents } from './ingest/drop-old-events.ts';
import { exportNdjson } from './ingest/export-ndjson.ts';
import { createIngestService } from './ingest/ingest-service.ts';
import type { QuarantineRepository } from './ingest/quarantine-repository.ts';
import { readRange } from './ingest/read-range.ts';
import { buildTrendWeeksJob, cleanModelsJob, collectTrendsJob, finishErasuresJob, lookAtPicturesJob, retentionJob, retrainSequenceJob, watchCanariesJob, watchTrendsJob, type Job } from './jobs/index.ts';
import { createMetrics, observeEventLog, observeSubjectStores } from './operations/index.ts';
import { createSubjectService, eventLogSubjects, refuseErased, type ErasedSubjects, type ErasureRepository } from './privacy/index.ts';
import { cleanModels, createCanaryWatch, createModelService, createModelSource, createRetraining, learnableEvents, type ModelFileRepository, type ModelRepository, type ModelService, type RetrainAllDeps } from './registry/index.ts';
import { createRecommendationService, createReport, createShopViews, type RulesRepository, type ShopViews } from './recommendations/index.ts';
import { createStatisticsService, type StatisticsRepository } from './sizing/index.ts';
import type { EventLog, LateEvents } from './storage/event-log.ts';
import type { ModelSource } from './storage/model-source.ts';
import { openCollection, type CollectionOptions, type TrendStores } from './trends/collect/index.ts';
import { createFitter, createItemTrends, createShopVocabularies, createTrendModels, createTrendReport, createTrendService, createTrendViews, createTrendWatch, createWeekBuilder, featureDelays, type ForecastRepository, type SendAlert, type VocabularyRepository, type WeekRepository } from './trends/index.ts';

/** All that keeps something. */
export interface Stores {
  readonly catalog: CatalogRepository;
  readonly events: EventLog & LateEvents;
  readonly quarantine: QuarantineRepository;
  readonly consents: ConsentRepository;
  readonly erasures: ErasureRepository;
  /** Whom the event log refuses. */
  readonly erased: ErasedSubjects;
  readonly statistics: StatisticsRepository;
  readonly models: ModelRepository;
  readonly modelFiles: ModelFileRepository;
  /** What shops decide about recommendations. */
  readonly rules: RulesRepository;
  /** Where trends are collected, and what was. */
  readonly trendStores: TrendStores;
  readonly trendWeeks: WeekRepository;
  readonly trendForecasts: ForecastRepository;
  /** Words that shops add to those of trends. */
  readonly trendVocabularies: VocabularyRepository;
}

export interface ServiceOptions {
  readonly guard: GuardDeps;
  /** UTC milliseconds. @default the machine's clock */
  readonly clock?: () => number;
  /** Where sequence models come from. @default the registry */
  readonly sequenceModels?: ModelSource;
  /** Absent: no traces. */
  readonly tracer?: Tracer;
  /** How long events are kept for training. @default 24 */
  readonly eventMonths?: number;
  /** Absent: sequence models are not trained anew by themselves. */
  readonly retraining?: RetrainingOptions;
  /** Absent: no sources of trends can be configured. */
  readonly collecting?: CollectionOptions;
  /** Messages of a replicated event log that the database does not hold yet. */
  readonly lag?: () => Promise<number>;
  /** Shops whose shoppers' demand is counted as a source of trends. @default none */
  readonly listTenants?: () => Promise<readonly string[]>;
  /** Hands on what a person should know of trends. @default nobody is told */
  readonly alert?: SendAlert;
  /** @default silent */
  readonly log?: Pick<FastifyBaseLogger, 'info' | 'error'>;
  /** Also figures of the process, which are the same for all servers in it. @default false */
  readonly measuresProcess?: boolean;
}

export type RetrainingOptions = Pick<RetrainAllDeps, 'listTenants' | 'runTrainer' | 'workFolder' | 'minutes' | 'leastEvents'>;

export interface CreatedServices extends AppServices {
  /** What comes back: for a scheduler, in one process at a time. */
  readonly jobs: readonly Job[];
  /** What is counted of each shop, to be kept going by `createRefreshLoop`. */
  readonly shopViews: ShopViews;
}

const SILENT = { info: () => undefined, error: () => undefined };

/** Ties the modules together: whom one of them erases, the others forget as well. */
export function createServices(stores: Stores, { guard, clock = () => Date.now(), sequenceModels, tracer, eventMonths, measuresProcess, lag, log = SILENT, alert = async () => undefined, listTenants = async () => [], retraining, collecting }: ServiceOptions): CreatedServices {
  const models = createModelService({ models: stores.models, files: stores.modelFiles, now: clock, observe: (kind, change) => metrics.modelChanged(kind, change) });
  const trendModels = createTrendModels({ models: stores.models, service: models, unusable: (tenantId, version) => log.error({ tenantId, version }, 'the active trend model cannot be opened') });
  const trendViews = createTrendViews({ weeks: stores.trendWeeks, models: trendModels, now: clock });
  const vocabularies = createShopVocabularies({ repository: stores.trendVocabularies });
  const vocabularyOf = (tenantId: string): ReturnType<typeof vocabularies.of> => vocabularies.of(tenantId);
  const listWords = (tenantId: string) => listInSlices(stores.catalog, tenantId, itemWords);
  const recommendable = (item: CatalogItem) => recommendableItem(item, clock());
  const shopViews = createShopViews({
    trends: createItemTrends({ views: trendViews, listItems: listWords, vocabularyOf, now: clock }),
    events: stores.events, rules: stores.rules, now: clock, random: Math.random,
    listItems: (tenantId) => listInSlices(stores.catalog, tenantId, recommendable),
  }, (error) => log.error({ error: errorFacts(error) }, 'a shop was not counted'));
  const catalog = tellChanges(stores.catalog, (tenantId, { items, withdrawnIds = [] }) => shopViews.editCatalog(tenantId, { items: items.map(recommendable), withdrawnIds }));
  const trendDelays = async () => featureDelays({ snapshots: stores.trendStores.snapshots, weeks: stores.trendWeeks }, clock());
  const metrics = createMetrics({ trendDelayMs: async () => Math.max(0, ...(await trendDelays()).map(({ delayMs }) => delayMs)), countsAgeMs: () => shopViews.stalenessMs(), eventQueue: () => stores.events.state(), ofProcess: measuresProcess, ...(lag === undefined ? {} : { lag }) });
  const events = observeEventLog(stores.events, { metrics, ...(tracer === undefined ? {} : { tracer }) });
  const kept = { events, quarantine: refuseErased(stores.quarantine, stores.erased), consents: refuseErased(stores.consents, stores.erased) };
  const ingest = createIngestService({ ...kept, clock, observe: (observation) => metrics.ingestObserved(observation) });
  const subjects = createSubjectService({
    // The event log first: it is the one that refuses what may still come.
    stores: [eventLogSubjects(events), kept.consents, kept.quarantine], repository: stores.erasures, now: clock, storeFailed: observeSubjectStores({ log, metrics }),
  });
  const collection = openCollection(stores.trendStores, { now: clock, log, alert, vocabularyOf, looked: (outcome) => metrics.pictureLookedAt(outcome), ...(collecting === undefined ? {} : { collecting }) });
  return {
    guard, catalog, ingest, subjects, metrics, models, clock, shopViews,
    recommendations: createRecommendationService({ views: shopViews, models: sequenceModels ?? createModelSource(models, { now: clock, unusable: (tenantId, version) => log.error({ tenantId, version }, 'the active sequence model cannot be opened') }) }),
    recommendationReport: createReport({
      events, listItems: (tenantId) => stores.catalog.listIds(tenantId),
      listVersions: async (tenantId) => (await models.list({ tenantId, kind: 'sequence' })).map(({ version }) => version),
    }),
    statistics: createStatisticsService(stores.statistics),
    trendSources: collection.sources, trendVocabularies: vocabularies, trendWeeks: stores.trendWeeks, trendsChanged: (tenantId) => trendViews.changed(tenantId), trendTags: async (tenantId) => (await trendViews.of(tenantId)).tags, trendReport: createTrendReport({ views: trendViews, models: trendModels, forecasts: stores.trendForecasts }),
    trends: createTrendService({ views: trendViews, answered: (from) => metrics.trendsAnswered(from) }),
    jobs: [
      retentionJob((nowMs) => dropOldEvents(kept, nowMs, eventMonths === undefined ? {} : { eventMonths }), clock),
      finishErasuresJob((signal) => subjects.finishRunning(signal)),
      watchTrendsJob(createTrendWatch({ weeks: stores.trendWeeks, models: trendModels, forecasts: stores.trendForecasts, runFitter: createFitter(), alert, delays: trendDelays, vocabularyOf, now: clock })),
      buildTrendWeeksJob(createWeekBuilder({
        stores: stores.trendStores, weeks: stores.trendWeeks, events, now: clock, listTenants, listItems: listWords, vocabularyOf,
      })),
      ...(collection.collect === undefined ? [] : [collectTrendsJob(collection.collect)]),
      ...(collection.look === undefined ? [] : [lookAtPicturesJob(collection.look)]),
      ...modelJobs({ stores, models, clock, log, ...(retraining === undefined ? {} : { retraining }) }),
    ],
  };
}

async function* exportLearnable({ catalog, events }: Pick<Stores, 'catalog' | 'events'>, tenantId: string, toMs: number): AsyncGenerator<string> {
  const sells = new Set(await catalog.listIds(tenantId));
  yield* exportNdjson(learnableEvents(() => readRange(events, { tenantId, fromMs: 0, toMs }), sells));
}

interface ModelJobsDeps extends Required<Pick<ServiceOptions, 'clock' | 'log'>>, Pick<ServiceOptions, 'retraining'> {
  readonly stores: Stores;
  readonly models: ModelService;
}

function modelJobs({ stores, models, clock, log, retraining }: ModelJobsDeps): readonly Job[] {
  const watch = createCanaryWatch({
    models: stores.models, service: models, now: clock, readEvents: (tenantId, fromMs, toMs) => readRange(stores.events, { tenantId, fromMs, toMs }),
    watched: ({ verdict, ...watched }) => log.info({ ...watched, ...verdict }, 'a version of a model was watched'),
  });
  const jobs = [cleanModelsJob(() => cleanModels(stores.models, stores.modelFiles, clock())), watchCanariesJob(watch)];
  if (retraining === undefined) return jobs;
  const retrain = createRetraining({
    ...retraining, service: models, now: clock, exportEvents: (tenantId) => exportLearnable(stores, tenantId, clock()),
    retrained: (outcome) => log.info({ ...outcome }, 'a sequence model was looked after'),
  });
  return [...jobs, retrainSequenceJob(retrain)];
}
