import { normalWord, plainWord, readWords } from '../words.ts';
import { AFTER, BEFORE, COMPARISONS, EMOJI, MOCKERY, NEGATIONS, TONES, TURNS } from './sentiment-words.ts';

/** What a text says, piece by piece. */
export type ToneToken =
  | { readonly kind: 'tone'; readonly value: number }
  | { readonly kind: 'emoji'; readonly value: number; readonly isMockery: boolean }
  /** `before` weighs the tone that follows, `after` the one that went before. */
  | { readonly kind: 'degree'; readonly before: number; readonly after: number }
  | { readonly kind: 'negation' | 'turn' | 'comparison' | 'word' | 'stop' };

const PIECE = /(?<word>[\p{L}\p{M}\p{N}]+(?:['’/]\p{L}+)*)|(?<emoji>\p{Extended_Pictographic})|(?<stop>[.,!?;:\n…()])/gu;
const LONGEST_PHRASE = 5;
const MEANINGS = meaningsOf();

/** The longest phrases first; letters drawn out (`đẹpppp`, `soooo`) count once. */
export function readTones(text: string): readonly ToneToken[] {
  const pieces = Array.from(text.matchAll(PIECE), ({ groups = {} }) => ({ word: groups.word === undefined ? undefined : shortened(normalWord(groups.word)), emoji: groups.emoji }));
  const tokens: ToneToken[] = [];
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at];
    const found = piece?.word === undefined ? undefined : longestMeaning(pieces.slice(at, at + LONGEST_PHRASE).map(({ word }) => word));
    tokens.push(found?.token ?? (piece?.word !== undefined ? { kind: 'word' } : piece?.emoji === undefined ? { kind: 'stop' } : emojiToken(piece.emoji)));
    at += found?.length ?? 1;
  }
  return tokens;
}

function emojiToken(emoji: string): ToneToken {
  const value = EMOJI.get(emoji);
  return value === undefined ? { kind: 'word' } : { kind: 'emoji', value, isMockery: MOCKERY.has(emoji) };
}

function longestMeaning(words: readonly (string | undefined)[]): { readonly length: number; readonly token: ToneToken } | undefined {
  const end = words.indexOf(undefined);
  for (let length = end < 0 ? words.length : end; length > 0; length -= 1) {
    const token = MEANINGS.get(words.slice(0, length).join(' '));
    if (token) return { length, token };
  }
  return undefined;
}

/** A letter three times or more is there once: `quáaaa`, whose first letter alone has the mark. */
function shortened(word: string): string {
  return word.replace(/(\p{L})\1{2,}/gu, '$1').replace(/(\p{L})(\p{L})$/u, (pair: string, first: string, last: string) => (word.length > 4 && first !== last && plainWord(first) === last ? first : pair));
}

function meaningsOf(): ReadonlyMap<string, ToneToken> {
  const meanings = new Map<string, ToneToken>();
  const add = (phrase: string, token: ToneToken): void => {
    const words = readWords(phrase.replaceAll('/', ' / ')).map(({ text }) => text);
    meanings.set(words.join(' '), token);
    // Single syllables without their diacritics are too often other words.
    if (words.length > 1) meanings.set(words.map(plainWord).join(' '), token);
  };
  for (const phrase of new Set([...BEFORE.keys(), ...AFTER.keys()])) add(phrase, { kind: 'degree', before: BEFORE.get(phrase) ?? 1, after: AFTER.get(phrase) ?? 1 });
  for (const phrase of NEGATIONS) add(phrase, { kind: 'negation' });
  for (const phrase of TURNS) add(phrase, { kind: 'turn' });
  for (const phrase of COMPARISONS) add(phrase, { kind: 'comparison' });
  for (const [phrase, value] of TONES) add(phrase, { kind: 'tone', value });
  return meanings;
}
