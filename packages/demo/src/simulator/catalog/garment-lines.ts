import type { Audience, GarmentType } from '@vua/models/contracts';
import type { FabricName } from './fabrics.ts';

/** What a made catalog has of one type of garment. Prices, shares and warmth are our choice. */
export interface GarmentLine {
  readonly vi: string;
  readonly en: string;
  /** Half of its items cost less. VND. */
  readonly medianMinor: number;
  readonly warmth: number;
  /** Of the items of a catalog. */
  readonly share: number;
  readonly audiences: Readonly<Partial<Record<Audience, number>>>;
  readonly fabrics: readonly FabricName[];
  /** What is worn with it. */
  readonly goesWith: readonly GarmentType[];
  /** How long one is worn until the next is needed, days. */
  readonly wornDays: number;
}

const TOPS = ['shirt', 'tee', 'knit'] as const;
const BOTTOMS = ['trousers', 'jeans', 'skirt'] as const;
const OUTER = ['jacket', 'coat'] as const;
const ALL = { women: 5, men: 3, unisex: 1 };

/** Garments of a made catalog. Bras are left out: their sizes follow a body that is not simulated. */
export const GARMENT_LINES: Readonly<Record<Exclude<GarmentType, 'bra'>, GarmentLine>> = {
  shirt: { vi: 'Áo sơ mi', en: 'shirt', medianMinor: 550_000, warmth: 0.4, share: 17, audiences: ALL, fabrics: ['linen', 'poplin', 'silk', 'viscose'], goesWith: [...BOTTOMS, ...OUTER], wornDays: 120 },
  tee: { vi: 'Áo thun', en: 'tee', medianMinor: 290_000, warmth: 0.2, share: 17, audiences: { women: 3, men: 3, unisex: 3 }, fabrics: ['jersey', 'pique', 'bamboo'], goesWith: [...BOTTOMS, 'jacket'], wornDays: 70 },
  knit: { vi: 'Áo len', en: 'knit', medianMinor: 620_000, warmth: 0.85, share: 8, audiences: ALL, fabrics: ['wool', 'cotton-knit', 'acrylic'], goesWith: [...BOTTOMS, 'coat'], wornDays: 200 },
  jacket: { vi: 'Áo khoác', en: 'jacket', medianMinor: 890_000, warmth: 0.75, share: 8, audiences: ALL, fabrics: ['denim', 'twill', 'wool', 'nylon'], goesWith: [...TOPS, ...BOTTOMS], wornDays: 300 },
  coat: { vi: 'Áo măng tô', en: 'coat', medianMinor: 1_590_000, warmth: 1, share: 4, audiences: ALL, fabrics: ['wool', 'twill', 'nylon'], goesWith: ['knit', ...BOTTOMS, 'dress'], wornDays: 500 },
  dress: { vi: 'Đầm', en: 'dress', medianMinor: 790_000, warmth: 0.3, share: 16, audiences: { women: 1 }, fabrics: ['linen', 'viscose', 'silk', 'poplin', 'jersey'], goesWith: ['knit', ...OUTER], wornDays: 120 },
  trousers: { vi: 'Quần tây', en: 'trousers', medianMinor: 620_000, warmth: 0.5, share: 11, audiences: ALL, fabrics: ['twill', 'linen', 'wool', 'viscose'], goesWith: [...TOPS, 'jacket'], wornDays: 150 },
  jeans: { vi: 'Quần jeans', en: 'jeans', medianMinor: 690_000, warmth: 0.55, share: 7, audiences: ALL, fabrics: ['denim'], goesWith: [...TOPS, 'jacket'], wornDays: 250 },
  skirt: { vi: 'Chân váy', en: 'skirt', medianMinor: 450_000, warmth: 0.35, share: 6, audiences: { women: 1 }, fabrics: ['linen', 'twill', 'viscose', 'denim'], goesWith: TOPS, wornDays: 180 },
  underwear: { vi: 'Đồ lót', en: 'underwear', medianMinor: 150_000, warmth: 0.45, share: 4, audiences: { women: 3, men: 3 }, fabrics: ['jersey', 'bamboo'], goesWith: ['tee'], wornDays: 120 },
  swimwear: { vi: 'Đồ bơi', en: 'swimwear', medianMinor: 420_000, warmth: 0, share: 2, audiences: { women: 3, men: 2 }, fabrics: ['nylon'], goesWith: ['tee', 'dress'], wornDays: 400 },
};

export type MadeGarment = keyof typeof GARMENT_LINES;
export const MADE_GARMENTS = Object.keys(GARMENT_LINES) as readonly MadeGarment[];

/** Of a type that no made catalog has: nothing is special about it. */
const OTHER: GarmentLine = { vi: 'Khác', en: 'other', medianMinor: 400_000, warmth: 0.45, share: 0, audiences: ALL, fabrics: ['jersey'], goesWith: [], wornDays: 180 };

export const garmentLine = (type: GarmentType): GarmentLine => (type === 'bra' ? OTHER : GARMENT_LINES[type]);
