import type { Migration } from './migration.ts';

/** Words that each shop adds to the vocabulary of trends. */
export const addTrendVocabulary: Migration = {
  name: '0013-trend-vocabulary',
  sqlite: [
    `CREATE TABLE trend_vocabulary (
       tenant_id TEXT PRIMARY KEY,
       extension TEXT NOT NULL CHECK (json_valid(extension))
     ) STRICT, WITHOUT ROWID`,
  ],
  postgres: [
    `CREATE TABLE trend_vocabulary (
       tenant_id text COLLATE "C" PRIMARY KEY,
       extension text NOT NULL CHECK (extension::json IS NOT NULL)
     )`,
  ],
};
