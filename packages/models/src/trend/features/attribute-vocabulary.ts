/** What an attribute is about. */
export const ATTRIBUTE_KINDS = ['colour', 'fabric', 'garment', 'pattern', 'silhouette'] as const;
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

/** `colour:beige`: the kind and a name of lower-case letters, digits and hyphens. */
export type AttributeId = `${AttributeKind}:${string}`;

/** Something that is worn, or what it is like. */
export interface FashionAttribute {
  readonly id: AttributeId;
  readonly kind: AttributeKind;
  readonly label: { readonly vi: string; readonly en: string };
  readonly phrases: {
    /** With diacritics. Those of two or more syllables are also found without; a `=` before a phrase forbids that where it would be another word. */
    readonly vi: readonly string[];
    /** Of garments also found in the plural. */
    readonly en: readonly string[];
    /** Words that mean other things as well: they count only beside another attribute or a word of clothing. */
    readonly weak: readonly string[];
  };
  /** sRGB `#rrggbb` of a colour as cameras see it; absent where pixels cannot tell, as for gold. */
  readonly swatch?: string;
}

export interface AttributeVocabulary {
  readonly attributes: readonly FashionAttribute[];
  /** Phrases that hold the word of an attribute and do not mean it, such as `hoa hồng` (a rose) or `orange juice`. */
  readonly silent: readonly string[];
  /** Words that let a weak phrase beside them count, such as `màu`. */
  readonly context: readonly string[];
  /** Words that do so and, anywhere in a caption, tell that it is about what is worn; without one, and without another attribute, no colour counts. */
  readonly clothing: readonly string[];
  /** What hashtags are glued from besides attributes. Without diacritics. */
  readonly hashtagFillers: readonly string[];
}
