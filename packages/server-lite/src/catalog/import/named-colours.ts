import type { ProductColour } from '@vua/models/contracts';
import { slugOf } from './item-id.ts';

// Names that shops write, Vietnamese and English, with a cloth-like sRGB value each: our choice, for a swatch on the page.
const COLOURS = [
  ['Đen', 'Black', '#1d1d1f'], ['Trắng', 'White', '#fafafa'], ['Xám', 'Grey', '#8a8a8d'], ['Xám', 'Gray', '#8a8a8d'], ['Bạc', 'Silver', '#c4c6c9'],
  ['Đỏ', 'Red', '#b8322f'], ['Đỏ đô', 'Burgundy', '#6b1f2d'], ['Hồng', 'Pink', '#e3a2b3'], ['Hồng sen', 'Lotus pink', '#c9808a'], ['Cam', 'Orange', '#d9772b'],
  ['Vàng', 'Yellow', '#e6c84a'], ['Vàng đồng', 'Gold', '#b8963f'], ['Xanh dương', 'Blue', '#3a5f9e'], ['Xanh nhạt', 'Pale blue', '#b3c6d6'],
  ['Xanh nhạt', 'Light blue', '#b3c6d6'], ['Xanh than', 'Navy', '#22304f'], ['Xanh navy', 'Navy blue', '#22304f'], ['Chàm', 'Indigo', '#34466b'],
  ['Xanh lá', 'Green', '#4c7a4f'], ['Xanh rêu', 'Moss', '#6b7256'], ['Ô liu', 'Olive', '#70703f'], ['Xanh ngọc', 'Teal', '#2f7f80'], ['Bạc hà', 'Mint', '#b9dcc9'],
  ['Tím', 'Purple', '#6b4a86'], ['Tím nhạt', 'Lavender', '#bcaad2'], ['Nâu', 'Brown', '#6f4e37'], ['Cát', 'Sand', '#c8b596'], ['Be', 'Beige', '#d9cbb1'],
  ['Trắng ngà', 'Ivory', '#e9e4d8'], ['Kem', 'Cream', '#f1e8d3'], ['Khaki', 'Khaki', '#a4956a'], ['Than', 'Charcoal', '#3b3d40'],
] as const;

const BY_NAME = new Map<string, ProductColour>();
for (const [vi, en, hex] of COLOURS) {
  const colour = { id: slugOf(en) ?? '', name: { vi, en }, hex };
  for (const name of [vi, en]) if (!BY_NAME.has(keyOf(name))) BY_NAME.set(keyOf(name), colour);
}

/** The colour of a name that shops commonly write, Vietnamese (with its marks) or English. */
export const findNamedColour = (name: string): ProductColour | undefined => BY_NAME.get(keyOf(name));

function keyOf(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');
}
