import { FRAME_HINTS, type FrameHint } from '../frame-reading.ts';
import { FRAME_CHECKS, type FrameCheck } from './frame-checks.ts';
import { type FrameFacts, type PersonFacts, personFacts } from './frame-facts.ts';

/** The landmark model's own doubt below which its pose is not believed. */
const LEAST_POSE_SCORE = 0.5;

/** The most urgent thing that is wrong with a frame by itself. `shown` is the hint on the screen, which must be mended with a margin. */
export function assessFrame(facts: FrameFacts, shown?: FrameHint): FrameHint | undefined {
  const { pose } = facts;
  if (facts.personCount < 1 || !pose || pose.score < LEAST_POSE_SCORE) return 'no-person';
  if (facts.personCount > 1) return 'several-people';
  const wrong = wrongHints(personFacts({ ...facts, pose }), shown);
  return FRAME_HINTS.find((hint) => wrong.has(hint));
}

/** Everything that is wrong with a frame that holds one person. */
export const wrongHints = (facts: PersonFacts, shown?: FrameHint): ReadonlySet<FrameHint> =>
  new Set(FRAME_CHECKS.filter((check) => isWrong(check, facts, shown)).map(({ hint }) => hint));

function isWrong({ hint, view, wrong, raise, clear, measure }: FrameCheck, facts: PersonFacts, shown: FrameHint | undefined): boolean {
  if (view !== undefined && view !== facts.view) return false;
  const value = measure(facts);
  if (value === undefined) return false;
  const limit = hint === shown ? clear : raise;
  return wrong === 'below' ? value < limit : value > limit;
}
