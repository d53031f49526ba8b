import { addCatalog } from './migrations/0001-catalog.ts';
import { addEvents } from './migrations/0002-events.ts';
import { addTenants } from './migrations/0003-tenants.ts';
import { addCatalogTenants } from './migrations/0004-catalog-tenants.ts';
import { addIngest } from './migrations/0005-ingest.ts';
import { addOperations } from './migrations/0006-operations.ts';
import { addArmsAndConsent } from './migrations/0007-arms-and-consent.ts';
import { addModels } from './migrations/0008-models.ts';
import { addRecommendationRules } from './migrations/0009-recommendation-rules.ts';
import { addTrends } from './migrations/0010-trends.ts';
import { addTrendSources } from './migrations/0011-trend-sources.ts';
import { addTrendPictures } from './migrations/0012-trend-pictures.ts';
import { addTrendVocabulary } from './migrations/0013-trend-vocabulary.ts';
import { addModelTrials } from './migrations/0014-model-trials.ts';
import { addLateEvents } from './migrations/0015-late-events.ts';
import { addModelNumbers } from './migrations/0016-model-numbers.ts';
import type { Migration } from './migrations/migration.ts';

/** Every step of the schema, in order. Only ever appended to. */
export const MIGRATIONS: readonly Migration[] = [addCatalog, addEvents, addTenants, addCatalogTenants, addIngest, addOperations, addArmsAndConsent, addModels, addRecommendationRules, addTrends, addTrendSources, addTrendPictures, addTrendVocabulary, addModelTrials, addLateEvents, addModelNumbers];
