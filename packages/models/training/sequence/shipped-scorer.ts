import { type PartnerName, type ScoreFollowers, type ShippedMethod, addBonus, createBonus, usesModel } from '@vua/models/sequence';
import type { ScoreMany } from './evaluate.ts';

/** What a shop gets, for many histories: the transformer, a simple method, or both. @param items of the vocabulary */
export function shippedScorer(shipped: ShippedMethod, transformer: ScoreMany, partners: Readonly<Partial<Record<PartnerName, ScoreFollowers>>>, items: number): ScoreMany {
  const giveBonus = createBonus(shipped, items, () => partnerOf(shipped, partners));
  return async (histories) => {
    const rows = usesModel(shipped) ? await transformer(histories) : histories.map(() => new Float32Array(items));
    histories.forEach((history, k) => addBonus(rows[k] ?? new Float32Array(items), giveBonus(history)));
    return rows;
  };
}

function partnerOf(shipped: ShippedMethod, partners: Readonly<Partial<Record<PartnerName, ScoreFollowers>>>): ScoreFollowers {
  const name = shipped.method === 'blend' ? shipped.partner : shipped.method;
  const partner = name === 'transformer' ? undefined : partners[name];
  if (partner === undefined) throw new Error(`the model ships with ${name}, which is not there`);
  return partner;
}
