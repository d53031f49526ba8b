import { assessFrame, wrongHints } from './assess-frame.ts';
import type { BodyGeometry } from './body-geometry.ts';
import { type FrameFacts, personFacts } from './frame-facts.ts';

/** Why a single picture cannot be measured. A part of the worker's `RefusalReason`. */
export type StillFault =
  | 'no-person' | 'several-people' | 'picture-too-small' | 'head-cut' | 'feet-cut' | 'not-facing' | 'not-side-on' | 'sitting' | 'back-view' | 'too-dark';

/** A person of fewer pixels is measured too coarsely: 1 px is then half a centimetre. */
const LEAST_PERSON_PX = 320;

/** Faults of a live frame that also spoil a photo, the first first. The others only ask for a better one. */
const REFUSED = ['too-dark', 'head-cut', 'feet-cut', 'not-facing', 'not-side-on', 'sitting'] as const satisfies readonly StillFault[];

/** The reason for which a single picture (a photo, or the frame of a view) must be refused; undefined when it may be measured. */
export function refuseStill(facts: FrameFacts): StillFault | undefined {
  const { pose } = facts;
  const who = assessFrame(facts);
  if (!pose || who === 'no-person') return 'no-person';
  if (who === 'several-people') return who;
  const person = personFacts({ ...facts, pose });
  if (person.body.heightShare * pose.frameHeightPx < LEAST_PERSON_PX) return 'picture-too-small';
  if (facts.view === 'front' && isBackView(person.body)) return 'back-view';
  const wrong = wrongHints(person);
  return REFUSED.find((hint) => wrong.has(hint));
}

/** From behind, the person's left is on the left of the picture. */
const isBackView = ({ shoulders, turnDeg }: BodyGeometry): boolean => shoulders < -0.3 && turnDeg > 110;
