import type { AttributeId, AttributeVocabulary, FashionAttribute } from './attribute-vocabulary.ts';
import { type Word, plainWord, readWords } from './words.ts';

/** What a phrase stands for. */
export interface Meaning {
  readonly attributes: readonly AttributeId[];
  /** The same, only beside a word of clothing. */
  readonly weakAttributes: readonly AttributeId[];
  /** Lets weak phrases beside it count. */
  readonly isContext: boolean;
  /** Tells that a caption is about clothes. */
  readonly isClothing: boolean;
}

interface Phrase {
  readonly words: readonly { readonly text: string; readonly plain: string }[];
  /** Also found where all of its words lack their diacritics. */
  readonly mayBePlain: boolean;
  /** Is likelier other words where its diacritics are missing. */
  readonly isOtherWhenPlain: boolean;
  readonly meaning: Meaning;
}

/** As it is written in the vocabulary, or without diacritics; `bare` is a single syllable without them, which may well be another word. */
export type PhraseForm = 'exact' | 'plain' | 'bare';

export interface FoundPhrase {
  readonly length: number;
  readonly form: PhraseForm;
  readonly meaning: Meaning;
}

export interface GluedPhrase {
  readonly meaning: Meaning;
  /** Likelier other words, as its diacritics are missing. */
  readonly isDoubtful: boolean;
}

export interface PhraseIndex {
  /** The longest phrase that begins at a word. `isJoined(i)`: nothing but blanks or hyphens stands between word i and the next. */
  readonly longestAt: (words: readonly Word[], at: number, isJoined: (index: number) => boolean) => FoundPhrase | undefined;
  /** By letters without blanks. */
  readonly glued: ReadonlyMap<string, GluedPhrase>;
  /** The same without diacritics. */
  readonly gluedPlain: ReadonlyMap<string, GluedPhrase>;
  readonly fillers: ReadonlySet<string>;
}

export const NOTHING: Meaning = { attributes: [], weakAttributes: [], isContext: false, isClothing: false };

const INDEXES = new WeakMap<AttributeVocabulary, PhraseIndex>();

/** Made once for a vocabulary. */
export function phraseIndexOf(vocabulary: AttributeVocabulary): PhraseIndex {
  const index = INDEXES.get(vocabulary) ?? createIndex(vocabulary);
  INDEXES.set(vocabulary, index);
  return index;
}

function createIndex(vocabulary: AttributeVocabulary): PhraseIndex {
  const phrases = new Map<string, Phrase>();
  const add = (raw: string, part: Partial<Meaning>, isVietnamese: boolean): void => {
    const words = readWords(raw);
    const key = words.map(({ text }) => text).join(' ');
    const known = phrases.get(key);
    const mayBePlain = (known?.mayBePlain ?? false) || (isVietnamese && words.length > 1 && !raw.startsWith('='));
    phrases.set(key, { words, mayBePlain, isOtherWhenPlain: raw.startsWith('='), meaning: merge(known?.meaning, part) });
  };
  for (const attribute of vocabulary.attributes) addAttribute(attribute, add);
  for (const phrase of vocabulary.silent) add(phrase, {}, true);
  for (const phrase of vocabulary.context) add(phrase, { isContext: true }, false);
  for (const phrase of vocabulary.clothing) add(phrase, { isContext: true, isClothing: true }, false);
  return { longestAt: searchOf([...phrases.values()]), ...gluedOf([...phrases.values()]), fillers: new Set(vocabulary.hashtagFillers) };
}

function addAttribute({ id, kind, phrases }: FashionAttribute, add: (raw: string, part: Partial<Meaning>, isVietnamese: boolean) => void): void {
  for (const phrase of phrases.vi) add(phrase, { attributes: [id] }, true);
  for (const phrase of phrases.en) for (const form of kind === 'garment' ? [phrase, pluralOf(phrase)] : [phrase]) add(form, { attributes: [id] }, false);
  for (const phrase of phrases.weak) add(phrase, { weakAttributes: [id] }, true);
}

