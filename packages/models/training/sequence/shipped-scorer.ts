import type { PartnerName, ScoreItems, ShippedMethod } from '@vua/models/sequence';
import { blendMany } from './blend-many.ts';
import type { ScoreMany } from './evaluate.ts';
import { scoreEach } from './score-each.ts';

/** What a shop gets: the transformer, a simple method, or both. @param items of the vocabulary */
export function shippedScorer(shipped: ShippedMethod, transformer: ScoreMany, partners: Readonly<Partial<Record<PartnerName, ScoreItems>>>, items: number): ScoreMany {
  if (shipped.method === 'transformer') return transformer;
  const name = shipped.method === 'blend' ? shipped.partner : shipped.method;
  const partner = partners[name];
  if (partner === undefined) throw new Error(`the model ships with ${name}, which is not there`);
  return shipped.method === 'blend' ? blendMany(transformer, partner, shipped.weight) : scoreEach(partner, items);
}
