import { PRICE_EDGES_MINOR, STEP_TYPES, type SideInput, type StepType, bucketOf } from '@vua/models/sequence';
import { EVENT_SIDE } from './row-targets.ts';

export const TYPE_SIDE: SideInput = { name: EVENT_SIDE, size: STEP_TYPES.length + 1 };
export const PRICE_SIDE: SideInput = { name: 'price', size: PRICE_EDGES_MINOR.length + 1 };
/** The first 255 names of a log. */
export const CATEGORY_SIDE: SideInput = { name: 'category', size: 256 };

/** 0 for a type that is not ours. */
export const typeValue = (type: StepType | undefined): number => (type === undefined ? 0 : STEP_TYPES.indexOf(type) + 1);

/** @param amount in whole units of a currency with two decimals, as text */
export function priceValue(amount: string | undefined): number {
  const price = amount === undefined || amount === '' ? NaN : Number(amount);
  return bucketOf(Number.isFinite(price) && price >= 0 ? Math.round(price * 100) : undefined, PRICE_EDGES_MINOR);
}

/** Numbers names as they come. */
export interface Naming {
  /** From 1; 0 for none, and for what comes after `size - 1` names. */
  readonly valueOf: (name: string | undefined) => number;
  /** In the order of their values, from 1. */
  readonly names: () => readonly string[];
}

export function createNaming({ size }: SideInput): Naming {
  const numbers = new Map<string, number>();
  const valueOf = (name: string | undefined): number => {
    if (name === undefined || name === '') return 0;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    if (numbers.size >= size - 1) return 0;
    numbers.set(name, numbers.size + 1);
    return numbers.size;
  };
  return { valueOf, names: () => [...numbers.keys()] };
}
