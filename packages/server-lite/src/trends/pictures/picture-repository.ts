import type { CollectedSource } from '@vua/models/contracts';
import type { LookedPicture } from './looked-picture.ts';

/** What was seen in pictures of posts. Every implementation passes `testing/describe-picture-repository.ts`. */
export interface PictureRepository {
  /** In the place of what was kept of the same posts; all or none. */
  save(tenantId: string, source: CollectedSource, pictures: readonly LookedPicture[]): Promise<void>;
  /** Of posts that were published from `fromMs` on, UTC milliseconds; by time and id. */
  list(tenantId: string, source: CollectedSource, fromMs: number): Promise<readonly LookedPicture[]>;
}
