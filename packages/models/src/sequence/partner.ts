import { compactTransitions, expandTransitions } from './baselines/compact-transitions.ts';
import { BIGRAM, CO_VISITATION, type FollowSettings, createFollower } from './baselines/follow-transitions.ts';
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

/** Followers of an item that a file keeps: on ML-1M the same NDCG@10 as all of them. */
const KEPT_FOLLOWERS = 100;

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
  return encodeTensors({ header: partner.name, tensors: { ...compactTransitions(pruneTransitions(partner.transitions, KEPT_FOLLOWERS)), counts: partner.counts } });
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
