import type { BodyZone } from '../../contracts/index.ts';
import { garmentEvidence, toBrand } from './believed-offset.ts';
import type { Feedback, GarmentFeedback } from './feedback-state.ts';
import { FLAT, type LogGrid, added, settled, subtracted } from './offset-grid.ts';
import type { SizeOutcome } from './outcome.ts';
import { outcomeLikelihood } from './outcome-likelihood.ts';
import { hasShopper, withShopper } from './shopper-filter.ts';

/**
 * What is known after one more outcome of a garment. A shopper counts once for a garment and once for its brand; a second outcome changes nothing.
 * The order of outcomes does not matter, and no outcome, however often it comes, weighs more than its share of unrelated returns allows.
 */
export function learnOutcome(feedback: Feedback, outcome: SizeOutcome): Feedback {
  const { garment, brand } = feedback;
  const { shopperKey } = outcome;
  if (hasShopper(garment.shoppers, shopperKey)) return feedback;
  const learnt: GarmentFeedback = {
    ...garment, ...withEvidence(garment, outcome), outcomes: garment.outcomes + 1, shoppers: withShopper(garment.shoppers, shopperKey),
  };
  if (hasShopper(brand.shoppers, shopperKey)) return { garment: learnt, brand };
  const news = subtracted(toBrand(garmentEvidence(learnt)), toBrand(garmentEvidence(garment)));
  return {
    garment: { ...learnt, told: settled(added(garment.told, news)) },
    brand: { ...brand, evidence: settled(added(brand.evidence, news)), shoppers: withShopper(brand.shoppers, shopperKey) },
  };
}

function withEvidence(garment: GarmentFeedback, outcome: SizeOutcome): Pick<GarmentFeedback, 'kept' | 'returned' | 'zones'> {
  const { kept, returned, zones } = garment;
  const plus = (grid: LogGrid): LogGrid => settled(added(grid, outcomeLikelihood(outcome)));
  if (outcome.result === 'kept') return { kept: plus(kept), returned, zones };
  const zone: BodyZone | undefined = outcome.zone;
  return zone === undefined ? { kept, returned: plus(returned), zones } : { kept, returned, zones: { ...zones, [zone]: plus(zones[zone] ?? FLAT) } };
}
