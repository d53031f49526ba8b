/** A word of a text as phrases compare it. */
export interface Word {
  /** NFC, lower case, tone marks where the new spelling puts them (`họa` becomes `hoạ`). */
  readonly text: string;
  /** Without diacritics. */
  readonly plain: string;
  /** In the text as given, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export interface CaptionWords {
  readonly words: readonly Word[];
  /** Their text is glued, without `#` and `_`. */
  readonly hashtags: readonly Word[];
}

/** Characters of a text that are read: the networks allow 2,200, and nobody shall keep the server busy with more. */
export const MOST_CHARACTERS = 10_000;

const HASHTAG = /[#＃][\p{L}\p{M}\p{N}_]+/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu;
// grave, acute, tilde, hook, dot below: what tells one Vietnamese tone from another.
const MISPLACED_TONE = /(o(?=.[ae]$)|u(?=.y$))([\u0300\u0301\u0303\u0309\u0323])([aey])$/;
const MARKS = /\p{M}/gu;

/** The words of a caption, and its hashtags apart. */
export function readCaption(caption: string): CaptionWords {
  const hashtags = Array.from(caption.matchAll(HASHTAG), (match) => toWord(match[0], match.index));
  const prose = caption.replace(HASHTAG, (tag) => '#'.repeat(tag.length));
  return { words: readWords(prose), hashtags };
}

export function readWords(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match) => toWord(match[0], match.index));
}

function toWord(raw: string, start: number): Word {
  const text = normalWord(raw.replace(/[#＃_]/g, ''));
  return { text, plain: plainWord(text), start, end: start + raw.length };
}

/** The one spelling of a word that is compared. */
export function normalWord(raw: string): string {
  return raw.toLowerCase().normalize('NFD').replace(/’/g, "'").replace(MISPLACED_TONE, '$1$3$2').normalize('NFC');
}

/** The word as it is typed on a keyboard without Vietnamese. */
export function plainWord(word: string): string {
  return word.normalize('NFD').replace(MARKS, '').replace(/đ/g, 'd').normalize('NFC');
}
