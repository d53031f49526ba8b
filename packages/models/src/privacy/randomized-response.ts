/** How answers are randomized: `bins` possible answers, privacy loss `epsilon` of one answer. */
export interface ResponseDesign {
  /** Above 0. No answer is more than e^epsilon times as likely for one truth as for another. */
  readonly epsilon: number;
  /** Whole, at least 2. */
  readonly bins: number;
}

/** Gives a whole number from 0 to 2^32 - 1, each as likely. In the product: of a cryptographic generator. */
export type RandomWord = () => number;

const WORDS = 2 ** 32;

/** Probability that the answer is the truth: e^epsilon / (e^epsilon + bins - 1), as random words of 32 bits can give it. */
export function keepProbability({ epsilon, bins }: ResponseDesign): number {
  const weight = Math.exp(epsilon);
  // Rounded down: the privacy loss is never above epsilon.
  return Math.floor((weight / (weight + bins - 1)) * WORDS) / WORDS;
}

/** Probability of one certain other answer than the truth. */
export const otherProbability = (design: ResponseDesign): number => (1 - keepProbability(design)) / (design.bins - 1);

/**
 * k-ary randomized response (Kairouz, Bonawitz, Ramage 2016): the truth with {@link keepProbability}, else one of the other bins, each as likely.
 * Give one truth one answer for good: the mean of many answers would be the truth.
 * @param trueBin 0 to `bins` - 1
 * @returns 0 to `bins` - 1
 * @throws {RangeError} for a bin or a design that does not exist
 */
export function randomizeBin(trueBin: number, design: ResponseDesign, random: RandomWord): number {
  checkDesign(design);
  if (!Number.isInteger(trueBin) || trueBin < 0 || trueBin >= design.bins) throw new RangeError(`there is no bin ${trueBin}`);
  if (random() < keepProbability(design) * WORDS) return trueBin;
  const other = wholeBelow(design.bins - 1, random);
  return other < trueBin ? other : other + 1;
}

/** A whole number from 0 to `limit` - 1, each as likely: words that would favour the first ones are drawn again. */
function wholeBelow(limit: number, random: RandomWord): number {
  const fair = WORDS - (WORDS % limit);
  let word = random();
  while (word >= fair) word = random();
  return word % limit;
}

function checkDesign({ epsilon, bins }: ResponseDesign): void {
  if (!(epsilon > 0) || !Number.isFinite(epsilon)) throw new RangeError('epsilon must be above 0');
  if (!Number.isInteger(bins) || bins < 2) throw new RangeError('there must be at least 2 bins');
}
