import type { Database } from '../../storage/database.ts';
import { createDatabasePosts } from './database-posts.ts';
import { createDatabaseSnapshots } from './database-snapshots.ts';
import { createDatabasePictures } from '../pictures/database-pictures.ts';
import type { PictureRepository } from '../pictures/picture-repository.ts';
import { createDatabaseSources } from './database-sources.ts';
import type { PostRepository } from './post-repository.ts';
import type { SnapshotRepository } from './snapshot-repository.ts';
import type { SourceRepository } from './source-repository.ts';

/** All that is kept of collecting. */
export interface TrendStores {
  readonly sources: SourceRepository;
  readonly snapshots: SnapshotRepository;
  readonly posts: PostRepository;
  readonly pictures: PictureRepository;
}

/** In SQLite or PostgreSQL. The caller opens and closes the database. */
export const createTrendStores = (database: Pick<Database, 'query'>): TrendStores =>
  ({ sources: createDatabaseSources(database), snapshots: createDatabaseSnapshots(database), posts: createDatabasePosts(database), pictures: createDatabasePictures(database) });
