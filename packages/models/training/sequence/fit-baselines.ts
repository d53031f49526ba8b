import { type PartnerName, type ScoreItems, type StepWindow, countItems, createPopularity, fitPartner, PARTNERS, partnerScorer } from '@vua/models/sequence';

export type BaselineName = 'popularity' | PartnerName;

/** The simple methods that every model is compared with. @param sequences oldest first */
export function fitBaselines(sequences: readonly StepWindow[], items: number): Readonly<Record<BaselineName, ScoreItems>> {
  return { popularity: createPopularity(countItems(sequences.map((sequence) => sequence.items), items)), ...fitPartners(sequences, items) };
}

export function fitPartners(sequences: readonly StepWindow[], items: number): Readonly<Record<PartnerName, ScoreItems>> {
  return Object.fromEntries(PARTNERS.map((name) => [name, partnerScorer(fitPartner(name, sequences, items), items)])) as Record<PartnerName, ScoreItems>;
}
