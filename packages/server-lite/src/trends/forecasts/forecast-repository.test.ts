import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../storage/database.ts';
import { TEST_DATABASES } from '../../storage/testing/test-databases.ts';
import { createDatabaseForecasts } from './database-forecasts.ts';
import { createMemoryForecasts } from './memory-forecasts.ts';
import { describeForecastRepository } from './testing/describe-forecast-repository.ts';

describeForecastRepository('memory', async () => ({ repository: createMemoryForecasts(), close: async () => undefined }));

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());
  describeForecastRepository(name, async () => {
    await database.query.deleteFrom('trend_forecast').execute();
    return { repository: createDatabaseForecasts(database), close: async () => undefined };
  });
});
