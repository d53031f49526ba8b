import { compactTransitions, expandTransitions } from './baselines/compact-transitions.ts';
import { BIGRAM, CO_VISITATION, type FollowSettings, createFollower, createPairWorth } from './baselines/follow-transitions.ts';
import { countItems } from './baselines/popularity.ts';
import { type Transitions, countTransitions, pruneTransitions } from './baselines/transitions.ts';
import type { StepWindow } from './pack-batch.ts';
import type { ScoreFollowers } from './score-items.ts';
import type { PartnerName } from './sequence-manifest.ts';
import { decodeTensors, encodeTensors } from './tensor-file.ts';

/** What a simple method knows; can be kept in a file. Pairs and counts of many shoppers, never the sessions of one. */
export interface Partner {
  readonly name: PartnerName;
  readonly transitions: Transitions;
  readonly counts: Float32Array;
}

export const PARTNERS: readonly PartnerName[] = ['bigram', 'coVisitation'];

/** Followers that a file keeps for an item on average: on ML-1M 0.25 MB and NDCG@10 0.1960, where 100 for each item are 0.99 MB and 0.1968. */
const KEPT_FOLLOWERS = 40;

const FOLLOW: Readonly<Record<PartnerName, FollowSettings & { readonly reach: number }>> = { bigram: BIGRAM, coVisitation: CO_VISITATION };

/** @param sequences oldest first @param items of the vocabulary */
export function fitPartner(name: PartnerName, sequences: readonly StepWindow[], items: number): Partner {
  const sessions = sequences.map((sequence) => sequence.items);
  return { name, transitions: countTransitions(sessions, items, FOLLOW[name].reach), counts: countItems(sessions, items) };
}

export const partnerScorer = ({ name, transitions, counts }: Partner): ScoreFollowers => createFollower(transitions, counts, FOLLOW[name]);

export function encodePartner({ name, counts, transitions }: Partner): Uint8Array {
  const kept = pruneTransitions(transitions, KEPT_FOLLOWERS * counts.length, createPairWorth(counts, FOLLOW[name]));
  return encodeTensors({ header: name, tensors: { ...compactTransitions(kept), counts } });
}

/** Undefined where the bytes are no partner. */
export function decodePartner(bytes: Uint8Array): Partner | undefined {
  const file = decodeTensors<unknown>(bytes);
  const name = PARTNERS.find((one) => one === file?.header);
  const [transitions, counts] = [expandTransitions(file?.tensors ?? {}), file?.tensors.counts];
  return name !== undefined && transitions !== undefined && counts instanceof Float32Array && counts.every(Number.isFinite) ? { name, transitions, counts } : undefined;
}
