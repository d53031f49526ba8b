import { BIGRAM, CO_VISITATION, type FollowSettings, type ScoreItems, type StepWindow, type Transitions, countItems, countTransitions, createFollower, createPopularity } from '@vua/models/sequence';
import type { PartnerName } from './sequence-manifest.ts';
import { createVsknn } from './vsknn.ts';

export type BaselineName = 'popularity' | 'vsknn' | PartnerName;

/** What stands behind a partner: its counts can be kept in a file. */
export interface PartnerTables {
  readonly transitions: Transitions;
  readonly counts: Float32Array;
}

export const PARTNERS: Readonly<Record<PartnerName, FollowSettings & { readonly reach: number }>> = { bigram: BIGRAM, coVisitation: CO_VISITATION };

export function countPartner(name: PartnerName, sequences: readonly StepWindow[], items: number): PartnerTables {
  const itemsOf = sequences.map((sequence) => sequence.items);
  return { transitions: countTransitions(itemsOf, items, PARTNERS[name].reach), counts: countItems(itemsOf, items) };
}

export const partnerScorer = (name: PartnerName, { transitions, counts }: PartnerTables): ScoreItems => createFollower(transitions, counts, PARTNERS[name]);

/** The simple methods that every model is compared with. @param sequences oldest first */
export function fitBaselines(sequences: readonly StepWindow[], items: number): Readonly<Record<BaselineName, ScoreItems>> {
  const itemsOf = sequences.map((sequence) => sequence.items);
  const partner = (name: PartnerName): ScoreItems => partnerScorer(name, countPartner(name, sequences, items));
  return { popularity: createPopularity(countItems(itemsOf, items)), bigram: partner('bigram'), coVisitation: partner('coVisitation'), vsknn: createVsknn(itemsOf, items) };
}
