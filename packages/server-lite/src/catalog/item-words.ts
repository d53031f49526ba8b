import type { CatalogItem } from './catalog-item.ts';

/** What tells the attributes of an item, in every language there is. */
export const itemWords = ({ id, name, material, description, garmentType, colours }: CatalogItem) => ({
  id, garmentType, texts: [name, material, description].flatMap((text) => [text.vi, text.en]), colours: colours.flatMap((colour) => [colour.name.vi, colour.name.en]),
});
