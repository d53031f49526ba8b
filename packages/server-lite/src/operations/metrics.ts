import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface MetricsOptions {
  /** Events that wait for their commit. */
  readonly eventQueue?: () => { readonly queued: number };
  /** Messages that the replicated log holds and the database does not yet, where there is such a log. */
  readonly lag?: () => Promise<number>;
  /** How long the answer of a trend source that waits longest has been waiting for the weekly table. */
  readonly trendDelayMs?: () => Promise<number>;
  /** Age of the oldest counts that recommendations are made from. */
  readonly countsAgeMs?: () => number;
  /** Also memory, event loop, file handles of the process. @default false */
  readonly ofProcess?: boolean;
}

/** What became of one request with events. */
export type IngestObservation =
  | { readonly kind: 'answered'; readonly accepted: number; readonly rejected: readonly string[] }
  | { readonly kind: 'turned-away'; readonly reason: string };

/** What the server counts of itself. No label holds an id, an address or whatever a sender chose: only route patterns, codes and names from our own code. */
export interface Metrics {
  requestAnswered(method: string, route: string, status: number, durationMs: number): void;
  ingestObserved(observation: IngestObservation): void;
  commitFinished(durationMs: number, status: string): void;
  jobFinished(name: string, outcome: string, durationMs: number): void;
  jobFailed(name: string, error: unknown, at: string): void;
  subjectStoreFailed(name: string): void;
  modelChanged(kind: string, change: string): void;
  /** Whether the answer was known already. */
  trendsAnswered(from: 'cache' | 'computed'): void;
  /** What came of looking at the picture of a collected post. */
  pictureLookedAt(outcome: string): void;
  readonly contentType: string;
  /** In the text format of Prometheus. */
  render(): Promise<string>;
}

const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Metrics with a registry of their own, so that two servers in one process keep apart. */
export function createMetrics(options: MetricsOptions = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const count = <L extends string>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> => new Counter({ name, help, labelNames: [...labelNames], registers });
  const requests = new Histogram({
    name: 'vua_http_request_duration_seconds', help: 'Time from request to answer.', labelNames: ['method', 'route', 'status'], buckets: REQUEST_SECONDS, registers,
  });
  const commits = new Histogram({ name: 'vua_event_commit_seconds', help: 'Time until events were kept for good, or were not.', labelNames: ['status'], buckets: REQUEST_SECONDS, registers });
  const accepted = count('vua_events_accepted_total', 'Events that were kept.');
  const rejected = count('vua_events_rejected_total', 'Events that were not taken.', ['reason']);
  const turnedAway = count('vua_ingest_turned_away_total', 'Requests of which no event was kept.', ['reason']);
  const jobRuns = count('vua_job_runs_total', 'Runs that ended.', ['job', 'outcome']);
  const jobErrors = count('vua_job_errors_total', 'Errors of a job itself, or of asking for its lock.', ['job', 'at']);
  const storeErrors = count('vua_subject_store_errors_total', 'Stores that could not erase somebody, and are asked again.', ['store']);
  const modelChanges = count('vua_model_changes_total', 'Models that were registered, refused, or given another place.', ['kind', 'change']);
  const trendAnswers = count('vua_trend_answers_total', 'Answers to questions about trends, by whether they were known already.', ['from']);
  const pictures = count('vua_trend_pictures_total', 'Pictures of collected posts that were looked at, by what came of it.', ['outcome']);
  const jobSeconds = new Gauge({ name: 'vua_job_last_duration_seconds', help: 'How long the last run took.', labelNames: ['job'], registers });
  const jobSuccess = new Gauge({ name: 'vua_job_last_success_timestamp_seconds', help: 'When this process last ran the job without an error.', labelNames: ['job'], registers });
  addQueueGauges(registry, options);
  if (options.ofProcess === true) collectDefaultMetrics({ register: registry });

  return {
    requestAnswered: (method, route, status, durationMs) => requests.observe({ method, route, status }, durationMs / 1000),
    ingestObserved(observation) {
      if (observation.kind === 'turned-away') return turnedAway.inc({ reason: observation.reason });
      accepted.inc(observation.accepted);
      for (const reason of observation.rejected) rejected.inc({ reason });
    },
    commitFinished: (durationMs, status) => commits.observe({ status }, durationMs / 1000),
    jobFinished(job, outcome, durationMs) {
      jobRuns.inc({ job, outcome });
      jobSeconds.set({ job }, durationMs / 1000);
      if (outcome === 'ok') jobSuccess.setToCurrentTime({ job });
    },
    jobFailed: (job, _error, at) => jobErrors.inc({ job, at }),
    modelChanged: (kind, change) => modelChanges.inc({ kind, change }),
    trendsAnswered: (from) => trendAnswers.inc({ from }),
    pictureLookedAt: (outcome) => pictures.inc({ outcome }),
    subjectStoreFailed: (store) => storeErrors.inc({ store }),
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}

/** Read when somebody asks. */
function addQueueGauges(registry: Registry, { countsAgeMs, eventQueue, lag, trendDelayMs }: MetricsOptions): void {
  if (countsAgeMs !== undefined) {
    registry.registerMetric(new Gauge({
      name: 'vua_recommendation_counts_age_seconds', help: 'Age of the oldest counts that recommendations are made from.', registers: [], collect() { this.set(countsAgeMs() / 1000); },
    }));
  }
  if (trendDelayMs !== undefined) {
    registry.registerMetric(new Gauge({
      name: 'vua_trend_feature_delay_seconds', help: 'How long what a trend source answered has been waiting for the weekly table, at most.', registers: [],
      // Where it cannot be asked there is no figure, and the others are still told.
      async collect() { this.set(await trendDelayMs().then((ms) => ms / 1000, () => Number.NaN)); },
    }));
  }
  if (eventQueue !== undefined) {
    registry.registerMetric(new Gauge({ name: 'vua_event_queue_length', help: 'Events that wait for their commit.', registers: [], collect() { this.set(eventQueue().queued); } }));
  }
  if (lag !== undefined) {
    registry.registerMetric(new Gauge({
      name: 'vua_event_log_lag', help: 'Messages of the replicated log that are not in the database yet.', registers: [],
      // Where it cannot be asked there is no figure, and the others are still told.
      async collect() { this.set(await lag().catch(() => Number.NaN)); },
    }));
  }
}
