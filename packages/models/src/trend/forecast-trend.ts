import { classProbabilities, issuedClass } from './classify-change.ts';
import { type HistoryOf, levelOf } from './collect-misses.ts';
import { fillGaps } from './fill-gaps.ts';
import { type MemberKnowledge, type MemberPaths, forecastMembers } from './forecast-members.ts';
import { intervalsAround, missRanges } from './intervals-around.ts';
import { meanOf } from './numbers.ts';
import { ownScale } from './own-scale.ts';
import { baseOf, relativeChange } from './relative-change.ts';
import type { ChangeForecast, DataQuality, PathWeek, TrendForecast, TrendReasons } from './trend-forecast.ts';
import { CHANGE_WEEKS, MAX_HORIZON_WEEKS, SEASON_WEEKS, type TrendSeries } from './trend-series.ts';
import { START_WIDENING, type ErrorCalibration, type SeriesScale, type TrendFit, cohortOf } from './trend-fit.ts';

const MIN_WEEKS = 4;
const LOW_CONFIDENCE_WEEKS = 26;
const MUCH_MISSING = 0.25;
const MOMENTUM_WEEKS = 8;

interface Spread {
  readonly calibration: ErrorCalibration;
  readonly scale: SeriesScale;
}

/** The next `horizonWeeks` (1-52) of a series; it need not be among those of the fit, and may be newer than they are. */
export function forecastTrend(fit: TrendFit, series: TrendSeries, horizonWeeks: number): TrendForecast {
  if (!Number.isInteger(horizonWeeks) || horizonWeeks < 1 || horizonWeeks > MAX_HORIZON_WEEKS) return { status: 'unavailable', reason: 'horizon-out-of-range' };
  const { values, skipped, missing } = fillGaps(series.values);
  if (values.length - missing < MIN_WEEKS) return { status: 'unavailable', reason: 'history-too-short' };
  const history = { id: series.id, firstWeek: series.firstWeek + skipped, values };
  const knowledge = { ridge: fit.ridge, references: othersOf(fit, series.id) };
  const paths = forecastMembers(values, history.firstWeek, Math.max(horizonWeeks, CHANGE_WEEKS), knowledge);
  const spread = spreadOf(fit, history, knowledge);
  const typicalMiss = { change: spread.scale.change, week: spread.scale.path * levelOf(values) };
  const answer = { path: pathOf(paths, horizonWeeks, typicalMiss.week, spread.calibration), typicalMiss, quality: qualityOf(values, missing) };
  const base = baseOf(values);
  if (!(base > 0)) return { status: 'no-base', ...answer };
  return { status: 'forecast', ...answer, change: changeOf(paths, base, spread), reasons: reasonsOf(values, paths, base) };
}

/** What seasons are borrowed from: never from the series itself. */
function othersOf({ references }: TrendFit, ownId: string): MemberKnowledge['references'] {
  return references.some(({ id }) => id === ownId) ? references.filter(({ id }) => id !== ownId) : references;
}

function spreadOf(fit: TrendFit, history: HistoryOf, knowledge: MemberKnowledge): Spread {
  const cohort = cohortOf(history.values.length);
  const calibration = fit.calibration[cohort];
  if (cohort !== 'twoYears') return { calibration, scale: { change: calibration.changeScale, path: calibration.pathScale } };
  const fitted = Object.hasOwn(fit.scales, history.id) ? fit.scales[history.id] : undefined;
  return { calibration, scale: fitted ?? ownScale(history, knowledge, calibration) };
}

function pathOf({ ensemble, baseline }: MemberPaths, horizonWeeks: number, weekMiss: number, { pathQuantiles, pathWidening }: ErrorCalibration): PathWeek[] {
  const path: PathWeek[] = [];
  for (let from = 0; from < horizonWeeks; from += CHANGE_WEEKS) {
    const ranges = missRanges(pathQuantiles[from / CHANGE_WEEKS] ?? [], pathWidening);
    for (let h = from; h < Math.min(from + CHANGE_WEEKS, horizonWeeks); h += 1) {
      const value = ensemble[h] as number;
      path.push({ value, ...intervalsAround(value, weekMiss, ranges, 0), baseline: baseline[h] as number });
    }
  }
  return path;
}

function changeOf({ ensemble, baseline }: MemberPaths, base: number, { calibration: { changeQuantiles: quantiles, changeWidening: widening }, scale: { change: scale } }: Spread): ChangeForecast {
  const value = relativeChange(ensemble, base);
  // Chances follow what came true as the interval of 80 % does.
  const probabilities = classProbabilities(value, (scale * widening[80]) / START_WIDENING, quantiles);
  return {
    value, ...intervalsAround(value, scale, missRanges(quantiles, widening), -1),
    baseline: relativeChange(baseline, base), class: issuedClass(probabilities), probabilities,
  };
}

function qualityOf(values: Float64Array, missing: number): DataQuality {
  const weeks = values.length;
  const missingShare = missing / weeks;
  const reduced = weeks < SEASON_WEEKS || missingShare > MUCH_MISSING;
  return {
    historyWeeks: weeks, missingShare, zeroShare: countZeros(values) / weeks,
    confidence: weeks - missing < LOW_CONFIDENCE_WEEKS ? 'low' : reduced ? 'reduced' : 'normal',
    season: weeks < SEASON_WEEKS ? 'borrowed' : 'own',
  };
}

function countZeros(values: Float64Array): number {
  let zeros = 0;
  for (let t = 0; t < values.length; t += 1) if (values[t] === 0) zeros += 1;
  return zeros;
}

function reasonsOf(values: Float64Array, { baseline, members }: MemberPaths, base: number): TrendReasons {
  const end = values.length;
  const yearAgo = end - SEASON_WEEKS;
  const before = yearAgo >= MOMENTUM_WEEKS ? meanOf(values, yearAgo - MOMENTUM_WEEKS, yearAgo) : 0;
  const lastYear = yearAgo >= CHANGE_WEEKS ? meanOf(values, yearAgo - CHANGE_WEEKS, yearAgo) : 0;
  return {
    level: base,
    season: lastYear > 0 ? relativeChange(baseline, lastYear) : 0,
    momentum: before > 0 ? meanOf(values, end - MOMENTUM_WEEKS, end) / before - 1 : 0,
    members: Object.fromEntries(Object.entries(members).map(([name, path]) => [name, relativeChange(path, base)])),
  };
}
