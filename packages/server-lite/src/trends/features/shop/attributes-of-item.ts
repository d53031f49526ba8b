import { type AttributeId, type AttributeVocabulary, attributesOfCaption } from '@vua/models/trend';
import type { ItemFacts } from './item-facts.ts';

/** Garment types of the catalog that are one attribute; `knit` and `coat` say less than a title does. */
const GARMENT_OF_TYPE: Readonly<Record<string, AttributeId>> = {
  shirt: 'garment:shirt', tee: 'garment:tee', knit: 'garment:sweater', jacket: 'garment:jacket', coat: 'garment:coat', dress: 'garment:dress', trousers: 'garment:trousers', jeans: 'garment:jeans',
  skirt: 'garment:skirt', underwear: 'garment:lingerie', swimwear: 'garment:swimsuit', bra: 'garment:bra',
};

/** Attributes of an item by its title and facts. Its type counts only where the words name no garment. */
export function attributesOfItem({ texts, garmentType, colours }: ItemFacts, vocabulary: AttributeVocabulary): ReadonlySet<AttributeId> {
  // A colour alone counts only among clothes, and words such as `kem` only beside `màu`.
  const told = [...texts, ...colours.map((colour) => `màu ${colour}, áo`)].flatMap((text) => [...attributesOfCaption(text, vocabulary)]);
  const byType = GARMENT_OF_TYPE[garmentType];
  const isNamed = told.some((attribute) => attribute.startsWith('garment:'));
  return new Set(isNamed || byType === undefined ? told : [...told, byType]);
}
