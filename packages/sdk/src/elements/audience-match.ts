import type { Sex } from '@vua/models/body';
import type { Audience } from '@vua/models/contracts';
import type { SizeGlance } from '@vua/models/size';

/** Whether a garment is cut for the shopper. `untold`: it is cut for women or for men, and the shopper said neither. */
export type AudienceMatch = 'own' | 'other' | 'untold';

/** What a list shows of one chart. */
export type FinderGlance = SizeGlance & {
  /** Present where the shop said for whom the garment is cut. A size of a cut for others is right by the chart alone. */
  readonly audience?: AudienceMatch;
};

const SEX_OF = { women: 'female', men: 'male', unisex: undefined } as const satisfies Readonly<Record<Audience, Sex | undefined>>;

export function audienceMatch(audience: Audience, sex: Sex | undefined): AudienceMatch {
  const cutFor = SEX_OF[audience];
  if (cutFor === undefined || cutFor === sex) return 'own';
  return sex === undefined ? 'untold' : 'other';
}
