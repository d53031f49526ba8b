import type { Audience, GarmentType } from '@vua/models/contracts';
import { GARMENTS } from '@vua/models/size';

const AUDIENCES: Readonly<Record<string, Audience>> = {
  women: 'women', woman: 'women', female: 'women', nữ: 'women', men: 'men', man: 'men', male: 'men', nam: 'men', unisex: 'unisex',
};

// What can only be ordered for later cannot be worn now: the device advises sizes that are there.
const AVAILABILITIES: Readonly<Record<string, boolean>> = { in_stock: true, out_of_stock: false, preorder: false, backorder: false };

// Feeds know three, some tell how much it was used; to who wears it, what was made good again was worn before, too.
const CONDITIONS: Readonly<Record<string, 'new' | 'used'>> = {
  new: 'new', new_with_tags: 'new', brand_new: 'new', mới: 'new', used: 'used', used_like_new: 'used', used_good: 'used', used_fair: 'used', refurbished: 'used',
  like_new: 'used', open_box: 'used', pre_owned: 'used', second_hand: 'used', cũ: 'used', đã_qua_sử_dụng: 'used',
};

export const GARMENT_WORDS = Object.keys(GARMENTS) as readonly GarmentType[];

export const readAudience = (text: string): Audience | undefined => wordOf(AUDIENCES, text.normalize('NFC').toLowerCase());

/** In the words of Merchant feeds, or in Vietnamese. */
export const readCondition = (text: string): 'new' | 'used' | undefined => wordOf(CONDITIONS, text.normalize('NFC').toLowerCase().replaceAll(/[\s-]+/g, '_'));

/** Whether there are pieces, in the words of Merchant feeds. */
export const readAvailability = (text: string): boolean | undefined => wordOf(AVAILABILITIES, text.toLowerCase().replaceAll(/[\s-]+/g, '_'));

export const readGarmentType = (text: string): GarmentType | undefined => GARMENT_WORDS.find((word) => word === text.toLowerCase());

/** Whole pieces, 0 to 1,000,000. */
export function readQuantity(text: string): number | undefined {
  const quantity = /^\d{1,7}$/.test(text) ? Number(text) : undefined;
  return quantity === undefined || quantity > 1_000_000 ? undefined : quantity;
}

const wordOf = <T>(words: Readonly<Record<string, T>>, text: string): T | undefined => (Object.hasOwn(words, text) ? words[text] : undefined);
