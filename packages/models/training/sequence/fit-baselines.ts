import { type PartnerName, type ScoreFollowers, type ScoreItems, type StepWindow, PARTNERS, countItems, createPopularity, createVsknn, fitPartner, partnerScorer, toScoreItems } from '@vua/models/sequence';

export type BaselineName = 'popularity' | 'vsknn' | PartnerName;

/** The simple methods that every model is compared with. V-SKNN keeps whole sessions of shoppers, so it ships with none. @param sequences oldest first */
export function fitBaselines(sequences: readonly StepWindow[], items: number): Readonly<Record<BaselineName, ScoreItems>> {
  const { bigram, coVisitation } = fitPartners(sequences, items);
  const sessions = sequences.map((sequence) => sequence.items);
  return {
    popularity: createPopularity(countItems(sessions, items)),
    bigram: toScoreItems(bigram), coVisitation: toScoreItems(coVisitation), vsknn: toScoreItems(createVsknn(sessions, items)),
  };
}

export function fitPartners(sequences: readonly StepWindow[], items: number): Readonly<Record<PartnerName, ScoreFollowers>> {
  return Object.fromEntries(PARTNERS.map((name) => [name, partnerScorer(fitPartner(name, sequences, items))])) as Record<PartnerName, ScoreFollowers>;
}
