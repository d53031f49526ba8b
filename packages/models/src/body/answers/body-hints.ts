import type { BodyCues } from './body-cues.ts';
import type { UsualSize } from './usual-size.ts';

/** What a shopper can tell beside height, weight, age and sex. */
export interface BodyHints {
  readonly cues?: BodyCues;
  /** One a brand. */
  readonly usualSizes?: readonly UsualSize[];
}
