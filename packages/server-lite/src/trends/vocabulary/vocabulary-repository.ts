import type { VocabularyExtension } from '@vua/models/contracts';

/** Words that shops add to the built-in vocabulary of trends. Every implementation passes `testing/describe-vocabulary-repository.ts`. */
export interface VocabularyRepository {
  /** Undefined: the shop has added nothing yet. */
  find(tenantId: string): Promise<VocabularyExtension | undefined>;
  /** In the place of what was there. Resolves after the commit. */
  save(tenantId: string, extension: VocabularyExtension): Promise<void>;
}
