export { createMetrics } from './metrics.ts';
export type { Metrics } from './metrics.ts';
export { docsRoutes } from './docs-routes.ts';
export { measureRequests } from './measure-requests.ts';
export { metricsRoutes } from './metrics-routes.ts';
export { observeJobs, observeSubjectStores } from './observe-jobs.ts';
export { observeEventLog } from './observe-event-log.ts';
export { openTracing } from './open-tracing.ts';
export { traceRequests } from './trace-requests.ts';
