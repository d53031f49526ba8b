import type { AttributeId, AttributeVocabulary } from './attribute-vocabulary.ts';
import { type FoundPhrase, type PhraseIndex, phraseIndexOf } from './phrase-index.ts';
import { splitHashtag } from './split-hashtag.ts';
import { TREND_VOCABULARY } from './vocabulary/trend-vocabulary.ts';
import { MOST_CHARACTERS, type Word, readCaption } from './words.ts';

/** An attribute and where a caption says it: UTF-16 units, the end exclusive; of a hashtag the whole of it. */
export interface FoundAttribute {
  readonly attribute: AttributeId;
  readonly start: number;
  readonly end: number;
}

interface Span extends FoundPhrase {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Longer gaps part words: so no pattern runs long. */
const LONGEST_GAP = 8;
const WITHIN_PHRASE = /^\s*[-–]?\s*$/;
const BESIDE = /^[^\S\n]*[,/&+\-–:()'"“”|]*[^\S\n]*$/;
const JOINERS = new Set(['và', 'and', 'or', 'hay', 'hoặc', 'hoac', 'với', 'phối', 'with', 'n']);
const DENIALS = new Set(['không phải', 'không phải là', 'ko phải', 'k phải', 'không', 'ko', 'not', 'no', "isn't", "ain't", 'không hề', 'chẳng phải', 'not a', 'not your']);

/**
 * What is worn, as a caption tells it: each attribute with every place, in the order of the text, hashtags last.
 * The longest phrase wins, words are compared whole, and what a caption denies (`không phải linen`) does not count;
 * nor do colours where nothing else tells that it is about clothes. Of a text the first 10,000 characters are read.
 */
export function tagCaption(text: string, vocabulary: AttributeVocabulary = TREND_VOCABULARY): readonly FoundAttribute[] {
  const caption = text.slice(0, MOST_CHARACTERS);
  const index = phraseIndexOf(vocabulary);
  const { words, hashtags } = readCaption(caption);
  const gap = (at: number): string => {
    const between = caption.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? 0);
    return between.length > LONGEST_GAP ? '.' : between;
  };
  const spans = spansOf(words, index, gap);
  const inHashtags = hashtags.flatMap((tag) => splitHashtag(tag, index).map((attribute) => ({ attribute, start: tag.start, end: tag.end })));
  const found = [...tellAttributes(spans, words, gap), ...inHashtags];
  const isOfClothes = found.some(({ attribute }) => !isColour(attribute)) || spans.some(({ meaning, form }) => meaning.isClothing && form === 'exact');
  return isOfClothes ? found : found.filter(({ attribute }) => !isColour(attribute));
}

/** The attributes of a caption, each once. */
export function attributesOfCaption(caption: string, vocabulary: AttributeVocabulary = TREND_VOCABULARY): ReadonlySet<AttributeId> {
  return new Set(tagCaption(caption, vocabulary).map(({ attribute }) => attribute));
}

const isColour = (attribute: AttributeId): boolean => attribute.startsWith('colour:');

function spansOf(words: readonly Word[], index: PhraseIndex, gap: (at: number) => string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < words.length;) {
    const found = index.longestAt(words, at, (i) => WITHIN_PHRASE.test(gap(i)));
    if (found) spans.push({ ...found, from: at, to: at + found.length });
    at += found?.length ?? 1;
  }
  return spans;
}

function tellAttributes(spans: readonly Span[], words: readonly Word[], gap: (at: number) => string): readonly FoundAttribute[] {
  const areBeside = (a: Span | undefined, b: Span | undefined): boolean => a !== undefined && b !== undefined && isNear(a.to, b.from, words, gap);
  // `vay hoa nhi`, not `no dress`: a phrase of several syllables tells that Vietnamese is typed without diacritics.
  const isTypedPlain = spans.some(({ form }) => form === 'plain') && words.every(({ text, plain }) => text === plain);
  let isBeforeDressed = false;
  return spans.flatMap((span, i) => {
    const { attributes, weakAttributes, isContext } = span.meaning;
    const [before, next] = [spans[i - 1], spans[i + 1]];
    const isSupported = (isBeforeDressed && areBeside(before, span)) || (isDressed(next) && areBeside(span, next));
    const told = span.form === 'bare' && !(isTypedPlain && isSupported) ? [] : isSupported ? [...attributes, ...weakAttributes] : attributes;
    isBeforeDressed = told.length > 0 || (isContext && (isTypedPlain || span.form !== 'bare'));
    const [start, end] = [words[span.from]?.start ?? 0, words[span.to - 1]?.end ?? 0];
    return isDenied(span.from, words, gap) ? [] : told.map((attribute) => ({ attribute, start, end }));
  });
}

const isDressed = (span: Span | undefined): boolean => span !== undefined && span.form !== 'bare' && (span.meaning.isContext || span.meaning.attributes.length > 0);

function isNear(end: number, start: number, words: readonly Word[], gap: (at: number) => string): boolean {
  const isJoined = start === end || (start === end + 1 && JOINERS.has(words[end]?.text ?? ''));
  return isJoined && Array.from({ length: start - end + 1 }, (_, i) => gap(end - 1 + i)).every((text) => BESIDE.test(text));
}

function isDenied(from: number, words: readonly Word[], gap: (at: number) => string): boolean {
  return [1, 2, 3].some((count) => {
    const before = words.slice(Math.max(0, from - count), from);
    return before.length === count && DENIALS.has(before.map(({ text }) => text).join(' ')) && before.every((_, i) => WITHIN_PHRASE.test(gap(from - count + i)));
  });
}