function merge(known: Meaning | undefined, { attributes = [], weakAttributes = [], isContext = false, isClothing = false }: Partial<Meaning>): Meaning {
  const union = (a: readonly AttributeId[] = [], b: readonly AttributeId[]): readonly AttributeId[] => [...new Set([...a, ...b])];
  return { attributes: union(known?.attributes, attributes), weakAttributes: union(known?.weakAttributes, weakAttributes), isContext: isContext || (known?.isContext ?? false), isClothing: isClothing || (known?.isClothing ?? false) };
}

const pluralOf = (phrase: string): string => (/(s|x|ch|sh)$/.test(phrase) ? `${phrase}es` : `${phrase}s`);

/** Asks once for each length that phrases with the same first word have: a caption costs the same however many a shop adds. */
function searchOf(phrases: readonly Phrase[]): PhraseIndex['longestAt'] {
  const exact = new Map(phrases.map((phrase) => [textKey(phrase.words), phrase]));
  const plain = new Map(phrases.filter(({ words, mayBePlain }) => mayBePlain || words.length === 1).toReversed().map((phrase) => [plainKey(phrase.words), phrase]));
  const lengths = lengthsByFirst(phrases);
  return (words, at, isJoined) => {
    for (const length of lengths.get(words[at]?.plain ?? '') ?? []) {
      const part = words.slice(at, at + length);
      if (part.length < length || !part.every((_, i) => i === 0 || isJoined(at + i - 1))) continue;
      const key = textKey(part);
      const written = exact.get(key);
      if (written !== undefined) return { length, form: 'exact', meaning: written.meaning };
      const typed = plain.get(key);
      if (typed !== undefined) return { length, form: typed.mayBePlain ? 'plain' : 'bare', meaning: typed.meaning };
    }
    return undefined;
  };
}

const textKey = (words: Phrase['words']): string => words.map(({ text }) => text).join(' ');
const plainKey = (words: Phrase['words']): string => words.map(({ plain }) => plain).join(' ');

/** By the first word without diacritics, descending. */
function lengthsByFirst(phrases: readonly Phrase[]): ReadonlyMap<string, readonly number[]> {
  const byFirst = Map.groupBy(phrases, ({ words }) => words[0]?.plain ?? '');
  return new Map(Array.from(byFirst, ([first, group]) => [first, [...new Set(group.map(({ words }) => words.length))].sort((a, b) => b - a)]));
}

function gluedOf(phrases: readonly Phrase[]): Pick<PhraseIndex, 'glued' | 'gluedPlain'> {
  const keyOf = ({ words }: Phrase): string => words.map(({ text }) => text).join('');
  const isSure = (phrase: Phrase): boolean => phrase.mayBePlain || keyOf(phrase) === plainWord(keyOf(phrase));
  const glued = Map.groupBy(phrases, keyOf);
  const gluedPlain = Map.groupBy(phrases, (phrase) => plainWord(keyOf(phrase)));
  return {
    glued: new Map(Array.from(glued, ([key, same]) => [key, { meaning: meaningOf(same), isDoubtful: false }])),
    gluedPlain: new Map(Array.from(gluedPlain, ([key, same]) => {
      const sure = same.filter(isSure);
      // `da` is leather or skin before it is `dạ`, wool, without its dot.
      return [key, sure.length > 0 ? { meaning: meaningOf(sure), isDoubtful: false } : { meaning: weakened(meaningOf(same)), isDoubtful: same.every(({ isOtherWhenPlain }) => isOtherWhenPlain) }];
    })),
  };
}

const meaningOf = (phrases: readonly Phrase[]): Meaning => phrases.reduce<Meaning>((merged, { meaning }) => merge(merged, meaning), NOTHING);

/** A syllable without its diacritics may be another word: it needs company. */
const weakened = (meaning: Meaning): Meaning => ({ ...meaning, attributes: [], weakAttributes: [...meaning.attributes, ...meaning.weakAttributes] });
