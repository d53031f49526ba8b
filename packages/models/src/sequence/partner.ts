import { compactTransitions, expandTransitions } from './baselines/compact-transitions.ts';
import { BIGRAM, CO_VISITATION, type FollowSettings, createFollower, createPairWorth } from './baselines/follow-transitions.ts';
import { countItems } from './baselines/popularity.ts';
import { type Transitions, countTransitions, pruneTransitions } from './baselines/transitions.ts';
import { createVsknn } from './baselines/vsknn.ts';
import type { StepWindow } from './pack-batch.ts';
import { packSequences, unpackSequences } from './pack-sequences.ts';
import type { ScoreFollowers } from './score-items.ts';
import type { PartnerName } from './sequence-manifest.ts';
import { decodeTensors, encodeTensors } from './tensor-file.ts';

/** What a simple method knows; can be kept in a file. */
export type Partner =
  | { readonly name: 'bigram' | 'coVisitation'; readonly transitions: Transitions; readonly counts: Float32Array }
  | { readonly name: 'vsknn'; readonly sessions: readonly Int32Array[] };

export const PARTNERS: readonly PartnerName[] = ['bigram', 'coVisitation', 'vsknn'];

/** Followers that a file keeps for an item on average: on ML-1M 0.24 MB and NDCG@10 0.1962, where 100 for each item are 0.99 MB and 0.1969. */
const KEPT_FOLLOWERS = 40;

const FOLLOW: Readonly<Record<Exclude<PartnerName, 'vsknn'>, FollowSettings & { readonly reach: number }>> = { bigram: BIGRAM, coVisitation: CO_VISITATION };

/** @param sequences oldest first @param items of the vocabulary */
export function fitPartner(name: PartnerName, sequences: readonly StepWindow[], items: number): Partner {
  const sessions = sequences.map((sequence) => sequence.items);
  return name === 'vsknn' ? { name, sessions } : { name, transitions: countTransitions(sessions, items, FOLLOW[name].reach), counts: countItems(sessions, items) };
}

export const partnerScorer = (partner: Partner, items: number): ScoreFollowers => (
  partner.name === 'vsknn' ? createVsknn(partner.sessions, items) : createFollower(partner.transitions, partner.counts, FOLLOW[partner.name])
);

export function encodePartner(partner: Partner): Uint8Array {
  if (partner.name === 'vsknn') return encodeTensors({ header: partner.name, tensors: packSequences(partner.sessions) });
  const { name, counts, transitions } = partner;
  const kept = pruneTransitions(transitions, KEPT_FOLLOWERS * counts.length, createPairWorth(counts, FOLLOW[name]));
  return encodeTensors({ header: name, tensors: { ...compactTransitions(kept), counts } });
}

/** Undefined where the bytes are no partner. */
export function decodePartner(bytes: Uint8Array): Partner | undefined {
  const file = decodeTensors<PartnerName>(bytes);
  if (file === undefined) return undefined;
  const { header: name, tensors } = file;
  const [sessions, transitions, { counts }] = [unpackSequences(tensors), expandTransitions(tensors), tensors];
  if (name === 'vsknn') return sessions && { name, sessions };
  return transitions !== undefined && counts instanceof Float32Array && counts.every(Number.isFinite) ? { name, transitions, counts } : undefined;
}
