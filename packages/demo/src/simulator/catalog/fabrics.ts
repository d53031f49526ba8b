/** A cloth: what it is called, what it does to warmth and price. */
export interface Fabric {
  readonly vi: string;
  readonly en: string;
  readonly warmer: number;
  readonly priceFactor: number;
}

export const FABRICS = {
  linen: { vi: 'linen', en: 'linen', warmer: -0.15, priceFactor: 1.2 },
  poplin: { vi: 'poplin', en: 'poplin', warmer: 0, priceFactor: 1 },
  silk: { vi: 'lụa', en: 'silk', warmer: -0.05, priceFactor: 1.9 },
  viscose: { vi: 'viscose', en: 'viscose', warmer: -0.1, priceFactor: 0.85 },
  jersey: { vi: 'cotton', en: 'cotton jersey', warmer: 0, priceFactor: 0.9 },
  pique: { vi: 'cá sấu', en: 'piqué', warmer: 0.05, priceFactor: 1.1 },
  bamboo: { vi: 'sợi tre', en: 'bamboo', warmer: -0.05, priceFactor: 1.15 },
  wool: { vi: 'len lông cừu', en: 'wool', warmer: 0.15, priceFactor: 1.6 },
  'cotton-knit': { vi: 'dệt kim cotton', en: 'cotton knit', warmer: -0.1, priceFactor: 1 },
  acrylic: { vi: 'acrylic', en: 'acrylic', warmer: 0.05, priceFactor: 0.7 },
  denim: { vi: 'denim', en: 'denim', warmer: 0.05, priceFactor: 1 },
  twill: { vi: 'kaki', en: 'twill', warmer: 0, priceFactor: 0.95 },
  nylon: { vi: 'dù', en: 'nylon', warmer: 0, priceFactor: 0.9 },
} as const satisfies Readonly<Record<string, Fabric>>;

export type FabricName = keyof typeof FABRICS;
