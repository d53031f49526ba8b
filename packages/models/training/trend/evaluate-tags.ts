import { ATTRIBUTE_KINDS, attributesOfCaption, sentimentOf } from '../../src/trend/index.ts';
import { seededRandom } from '../body/random.ts';
import { type RatioFigures, type RatioPart, bootstrapRatio } from './bootstrap-ratio.ts';
import type { LabelledCaption } from './read-captions.ts';

const SEED = 1;
/** Nearer to nothing a caption counts as neutral. */
const LEAST_TONE = 0.25;
const TONES = ['positive', 'negative', 'neutral'] as const;

export interface ClassFigures {
  readonly name: string;
  /** Of what was said, what is right. */
  readonly precision: RatioFigures;
  /** Of what is there, what was said. */
  readonly recall: RatioFigures;
}

/** Precision and recall of attributes by kind and of all, over captions drawn with replacement. */
export function evaluateTags(captions: readonly LabelledCaption[]): readonly ClassFigures[] {
  const judged = captions.map(({ text, attributes }) => ({ said: [...attributesOfCaption(text)], meant: attributes }));
  return [...ATTRIBUTE_KINDS, 'all'].map((name) => figuresOf(name, judged.map(({ said, meant }) => {
    const isOf = (id: string): boolean => name === 'all' || id.startsWith(`${name}:`);
    return { said: said.filter(isOf), meant: meant.filter(isOf) };
  })));
}

/** The same of how captions sound. */
export function evaluateSentiment(captions: readonly LabelledCaption[]): readonly ClassFigures[] {
  return TONES.map((name) => figuresOf(name, captions.map(({ text, sentiment }) => ({ said: [toneOf(text)].filter((tone) => tone === name), meant: [sentiment].filter((tone) => tone === name) }))));
}

function toneOf(text: string): (typeof TONES)[number] {
  const tone = sentimentOf(text) ?? 0;
  if (Math.abs(tone) < LEAST_TONE) return 'neutral';
  return tone > 0 ? 'positive' : 'negative';
}

function figuresOf(name: string, cases: readonly { readonly said: readonly string[]; readonly meant: readonly string[] }[]): ClassFigures {
  const right = ({ said, meant }: (typeof cases)[number]): number => said.filter((id) => meant.includes(id)).length;
  const ratio = (wholeOf: (one: (typeof cases)[number]) => number): RatioFigures => bootstrapRatio(cases.map((one): RatioPart => ({ part: right(one), whole: wholeOf(one) })), seededRandom(SEED));
  return { name, precision: ratio(({ said }) => said.length), recall: ratio(({ meant }) => meant.length) };
}
