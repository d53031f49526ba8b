import { createMemoryCatalog } from '../../catalog/memory-catalog.ts';
import { createApp } from '../../create-app.ts';
import { createServices } from '../../create-services.ts';
import { createMemoryConsents } from '../../ingest/memory-consents.ts';
import { createMemoryQuarantine } from '../../ingest/memory-quarantine.ts';
import { createMemoryErasures } from '../../privacy/index.ts';
import { createMemoryModels } from '../../registry/index.ts';
import { createMemoryRules } from '../../recommendations/index.ts';
import { createMemoryStatistics } from '../../sizing/index.ts';
import { createMemoryEventLog } from '../../storage/memory-event-log.ts';
import { createMemoryTrendStores } from '../../trends/collect/index.ts';
import { createMemoryForecasts, createMemoryVocabularies, createMemoryWeeks } from '../../trends/index.ts';
import type { LeakWorld, ServerUnderTest } from './find-leaks.ts';

/** The whole server, in memory. */
export async function openEveryModule({ logger, tracer, authenticator, limiter, metricsToken, store }: LeakWorld): Promise<ServerUnderTest> {
  const { models, files } = createMemoryModels();
  const trendStores = createMemoryTrendStores();
  const services = createServices({
    catalog: store(createMemoryCatalog()), events: store(createMemoryEventLog()), quarantine: store(createMemoryQuarantine()), consents: store(createMemoryConsents()),
    erasures: store(createMemoryErasures()), erased: store({ among: async () => [] }), statistics: store(createMemoryStatistics()), rules: store(createMemoryRules()), models: store(models), modelFiles: store(files),
    trendStores: { sources: store(trendStores.sources), snapshots: store(trendStores.snapshots), posts: store(trendStores.posts), pictures: store(trendStores.pictures) },
    trendWeeks: store(createMemoryWeeks()), trendForecasts: store(createMemoryForecasts()), trendVocabularies: store(createMemoryVocabularies()),
  }, { guard: { authenticator, limiter }, collecting: { tokenKey: new Uint8Array(32), origins: [] }, tracer });
  const app = await createApp({ ...services, logger, tracer, metricsToken });
  return { app, close: () => app.close() };
}
