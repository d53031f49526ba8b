import type { VocabularyExtension } from '@vua/models/contracts';
import type { VocabularyRepository } from './vocabulary-repository.ts';

/** Words of shops that live as long as the process. */
export function createMemoryVocabularies(): VocabularyRepository {
  const extensions = new Map<string, VocabularyExtension>();
  return {
    find: async (tenantId) => structuredClone(extensions.get(tenantId)),
    save: async (tenantId, extension) => void extensions.set(tenantId, structuredClone(extension)),
  };
}
