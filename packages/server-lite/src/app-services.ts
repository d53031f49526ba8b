import type { CatalogRepository } from './catalog/catalog-repository.ts';
import type { GuardDeps } from './http/guard-routes.ts';
import type { IngestService } from './ingest/ingest-service.ts';
import type { Metrics } from './operations/index.ts';
import type { SubjectService } from './privacy/index.ts';
import type { ModelService } from './registry/index.ts';
import type { MakeReport, RecommendationService } from './recommendations/index.ts';
import type { StatisticsService } from './sizing/index.ts';
import type { SourceService } from './trends/collect/index.ts';
import type { ShopVocabularies, TrendReport, TrendService, WeekRepository } from './trends/index.ts';

/** What the routes work with. */
export interface AppServices {
  readonly guard: GuardDeps;
  readonly catalog: CatalogRepository;
  readonly ingest: IngestService;
  readonly subjects: SubjectService;
  readonly statistics: StatisticsService;
  readonly models: ModelService;
  readonly recommendations: RecommendationService;
  readonly recommendationReport: MakeReport;
  readonly trends: TrendService;
  readonly trendSources: SourceService;
  readonly trendVocabularies: ShopVocabularies;
  readonly trendWeeks: WeekRepository;
  /** Told of a shop whose weeks were changed here. */
  readonly trendsChanged: (tenantId: string) => void;
  /** Tags of a shop of which weeks were seen. */
  readonly trendTags: (tenantId: string) => Promise<readonly string[]>;
  readonly trendReport: TrendReport;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly metrics: Metrics;
}
