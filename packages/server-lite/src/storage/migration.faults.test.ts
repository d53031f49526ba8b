import { describe } from 'vitest';
import { itSurvivesKilledMigrations } from './testing/migration-faults.ts';

describe('a killed migration', () => {
  itSurvivesKilledMigrations(20);
});
