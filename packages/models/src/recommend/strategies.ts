import type { RecommendationKind } from '../contracts/index.ts';
import { boughtTogether } from './strategies/bought-together.ts';
import { coVisitation } from './strategies/co-visitation.ts';
import { complements } from './strategies/complements.ts';
import { catalogOrder, newest, popular, popularInSize, trending } from './strategies/crowd-strategies.ts';
import { historyAttributes } from './strategies/history-attributes.ts';
import { recentlySeen } from './strategies/recently-seen.ts';
import { asGiven, rerankByHistory, rerankByModel, rerankByPopularity } from './strategies/rerank.ts';
import { listingsLikeThis, newestListings } from './strategies/second-hand.ts';
import { sequenceModel } from './strategies/sequence-model.ts';
import { similarItems } from './strategies/similar-items.ts';
import type { Strategy } from './strategy.ts';

const COLD: readonly Strategy[] = [trending, popular, newest, catalogOrder];

/** In which order strategies are asked. Kinds whose heading would be untrue of anything else (recently seen, second-hand) have no fall-back. */
export const STRATEGIES: Readonly<Record<RecommendationKind, readonly Strategy[]>> = {
  'for-you': [sequenceModel, coVisitation, historyAttributes, ...COLD],
  similar: [similarItems, coVisitation, ...COLD],
  'goes-with': [boughtTogether, complements, ...COLD],
  'after-purchase': [boughtTogether, sequenceModel, complements, coVisitation, ...COLD],
  rerank: [rerankByModel, rerankByHistory, rerankByPopularity, asGiven],
  'recently-seen': [recentlySeen],
  trending: COLD,
  'second-hand': [listingsLikeThis, newestListings],
  'popular-in-size': [popularInSize, popular, newest, catalogOrder],
};
