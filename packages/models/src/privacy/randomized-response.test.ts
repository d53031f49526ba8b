import { describe, expect, it } from 'vitest';
import { estimateShare } from './estimate-share.ts';
import { keepProbability, otherProbability, randomizeBin, type RandomWord, type ResponseDesign } from './randomized-response.ts';
import { DEFAULT_DESIGN, RESPONSE_DESIGNS } from './statistics-bins.ts';

const SEED = Number(process.env['VUA_SEED'] ?? 20_261_120);
const DESIGNS: readonly ResponseDesign[] = RESPONSE_DESIGNS.epsilons.flatMap((epsilon) => RESPONSE_DESIGNS.bins.map((bins) => ({ epsilon, bins })));

/** sfc32: passes the usual batteries, and can be replayed. */
function seededWords(seed: number): RandomWord {
  let [a, b, c, d] = [seed, seed ^ 0x9e3779b9, seed ^ 0x243f6a88, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let index = 0; index < 20; index += 1) next();
  return next;
}

function drawAnswers(trueBin: number, draws: number, design: ResponseDesign, random: RandomWord): number[] {
  const counts = Array.from({ length: design.bins }, () => 0);
  for (let draw = 0; draw < draws; draw += 1) {
    const answer = randomizeBin(trueBin, design, random);
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

/** The chance of an answer, given the truth. */
function chanceOf(answer: number, trueBin: number, design: ResponseDesign): number {
  return answer === trueBin ? keepProbability(design) : otherProbability(design);
}

describe.each(DESIGNS)('epsilon $epsilon, $bins bins', (design) => {
  const bins = Array.from({ length: design.bins }, (_, bin) => bin);

  it('no answer tells two truths apart by more than e^epsilon', () => {
    const ratios = bins.flatMap((answer) => bins.flatMap((one) => bins.map((other) => chanceOf(answer, one, design) / chanceOf(answer, other, design))));
    expect(Math.max(...ratios)).toBeLessThanOrEqual(Math.exp(design.epsilon));
    expect(Math.max(...ratios)).toBeGreaterThan(Math.exp(design.epsilon) * 0.999_999);
  });

  it('the chances add up', () => {
    expect(bins.reduce((sum, answer) => sum + chanceOf(answer, 1, design), 0)).toBeCloseTo(1, 12);
  });
});

// Upper 0.1 % points of chi-square with 3, 7 and 15 degrees of freedom.
describe.each([[4, 16.27], [8, 24.32], [16, 37.7]])('%i bins', (bins, limit) => {
  it(`a million answers fall as they should (seed ${SEED})`, () => {
    const design = { epsilon: 2, bins };
    const draws = 1_000_000;
    const counts = drawAnswers(2, draws, design, seededWords(SEED + bins));
    const chiSquare = counts.reduce((sum, count, answer) => sum + (count - draws * chanceOf(answer, 2, design)) ** 2 / (draws * chanceOf(answer, 2, design)), 0);
    expect(chiSquare).toBeLessThan(limit);
  });
});

it('keeps and changes exactly at the threshold', () => {
  const threshold = keepProbability(DEFAULT_DESIGN) * 2 ** 32;
  expect(randomizeBin(5, DEFAULT_DESIGN, () => threshold - 1)).toBe(5);
  expect(randomizeBin(5, DEFAULT_DESIGN, wordsOf(threshold, 4))).toBe(4);
  expect(randomizeBin(5, DEFAULT_DESIGN, wordsOf(threshold, 5))).toBe(6);
});

it('draws again where a word would favour the first bins', () => {
  // 2^32 is 4 above a multiple of 7: the last 4 words would fall on bins 0 to 3 once more.
  expect(randomizeBin(7, DEFAULT_DESIGN, wordsOf(2 ** 32 - 1, 2 ** 32 - 4, 2))).toBe(2);
});

it.each([[-1, DEFAULT_DESIGN], [8, DEFAULT_DESIGN], [0.5, DEFAULT_DESIGN], [0, { epsilon: 0, bins: 8 }], [0, { epsilon: 1, bins: 1 }], [0, { epsilon: Number.NaN, bins: 8 }]])('refuses bin %d of %j', (bin, design) => {
  expect(() => randomizeBin(bin, design, () => 0)).toThrow(RangeError);
});

it(`finds the true shares again, within its standard error (seed ${SEED})`, () => {
  const random = seededWords(SEED);
  const shares = [0.02, 0.1, 0.25, 0.3, 0.2, 0.1, 0.03, 0];
  const answers = 100_000;
  const counts = shares.map((share, bin) => drawAnswers(bin, Math.round(share * answers), DEFAULT_DESIGN, random))
    .reduce((sum, part) => sum.map((count, bin) => count + (part[bin] ?? 0)));
  const misses = counts.map((count, bin) => {
    const { share, standardError } = estimateShare(count, answers, 1, DEFAULT_DESIGN);
    return Math.abs(share - (shares[bin] ?? 0)) / standardError;
  });
  expect(Math.max(...misses)).toBeLessThan(4);
});

it('the standard error is that of many repetitions', () => {
  const random = seededWords(SEED + 1);
  const estimates = Array.from({ length: 400 }, () => estimateShare(drawAnswers(3, 500, DEFAULT_DESIGN, random)[2] ?? 0, 500, 1, DEFAULT_DESIGN));
  const mean = estimates.reduce((sum, { share }) => sum + share, 0) / 400;
  const spread = Math.sqrt(estimates.reduce((sum, { share }) => sum + (share - mean) ** 2, 0) / 399);
  const stated = estimates.reduce((sum, { standardError }) => sum + standardError, 0) / 400;
  expect(Math.abs(mean)).toBeLessThan(4 * stated / 20);
  expect(spread / stated).toBeGreaterThan(0.85);
  expect(spread / stated).toBeLessThan(1.15);
});

it('all bins together are everybody', () => {
  const { share, standardError } = estimateShare(321, 321, 8, DEFAULT_DESIGN);
  expect(share).toBeCloseTo(1, 12);
  expect(standardError).toBe(0);
});

function wordsOf(...words: readonly number[]): RandomWord {
  const left = [...words];
  return () => left.shift() ?? 0;
}
