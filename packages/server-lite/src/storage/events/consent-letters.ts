import type { ConsentChoice, ConsentState } from '@vua/models/contracts';

const LETTER = { unknown: 'u', denied: 'd', granted: 'g' } as const satisfies Record<ConsentChoice, string>;
const CHOICES = ['unknown', 'denied', 'granted'] as const;

type Letter = (typeof LETTER)[ConsentChoice];

/** The choices for analytics, personalization and statistics, a letter each: `u`nknown, `d`enied, `g`ranted. */
export type ConsentLetters = `${Letter}${Letter}${Letter}`;

/** All 27, each kept once, so that a million events share them. */
const STATES: ReadonlyMap<string, { readonly letters: ConsentLetters; readonly consent: ConsentState }> = new Map(
  CHOICES.flatMap((analytics) => CHOICES.flatMap((personalization) => CHOICES.map((statistics) => {
    const consent = Object.freeze({ analytics, personalization, statistics });
    const letters = lettersOf(consent);
    return [letters, { letters, consent }] as const;
  }))),
);

export function lettersOf({ analytics, personalization, statistics }: ConsentState): ConsentLetters {
  return `${LETTER[analytics]}${LETTER[personalization]}${LETTER[statistics]}`;
}

/** What {@link lettersOf} was given; undefined where nothing was kept. */
export const consentOf = (letters: ConsentLetters | undefined): ConsentState | undefined => STATES.get(letters ?? '')?.consent;

/** Letters as they were kept. Undefined where none were, or others than these: of consent that cannot be read nothing may be made up. */
export const keptLetters = (text: string | null | undefined): ConsentLetters | undefined => STATES.get(text ?? '')?.letters;
