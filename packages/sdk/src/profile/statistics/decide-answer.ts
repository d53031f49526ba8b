import type { BodyEstimate } from '@vua/models/body';
import type { MeasurementStatistics } from '@vua/models/contracts';
import type { RandomWord, ResponseDesign } from '@vua/models/privacy';
import type { KeptStatistics } from './kept-statistics.ts';
import { randomizeBody, roundBody } from './round-body.ts';

export type AnswerDecision =
  | { readonly status: 'answer'; readonly answer: MeasurementStatistics }
  | { readonly status: 'skipped'; readonly reason: 'too-soon' | 'not-measured' };

/** A device answers once in 30 days. */
const ONCE_IN_MS = 30 * 24 * 3_600_000;

export interface AnswerRules {
  readonly design: ResponseDesign | undefined;
  readonly random: RandomWord;
  /** UTC milliseconds. */
  readonly nowMs: number;
}

/** What this device tells of a body, if anything. */
export function decideAnswer(body: BodyEstimate, kept: KeptStatistics | undefined, { design, random, nowMs }: AnswerRules): AnswerDecision {
  // What was only guessed from answers says more about the guess than about bodies.
  if (body.source !== 'camera') return { status: 'skipped', reason: 'not-measured' };
  // A clock that was set back must not silence a device for ever.
  if (kept !== undefined && Math.abs(nowMs - kept.answeredAtMs) < ONCE_IN_MS) return { status: 'skipped', reason: 'too-soon' };
  const answer = design === undefined ? roundBody(body) : randomizedBefore(kept, design) ?? randomizeBody(body, design, random);
  return answer === undefined ? { status: 'skipped', reason: 'not-measured' } : { status: 'answer', answer };
}

/** One draw for each design, for good: the mean of many would be the truth. */
function randomizedBefore(kept: KeptStatistics | undefined, { epsilon, bins }: ResponseDesign): MeasurementStatistics | undefined {
  const before = kept?.randomized;
  return before?.epsilon === epsilon && before.bins === bins ? before : undefined;
}
