import { type PartnerName, type ScoreFollowers, type ScoreItems, type StepWindow, countItems, createPopularity, fitPartner, PARTNERS, partnerScorer, toScoreItems } from '@vua/models/sequence';

export type BaselineName = 'popularity' | PartnerName;

/** The simple methods that every model is compared with. @param sequences oldest first */
export function fitBaselines(sequences: readonly StepWindow[], items: number): Readonly<Record<BaselineName, ScoreItems>> {
  const { bigram, coVisitation, vsknn } = fitPartners(sequences, items);
  return {
    popularity: createPopularity(countItems(sequences.map((sequence) => sequence.items), items)),
    bigram: toScoreItems(bigram), coVisitation: toScoreItems(coVisitation), vsknn: toScoreItems(vsknn),
  };
}

export function fitPartners(sequences: readonly StepWindow[], items: number): Readonly<Record<PartnerName, ScoreFollowers>> {
  return Object.fromEntries(PARTNERS.map((name) => [name, partnerScorer(fitPartner(name, sequences, items), items)])) as Record<PartnerName, ScoreFollowers>;
}
