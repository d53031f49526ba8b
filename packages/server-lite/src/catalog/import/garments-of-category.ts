import type { GarmentType } from '@vua/models/contracts';

/** Categories of Google's product taxonomy (2021-09-21) below Apparel & Accessories > Clothing, with what each holds; the first is meant where nothing says more. */
const CATEGORIES: readonly { readonly id: string; readonly name: string; readonly garments: readonly GarmentType[] }[] = [
  { id: '5598', name: 'coats & jackets', garments: ['jacket', 'coat'] },
  { id: '203', name: 'outerwear', garments: ['jacket', 'coat'] },
  { id: '2271', name: 'dresses', garments: ['dress'] },
  { id: '204', name: 'pants', garments: ['trousers', 'jeans'] },
  { id: '207', name: 'shorts', garments: ['trousers', 'jeans'] },
  { id: '212', name: 'shirts & tops', garments: ['shirt', 'tee', 'knit'] },
  { id: '1581', name: 'skirts', garments: ['skirt'] },
  { id: '211', name: 'swimwear', garments: ['swimwear'] },
  { id: '214', name: 'bras', garments: ['bra'] },
  { id: '213', name: 'underwear & socks', garments: ['underwear', 'bra'] },
];

/** Types of garment in a `google_product_category`: its number, or its path with the most exact name that we know. Empty: not known. */
export function garmentsOfCategory(text: string): readonly GarmentType[] {
  const byId = CATEGORIES.find(({ id }) => id === text.trim());
  if (byId !== undefined) return byId.garments;
  const names = text.toLowerCase().split('>').map((name) => name.trim()).toReversed();
  for (const name of names) {
    const found = CATEGORIES.find((category) => category.name === name);
    if (found !== undefined) return found.garments;
  }
  return [];
}
