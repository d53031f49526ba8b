import { type BodyCues, type LaterAnswers, type LetterSize, type Sex, type UsualSize, genericSize } from '@vua/models/body';
import type { SizeChart } from '@vua/models/contracts';

/** What the shopper told after the first answer; every part may be missing. */
export interface ToldMore {
  readonly massKg?: number;
  readonly sex?: Sex;
  /** Usual size in other brands, in women's or men's letters. */
  readonly letter?: LetterSize;
  readonly cut?: Sex;
  /** Label of the size that the shopper already wears of this very chart. */
  readonly ownSize?: string;
  readonly cues?: BodyCues;
}

export const isToldNothing = (told: ToldMore): boolean => Object.entries(told).every(([name, value]) => value === undefined || name === 'cut' || (name === 'cues' && isEmpty(told.cues)));

const isEmpty = (cues: BodyCues = {}): boolean => Object.values(cues).every((word) => word === undefined);

/** The same as the models take it. @param sex as told before; letters mean nothing without it or a cut */
export function laterAnswers({ massKg, letter, cut, ownSize, cues = {} }: ToldMore, sex: Sex | undefined, chart: SizeChart | undefined): LaterAnswers {
  const letters = sex ?? cut;
  const own: UsualSize | undefined = chart?.rows.find(({ label }) => label === ownSize)?.body;
  const usualSizes = [...(letter && letters ? [genericSize(letters, letter)] : []), ...(own ? [own] : [])];
  return { ...(massKg !== undefined && { massKg }), cues, usualSizes };
}
