import type { GarmentFit, ProductColour } from '@vua/models/contracts';

/** What taste is about. The order is that of every style vector. */
export const STYLES = ['classic', 'minimal', 'romantic', 'street', 'sporty', 'festive'] as const;

/** A pattern or a cut, and how much it has of each style. */
export interface Look {
  readonly vi: string;
  readonly en: string;
  readonly style: readonly number[];
}

export const PATTERNS: readonly Look[] = [
  { vi: 'trơn', en: 'plain', style: [0.3, 0.8, 0, 0, 0.1, 0] },
  { vi: 'kẻ sọc', en: 'striped', style: [0.7, 0.2, 0, 0.2, 0.2, 0] },
  { vi: 'kẻ ô', en: 'checked', style: [0.7, 0, 0, 0.4, 0, 0] },
  { vi: 'hoa nhí', en: 'floral', style: [0.1, 0, 1, 0, 0, 0.2] },
  { vi: 'chấm bi', en: 'dotted', style: [0.4, 0, 0.7, 0, 0, 0.1] },
  { vi: 'in chữ', en: 'lettered', style: [0, 0, 0, 1, 0.4, 0] },
  { vi: 'phối màu', en: 'colour-block', style: [0, 0.1, 0, 0.4, 0.9, 0] },
  { vi: 'thêu', en: 'embroidered', style: [0.2, 0, 0.4, 0, 0, 0.9] },
  { vi: 'ánh kim', en: 'shimmering', style: [0, 0.1, 0.1, 0.2, 0, 1] },
];

export interface Silhouette extends Look {
  readonly fit: GarmentFit;
}

export const SILHOUETTES: readonly Silhouette[] = [
  { vi: 'dáng ôm', en: 'slim', fit: 'slim', style: [0.4, 0.2, 0.2, 0, 0.3, 0.5] },
  { vi: 'dáng suông', en: 'straight', fit: 'regular', style: [0.5, 0.6, 0, 0.1, 0, 0] },
  { vi: 'dáng vừa', en: 'regular', fit: 'regular', style: [0.6, 0.2, 0.2, 0.1, 0.2, 0.1] },
  { vi: 'dáng xòe', en: 'flared', fit: 'regular', style: [0.1, 0, 0.9, 0, 0, 0.4] },
  { vi: 'dáng rộng', en: 'oversized', fit: 'loose', style: [0, 0.3, 0, 0.9, 0.3, 0] },
];

export const COLOUR_FAMILIES = ['dark', 'light', 'earth', 'warm', 'cool', 'bright'] as const;

type Colour = ProductColour & { readonly family: (typeof COLOUR_FAMILIES)[number] };

const colour = (family: Colour['family'], id: string, vi: string, en: string, hex: string): Colour => ({ family, id, name: { vi, en }, hex });

export const COLOURS: readonly Colour[] = [
  colour('dark', 'black', 'Đen', 'Black', '#1d1d1f'), colour('dark', 'navy', 'Xanh than', 'Navy', '#232f4b'), colour('dark', 'charcoal', 'Xám than', 'Charcoal', '#45474b'),
  colour('light', 'white', 'Trắng', 'White', '#f7f7f5'), colour('light', 'ivory', 'Trắng ngà', 'Ivory', '#e9e4d8'), colour('light', 'mist', 'Xám nhạt', 'Mist', '#cfd3d6'),
  colour('earth', 'sand', 'Cát', 'Sand', '#c8b596'), colour('earth', 'moss', 'Xanh rêu', 'Moss', '#6b7256'), colour('earth', 'cocoa', 'Nâu ca cao', 'Cocoa', '#6e4f3f'),
  colour('warm', 'lotus', 'Hồng sen', 'Lotus pink', '#c9808a'), colour('warm', 'brick', 'Đỏ gạch', 'Brick', '#a44a3a'), colour('warm', 'mustard', 'Vàng mù tạt', 'Mustard', '#c79a3a'),
  colour('cool', 'sky', 'Xanh nhạt', 'Pale blue', '#b3c6d6'), colour('cool', 'indigo', 'Chàm', 'Indigo', '#34466b'), colour('cool', 'mint', 'Xanh bạc hà', 'Mint', '#a9cdb9'),
  colour('bright', 'red', 'Đỏ tươi', 'Bright red', '#d22630'), colour('bright', 'yellow', 'Vàng tươi', 'Bright yellow', '#f2c230'), colour('bright', 'cobalt', 'Xanh coban', 'Cobalt', '#1f4fbf'),
];

/** Of length 1, so that what is felt about two styles is the cosine between them. */
export function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => (length === 0 ? 0 : value / length));
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
