import type { EventData, GarmentType } from '@vua/models/contracts';
import { garmentLine } from '../catalog/garment-lines.ts';

/** Something bought that will be brought back. */
export interface PlannedReturn {
  readonly dueDay: number;
  readonly data: EventData['return_item'];
  /** Place of the item in the catalog. */
  readonly item: number;
}

/** What a shopper carries from one visit to the next. */
export interface Memory {
  /** Items looked at last, latest first. */
  readonly viewed: readonly number[];
  /** Day of the latest purchase by type of garment. */
  readonly boughtDay: Readonly<Partial<Record<GarmentType, number>>>;
  readonly returns: readonly PlannedReturn[];
  /** Whether the last visit left something unfinished, so that the next one comes soon. */
  readonly isLooking: boolean;
  readonly visits: number;
}

export const NEW_MEMORY: Memory = { viewed: [], boughtDay: {}, returns: [], isLooking: false, visits: 0 };

/** 1: as much as ever; little just after a purchase, and back once that piece is worn out. */
export function needOf({ boughtDay }: Memory, type: GarmentType, day: number): number {
  const bought = boughtDay[type];
  return bought === undefined ? 1 : 1 - 0.8 * Math.exp(-(day - bought) / garmentLine(type).wornDays);
}
