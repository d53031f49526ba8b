import { oneOf, wholeBetween } from '../random/draws.ts';
import type { Random } from '../random/seeded-random.ts';
import type { SimulatedItem } from '../catalog/simulated-item.ts';
import { type Fit, fitOf } from '../shoppers/fit-of.ts';
import type { PlannedReturn } from '../shoppers/memory.ts';
import type { Shopper } from '../shoppers/shopper.ts';
import type { OrderedLine } from './visit-state.ts';

/** Of what fits. */
const OTHER_RETURNS = 0.04;
/** So much too small or too large goes unnoticed. */
const UNNOTICED_CM = 0.5;
/** With so much more, two in three are brought back. */
const TOLERANCE_CM = 6;
const OTHER_REASONS = ['not-as-shown', 'changed-mind', 'damaged', 'late', 'other'] as const;

/** Chance that a piece is brought back because of its size. */
export const misfitReturnChance = ({ missCm }: Fit): number => 1 - Math.exp(-Math.max(0, Math.abs(missCm) - UNNOTICED_CM) / TOLERANCE_CM);

/** What of an order will be brought back, and why, some days later. */
export function planReturns(lines: readonly OrderedLine[], items: readonly SimulatedItem[], shopper: Shopper, day: number, random: Random): PlannedReturn[] {
  return lines.flatMap((line): PlannedReturn[] => {
    const [isMisfit, isOther, dueDay] = [random(), random(), day + wholeBetween(random, 4, 14)];
    const [self, otherReason] = [items[line.item], oneOf(random, OTHER_REASONS)];
    const row = self?.chart.rows.find(({ label }) => label === line.size);
    if (self === undefined || row === undefined) return [];
    const fit = fitOf(row, shopper.body, self.traits.runsLargeCm);
    const item = { itemId: self.product.id, category: self.product.garmentType, size: line.size, price: self.product.price };
    const base = { dueDay, item: line.item };
    if (isMisfit < misfitReturnChance(fit)) return [{ ...base, data: { item, orderId: line.orderId, reason: fit.missCm > 0 ? 'too-small' : 'too-large', zone: fit.zone } }];
    return isOther < OTHER_RETURNS ? [{ ...base, data: { item, orderId: line.orderId, reason: otherReason } }] : [];
  });
}
