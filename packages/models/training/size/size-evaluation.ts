import type { BodyEstimate } from '../../src/body/index.ts';
import { GRADED_GARMENTS, GRADINGS_CM, type GradedGarment, gradedCharts } from './grading-charts.ts';
import { type JudgedAdvice, isTableReadingRight, judgeAdvice } from './judge-advice.ts';
import type { EstimatedPerson } from './read-estimates.ts';

/** How advice from one kind of knowledge did on one garment. Shares, 0-1; null where there was no such case. */
export interface AdviceFigures {
  /** Share of all cases in which one size was recommended; people whose pictures were refused count as not. */
  readonly coverage: number;
  /** Share of the recommended that were right. */
  readonly precision: number | null;
  readonly between: number;
  /** Share of the cases between two sizes in which one of the two was right. */
  readonly betweenContainsTruth: number | null;
  readonly unavailable: number;
}

/** Figures of one garment with one grading. */
export interface ChartFigures extends AdviceFigures {
  readonly gradingCm: number;
  /** People times places of the chart. */
  readonly n: number;
  /** Every zone at once: share of the recommended whose true body has a size that holds it everywhere (with the centimetre), and how many of these got one. */
  readonly everyZone: { readonly possible: number | null; readonly precision: number | null };
  /** Largest share that could be recommended with 90 % of it right, by the best limit on these very cases. */
  readonly coverageAt90: number;
  readonly naive: { readonly precision: number };
  readonly picturesOnly: AdviceFigures;
  readonly heightWeightOnly: AdviceFigures;
}

/** Cases whose probability lay from `from` to `to`, and how often it came true. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly predicted: number;
  readonly observed: number;
}

/** What `eval:size` writes. */
export interface SizeEvaluation {
  readonly people: number;
  readonly refused: number;
  readonly charts: Readonly<Record<string, ChartFigures>>;
  /** That the advised size, or one of the two, fits at every zone: what the shopper is told. All charts of both gradings pooled. */
  readonly statedReliability: Readonly<Record<'pictures' | 'picturesWithMass' | 'heightWeightOnly', readonly ReliabilityBin[]>>;
  /** That a size is the best one. All charts of both gradings pooled; every size that got at least 1 %. */
  readonly reliability: Readonly<Record<'pictures' | 'picturesWithMass' | 'heightWeightOnly', readonly ReliabilityBin[]>>;
}

type Knowledge = keyof SizeEvaluation['reliability'];
type BodyOf = (person: EstimatedPerson, knowledge: Knowledge) => BodyEstimate | undefined;
type Judged = JudgedAdvice & { readonly isTableReadingRight: boolean };

const KNOWLEDGE: readonly Knowledge[] = ['picturesWithMass', 'pictures', 'heightWeightOnly'];
const BIN_EDGES = [0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1.0001];

/** Advises every person on every chart from each kind of knowledge. @param heightWeightOnly estimate from stature and mass. */
export function evaluateSizes(people: readonly EstimatedPerson[], heightWeightOnly: (person: EstimatedPerson) => BodyEstimate): SizeEvaluation {
  const bodyOf: BodyOf = (person, knowledge) => (knowledge === 'heightWeightOnly' ? heightWeightOnly(person) : person[knowledge]);
  const all: Record<Knowledge, Judged[]> = { pictures: [], picturesWithMass: [], heightWeightOnly: [] };
  const charts: Record<string, ChartFigures> = {};
  for (const garment of GRADED_GARMENTS) {
    for (const gradingCm of GRADINGS_CM) {
      const judged = KNOWLEDGE.map((knowledge) => judgeAll(garment, gradingCm, people, (person) => bodyOf(person, knowledge)));
      KNOWLEDGE.forEach((knowledge, k) => all[knowledge].push(...(judged[k]?.cases ?? [])));
      const [withMass, pictures, answers] = judged;
      if (withMass && pictures && answers && withMass.n > 0) charts[`${garment.name}-${gradingCm}cm`] = chartFigures(gradingCm, { withMass, pictures, answers });
    }
  }
  return {
    people: people.length,
    refused: people.filter(({ pictures }) => pictures === undefined).length,
    charts,
    statedReliability: byKnowledge((knowledge) => statedReliability(all[knowledge])),
    reliability: byKnowledge((knowledge) => bestReliability(all[knowledge])),
  };
}

