import { fitTrends } from '@vua/models/trend';
import { hashOf } from '../../storage/hash-of.ts';
import type { NewTrends } from '../fits/trend-version.ts';

const NOTHING = fitTrends([]);

/** What was learned, as it is kept: of nothing, and live where nothing is, unless told otherwise. Of another `week` it is another version. */
export const learnedTrends = ({ week = 0, ...given }: Partial<NewTrends> & { readonly week?: number } = {}): NewTrends => ({
  madeMs: 1_764_400_000_000, reason: 'first', report: { series: 3, judged: 12, maeNew: 0.1, maeLive: null, maeBaseline: 0.2 }, seriesSha256: hashOf(String(week)),
  fit: { ...NOTHING, fittedToWeek: week }, shadow: NOTHING, goesLive: true, replaces: null, ...given,
});
