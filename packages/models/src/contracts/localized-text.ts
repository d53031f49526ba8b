import { Type, type Static } from 'typebox';

/** The same text in both languages of the shops. */
export const LocalizedText = Type.Object(
  { vi: Type.String({ minLength: 1, maxLength: 2000 }), en: Type.String({ minLength: 1, maxLength: 2000 }) },
  { additionalProperties: false },
);
export type LocalizedText = Static<typeof LocalizedText>;
