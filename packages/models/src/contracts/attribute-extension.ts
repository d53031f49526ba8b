import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false };
const Phrase = Type.String({ minLength: 2, maxLength: 60 });
const Phrases = Type.Optional(Type.Array(Phrase, { maxItems: 50 }));

/** An attribute that a shop adds to the vocabulary of trends, or further phrases for one that is there. */
export const AttributeExtension = Type.Object(
  {
    /** Kind and name, such as `fabric:hemp`. */
    id: Type.String({ pattern: '^(colour|fabric|garment|pattern|silhouette):[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 }),
    label: Type.Object({ vi: Phrase, en: Phrase }, closed),
    /** With diacritics; those of several syllables are also found without. */
    vi: Phrases,
    en: Phrases,
    /** Words that mean other things as well: they count only beside words of clothing. */
    weak: Phrases,
    /** sRGB, `#rrggbb`; of colours only. */
    swatch: Type.Optional(Type.String({ pattern: '^#[0-9a-f]{6}$' })),
  },
  closed,
);
export type AttributeExtension = Static<typeof AttributeExtension>;

/** What a shop adds: attributes, and phrases that hold the word of one and do not mean it. */
export const VocabularyExtension = Type.Object(
  {
    attributes: Type.Array(AttributeExtension, { maxItems: 500 }),
    silent: Type.Optional(Type.Array(Phrase, { maxItems: 500 })),
  },
  closed,
);
export type VocabularyExtension = Static<typeof VocabularyExtension>;
