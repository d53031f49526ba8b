import type { Migration } from './migration.ts';

/** Since when a version of a model is on trial. What there is was placed for good, so it is on none. */
export const addModelTrials: Migration = {
  name: '0014-model-trials',
  sqlite: ['ALTER TABLE model_version ADD COLUMN trial_since_ms INTEGER'],
  postgres: ['ALTER TABLE model_version ADD COLUMN trial_since_ms bigint'],
};
