import type { VocabularyExtension } from '@vua/models/contracts';
import { type AttributeVocabulary, TREND_VOCABULARY, type VocabularyProblem, extendVocabulary } from '@vua/models/trend';
import type { VocabularyRepository } from './vocabulary-repository.ts';

export type VocabularyOutcome = { readonly status: 'saved'; readonly extension: VocabularyExtension } | { readonly status: 'refused'; readonly problems: readonly VocabularyProblem[] };

/** The words by which attributes are told for each shop. */
export interface ShopVocabularies {
  /** The built-in words and the shop's own: the same object as long as neither changes, also after a change by another process. */
  of(tenantId: string): Promise<AttributeVocabulary>;
  /** What the shop adds. */
  extension(tenantId: string): Promise<VocabularyExtension>;
  /** In the place of what the shop added before, whole or not at all. @param given unchecked */
  save(tenantId: string, given: unknown): Promise<VocabularyOutcome>;
}

export interface ShopVocabulariesDeps {
  readonly repository: VocabularyRepository;
  /** @default TREND_VOCABULARY */
  readonly base?: AttributeVocabulary;
}

/** Vocabularies that are held, with what they are searched by: one of two thousand phrases takes a few megabytes. */
const MOST_HELD = 50;

export function createShopVocabularies({ repository, base = TREND_VOCABULARY }: ShopVocabulariesDeps): ShopVocabularies {
  const held = new Map<string, AttributeVocabulary>();
  const extension = async (tenantId: string): Promise<VocabularyExtension> => (await repository.find(tenantId)) ?? { attributes: [] };
  return {
    extension,
    of: async (tenantId) => {
      const added = await extension(tenantId);
      const key = JSON.stringify([tenantId, added]);
      const vocabulary = held.get(key) ?? usable(added, base);
      held.delete(key);
      held.set(key, vocabulary);
      const [oldest] = held.keys();
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
      return vocabulary;
    },
    save: async (tenantId, given) => {
      const reading = extendVocabulary(given, base);
      if (reading.status === 'refused') return reading;
      await repository.save(tenantId, reading.extension);
      return { status: 'saved', extension: reading.extension };
    },
  };
}

/** Of what was right when it was saved, all that a newer server does not say otherwise: its own words go first. */
function usable(added: VocabularyExtension, base: AttributeVocabulary): AttributeVocabulary {
  if (added.attributes.length === 0 && (added.silent ?? []).length === 0) return base;
  const reading = extendVocabulary(added, base);
  if (reading.status === 'extended') return reading.vocabulary;
  const wrong = new Set(reading.problems.map(({ path }) => path.split('/').slice(0, 3).join('/')));
  const attributes = added.attributes.filter((_, at) => !wrong.has(`/attributes/${at}`));
  return attributes.length < added.attributes.length ? usable({ ...added, attributes }, base) : base;
}
