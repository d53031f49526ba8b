import type { ShownVerdict } from './judge-shown.ts';

const DAY_MS = 86_400_000;

/** Share of the devices that get a version on trial. */
export const TRIAL_SHARE = 0.1;

/** Where a version is watched. */
export type WatchedPlace = 'canary' | 'active';

/**
 * How far a trial has come. `early`: too short to be decided well, a shop's hours differ; a canary that a person placed stays there. `open`: long enough where enough was shown.
 * `over`: long enough whatever was shown, before the next week's training brings another.
 */
export type TrialPhase = 'early' | 'open' | 'over';

export const TRIAL_OPENS_MS = DAY_MS;
export const TRIAL_ENDS_MS = 6 * DAY_MS;

/** @param sinceMs absent: the version is on no trial */
export function trialPhase(sinceMs: number | undefined, nowMs: number): TrialPhase {
  if (sinceMs === undefined || nowMs - sinceMs < TRIAL_OPENS_MS) return 'early';
  return nowMs - sinceMs < TRIAL_ENDS_MS ? 'open' : 'over';
}

/** What is asked for a version that is watched; `wait`: nothing. */
export type TrialStep = 'wait' | 'promote' | 'settle' | 'reject';

/**
 * A canary is taken back whenever it does worse, and promoted when a day or more has shown that it does not. Where six days have shown too little, the gate that it passed before is all there is to go by.
 * What was promoted is taken back only by whole days: it has nothing beside it but the days before.
 */
export const TRIAL_STEPS: Readonly<Record<WatchedPlace, Readonly<Record<TrialPhase, Readonly<Record<ShownVerdict['verdict'], TrialStep>>>>>> = {
  canary: {
    early: { 'wait': 'wait', 'unseen': 'wait', 'keep': 'wait', 'roll-back': 'reject' },
    open: { 'wait': 'wait', 'unseen': 'wait', 'keep': 'promote', 'roll-back': 'reject' },
    over: { 'wait': 'promote', 'unseen': 'reject', 'keep': 'promote', 'roll-back': 'reject' },
  },
  active: {
    early: { 'wait': 'wait', 'unseen': 'wait', 'keep': 'wait', 'roll-back': 'wait' },
    open: { 'wait': 'wait', 'unseen': 'wait', 'keep': 'settle', 'roll-back': 'reject' },
    over: { 'wait': 'settle', 'unseen': 'settle', 'keep': 'settle', 'roll-back': 'reject' },
  },
};
