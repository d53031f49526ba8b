import type { AttributeId } from './attribute-vocabulary.ts';
import { type GluedPhrase, type Meaning, NOTHING, type PhraseIndex } from './phrase-index.ts';
import { plainWord, type Word } from './words.ts';

interface Split {
  readonly cost: number;
  readonly meanings: readonly Meaning[];
}

// Between two ways to cover a tag, the one with fewer parts; a filler is no better than a phrase, and two sure phrases are better than a doubtful one.
const [PHRASE_COST, FILLER_COST, DOUBTFUL_COST] = [1, 1.2, 2.5];
const LONGEST_TAG = 60;

/** Attributes of a hashtag. Its words are glued: it counts only if phrases and fillers cover it wholly, so that `#redbull` is not red. */
export function splitHashtag(tag: Word, index: PhraseIndex): readonly AttributeId[] {
  if (tag.text.length > LONGEST_TAG) return [];
  const phrases = tag.text === plainWord(tag.text) ? index.gluedPlain : index.glued;
  const meanings = cheapestSplit(tag.text, phrases, index.fillers)?.meanings ?? [];
  const strong = meanings.flatMap(({ attributes }) => attributes);
  const isDressed = strong.length > 0 || meanings.some(({ isContext }) => isContext) || (meanings.length > 1 && meanings.some(({ weakAttributes }) => weakAttributes.some(isGarment)));
  return isDressed ? [...strong, ...meanings.flatMap(({ weakAttributes }) => weakAttributes)] : strong;
}

const isGarment = (id: AttributeId): boolean => id.startsWith('garment:');

function cheapestSplit(text: string, phrases: ReadonlyMap<string, GluedPhrase>, fillers: ReadonlySet<string>): Split | undefined {
  const splits: (Split | undefined)[] = [{ cost: 0, meanings: [] }];
  for (let end = 1; end <= text.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const before = splits[start];
      const part = text.slice(start, end);
      const phrase = phrases.get(part);
      if (before === undefined || (phrase === undefined && !fillers.has(part))) continue;
      const cost = before.cost + costOf(phrase);
      if (cost < (splits[end]?.cost ?? Infinity)) splits[end] = { cost, meanings: [...before.meanings, phrase?.meaning ?? NOTHING] };
    }
  }
  return splits[text.length];
}

function costOf(phrase: GluedPhrase | undefined): number {
  if (phrase === undefined) return FILLER_COST;
  return phrase.isDoubtful ? DOUBTFUL_COST : PHRASE_COST;
}
