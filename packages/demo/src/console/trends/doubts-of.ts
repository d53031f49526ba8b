import type { TrendAnswer } from '@vua/models/contracts';

/** Why an answer is less sure than it looks. */
export type Doubt = 'old' | 'uncertain' | 'no-base' | 'low-confidence' | 'reduced-confidence' | 'borrowed-season' | 'zeros';

export type SeenAnswer = Extract<TrendAnswer, { status: 'forecast' | 'no-base' }>;

/** A forecast from two weeks ago is still one for today. */
export const OLD_WEEKS = 3;
const MANY_ZEROS = 0.2;

/** All that a merchant should know before believing an answer, the gravest first. */
export function doubtsOf(answer: SeenAnswer): readonly Doubt[] {
  const { ageWeeks, confidence, season, zeroShare } = answer.quality;
  const holds: Readonly<Record<Doubt, boolean>> = {
    old: ageWeeks >= OLD_WEEKS,
    'no-base': answer.status === 'no-base',
    uncertain: answer.status === 'forecast' && answer.change.class === 'uncertain',
    'low-confidence': confidence === 'low',
    'reduced-confidence': confidence === 'reduced',
    'borrowed-season': season === 'borrowed',
    zeros: zeroShare >= MANY_ZEROS,
  };
  return (Object.keys(holds) as Doubt[]).filter((doubt) => holds[doubt]);
}
