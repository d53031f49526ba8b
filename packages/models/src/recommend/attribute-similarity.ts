import type { GarmentType } from '../contracts/index.ts';
import type { GarmentTraits } from './garment-traits.ts';

/** What is worn in the same place. */
const FAMILY: Readonly<Record<GarmentType, string>> = {
  shirt: 'top', tee: 'top', knit: 'top', jacket: 'outer', coat: 'outer', dress: 'dress', trousers: 'bottom', jeans: 'bottom', skirt: 'bottom',
  underwear: 'under', bra: 'under', swimwear: 'swim',
};

/** What each attribute counts; they sum to 1. Judgement, not measured. */
const WEIGHTS = { type: 0.4, audience: 0.2, colour: 0.2, price: 0.2 } as const;

/** How alike two garments are, 0-1: 1 for itself; symmetric. Prices in two currencies are left out of the comparison. */
export function attributeSimilarity(a: GarmentTraits, b: GarmentTraits): number {
  const price = priceLikeness(a, b);
  const rest = WEIGHTS.type * typeLikeness(a.type, b.type) + WEIGHTS.audience * audienceLikeness(a, b) + WEIGHTS.colour * colourLikeness(a.colours, b.colours);
  return price === undefined ? rest / (1 - WEIGHTS.price) : rest + WEIGHTS.price * price;
}

const typeLikeness = (a: GarmentType, b: GarmentType): number => (a === b ? 1 : FAMILY[a] === FAMILY[b] ? 0.5 : 0);

function audienceLikeness({ audience: a }: GarmentTraits, { audience: b }: GarmentTraits): number {
  return a === b ? 1 : a === 'unisex' || b === 'unisex' ? 0.5 : 0;
}

/** Half for twice the price. */
function priceLikeness(a: GarmentTraits, b: GarmentTraits): number | undefined {
  if (a.currency !== b.currency) return undefined;
  const most = Math.max(a.amountMinor, b.amountMinor);
  return most === 0 ? 1 : Math.min(a.amountMinor, b.amountMinor) / most;
}

/** By the two colours that are nearest to each other. */
function colourLikeness(a: readonly number[], b: readonly number[]): number {
  let best = 0;
  for (const left of a) for (const right of b) best = Math.max(best, left === right ? 1 : 1 - colourDistance(left, right));
  return a.length === 0 && b.length === 0 ? 1 : best;
}

const WIDEST = Math.sqrt(2 * 255 ** 2 + 4 * 255 ** 2 + 3 * 255 ** 2);

/** 0-1, sRGB weighted 2:4:3 by how differently the eye takes red, green and blue. */
function colourDistance(a: number, b: number): number {
  const part = (shift: number): number => ((a >> shift) & 255) - ((b >> shift) & 255);
  return Math.sqrt(2 * part(16) ** 2 + 4 * part(8) ** 2 + 3 * part(0) ** 2) / WIDEST;
}
