import type { TrendAccuracyReport, TrendLine, TrendPathWeek, TrendWeeks } from '@vua/models/contracts';
import type { SeenAnswer } from '../doubts-of.ts';
import { WEEK_MS } from '../week.ts';

/** Monday, a number of weeks after one. */
export const mondayAfter = (monday: string, weeks: number): string => new Date(Date.parse(monday) + weeks * WEEK_MS).toISOString().slice(0, 10);

export const madeSeen = (firstWeek: string, values: readonly (number | null)[]): TrendWeeks['weeks'] =>
  values.flatMap((value, k) => (value === null ? [] : [{ week: mondayAfter(firstWeek, k), value }]));

export const madePath = (firstWeek: string, values: readonly number[], spread = 1): TrendPathWeek[] => values.map((value, k) => ({
  week: mondayAfter(firstWeek, k), value, baseline: value, interval80: { low: Math.max(0, value - spread), high: value + spread }, interval95: { low: Math.max(0, value - 2 * spread), high: value + 2 * spread },
}));

const CHANGE = { value: 0.2, interval80: { low: 0.1, high: 0.3 }, interval95: { low: 0, high: 0.4 }, baseline: 0.1, class: 'rising', probability: 0.8, probabilities: { rising: 0.8, flat: 0.15, falling: 0.05 } } as const;

export const madeLine = (line: Partial<TrendLine>): TrendLine => ({ tag: 'linen', source: 'csv', asOfWeek: '2026-11-16', trendScore: 88, change: CHANGE, confidence: 'normal', ...line });

type Forecast = Extract<SeenAnswer, { status: 'forecast' }>;

export const madeAnswer = ({ quality, change, ...answer }: { readonly quality?: Partial<Forecast['quality']>; readonly change?: Partial<Forecast['change']> } & Partial<Pick<Forecast, 'tag' | 'path'>> = {}): Forecast => ({
  status: 'forecast', tag: 'linen', source: 'csv', asOfWeek: '2026-11-16', trendScore: 88, path: [], why: { level: 10, season: 0.1, momentum: 0.05, similarTags: [] }, ...answer,
  change: { ...CHANGE, ...change }, quality: { historyWeeks: 208, missingShare: 0, zeroShare: 0, ageWeeks: 0, confidence: 'normal', season: 'own', ...quality },
});

const FIGURES = { judged: 24, mae: 0.11, maeBaseline: 0.17, precision: 0.9, called: 0.7, within80: 0.8, within95: 0.94 };

/** Two weeks that were judged, and a version of each kind. */
export const madeAccuracy = (): TrendAccuracyReport => ({
  overall: FIGURES, sources: [{ source: 'csv', ...FIGURES }],
  weeks: [{ week: '2026-06-01', judged: 12, mae: 0.12, maeBaseline: 0.18 }, { week: '2026-06-22', judged: 12, mae: 0.1, maeBaseline: 0.16 }],
  fits: [
    { number: 3, version: '3a0123456789', madeMs: Date.UTC(2026, 10, 20, 3), status: 'rejected', reason: 'weekly', report: { series: 12, judged: 60, maeNew: 0.13, maeLive: 0.12, maeBaseline: 0.17 } },
    { number: 2, version: '2a0123456789', madeMs: Date.UTC(2026, 10, 13, 3), status: 'active', reason: 'mean-error', report: { series: 12, judged: 60, maeNew: 0.12, maeLive: 0.16, maeBaseline: 0.17 } },
    { number: 1, version: '1a0123456789', madeMs: Date.UTC(2026, 10, 6, 3), status: 'retired', reason: 'first', report: { series: 12, judged: 60, maeNew: 0.16, maeLive: null, maeBaseline: 0.17 } },
  ],
});
