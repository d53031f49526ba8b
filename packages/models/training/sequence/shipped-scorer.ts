import { type PartnerName, type ScoreFollowers, type ShippedMethod, addBonus, createBonus, partnerOf, usesModel } from '@vua/models/sequence';
import type { ScoreMany } from './evaluate.ts';

/** What a shop gets, for many histories: the transformer, a simple method, or both. @param items of the vocabulary */
export function shippedScorer(shipped: ShippedMethod, transformer: ScoreMany, partners: Readonly<Partial<Record<PartnerName, ScoreFollowers>>>, items: number): ScoreMany {
  const giveBonus = createBonus(shipped, items, () => scorerIn(partners, partnerOf(shipped)));
  return async (histories) => {
    const rows = usesModel(shipped) ? await transformer(histories) : histories.map(() => new Float32Array(items));
    histories.forEach((history, k) => addBonus(rows[k] ?? new Float32Array(items), giveBonus(history)));
    return rows;
  };
}

function scorerIn(partners: Readonly<Partial<Record<PartnerName, ScoreFollowers>>>, name: PartnerName | undefined): ScoreFollowers {
  const partner = name && partners[name];
  if (partner === undefined) throw new Error('the simple method that ships is not there');
  return partner;
}