/** `n` counts the people that gave no body, too. */
interface Cases {
  readonly n: number;
  readonly cases: readonly Judged[];
}

function judgeAll(garment: GradedGarment, gradingCm: number, people: readonly EstimatedPerson[], bodyOf: (person: EstimatedPerson) => BodyEstimate | undefined): Cases {
  const charts = gradedCharts(garment, gradingCm);
  const cases = people.flatMap((person) => {
    const [body, { truth }] = [bodyOf(person), person];
    return body === undefined ? [] : charts.map((chart) => ({ ...judgeAdvice(chart, body, truth), isTableReadingRight: isTableReadingRight(chart, body, truth) }));
  });
  return { n: charts.length * people.length, cases };
}

function chartFigures(gradingCm: number, { withMass, pictures, answers }: Readonly<Record<'withMass' | 'pictures' | 'answers', Cases>>): ChartFigures {
  const recommended = withMass.cases.filter(({ status }) => status === 'recommended');
  return {
    gradingCm, n: withMass.n,
    ...adviceFigures(withMass),
    everyZone: {
      possible: share(recommended, ({ isChartedBody }) => isChartedBody),
      precision: share(recommended.filter(({ isChartedBody }) => isChartedBody), ({ isRightEverywhere }) => isRightEverywhere),
    },
    coverageAt90: coverageAt90(withMass),
    naive: { precision: share(withMass.cases, (one) => one.isTableReadingRight) ?? 0 },
    picturesOnly: adviceFigures(pictures),
    heightWeightOnly: adviceFigures(answers),
  };
}

function adviceFigures({ n, cases }: Cases): AdviceFigures {
  const of = (status: JudgedAdvice['status']): readonly Judged[] => cases.filter((one) => one.status === status);
  const isRight = (one: Judged): boolean => one.isRight;
  return {
    coverage: rounded(of('recommended').length / n), precision: share(of('recommended'), isRight),
    between: rounded(of('between').length / n), betweenContainsTruth: share(of('between'), isRight),
    unavailable: rounded((of('unavailable').length + n - cases.length) / n),
  };
}

function coverageAt90({ n, cases }: Cases): number {
  const surestFirst = cases.map(({ likeliest }) => likeliest).toSorted((a, b) => b.right - a.right);
  let [right, most] = [0, 0];
  surestFirst.forEach((one, index) => {
    right += Number(one.isRight);
    if (right >= 0.9 * (index + 1)) most = index + 1;
  });
  return rounded(most / n);
}

const byKnowledge = <T>(of: (knowledge: Knowledge) => T): Record<Knowledge, T> => ({ picturesWithMass: of('picturesWithMass'), pictures: of('pictures'), heightWeightOnly: of('heightWeightOnly') });

const bestReliability = (cases: readonly Judged[]): ReliabilityBin[] => reliability(cases.flatMap(({ places }) => places.map(({ probability, isBest }) => ({ probability, isTrue: isBest }))));

const statedReliability = (cases: readonly Judged[]): ReliabilityBin[] =>
  reliability(cases.filter(({ status }) => status !== 'unavailable').map(({ stated, isRightEverywhere }) => ({ probability: stated, isTrue: isRightEverywhere })));

function reliability(told: readonly { readonly probability: number; readonly isTrue: boolean }[]): ReliabilityBin[] {
  return BIN_EDGES.slice(1).flatMap((to, index) => {
    const from = BIN_EDGES[index] ?? 0;
    const inside = told.filter(({ probability }) => probability >= from && probability < to);
    if (inside.length === 0) return [];
    const predicted = inside.reduce((sum, { probability }) => sum + probability, 0) / inside.length;
    return [{ from, to: Math.min(1, to), n: inside.length, predicted: rounded(predicted), observed: share(inside, ({ isTrue }) => isTrue) ?? 0 }];
  });
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number | null {
  return all.length === 0 ? null : rounded(all.filter(is).length / all.length);
}

const rounded = (value: number): number => Number(value.toFixed(3));
