import type { Miss } from './collect-misses.ts';
import { meanOf } from './numbers.ts';
import { toQuantiles } from './quantiles.ts';
import { CHANGE_WEEKS } from './trend-series.ts';
import { type ErrorCalibration, NO_OUTCOMES, type SeriesScale } from './trend-fit.ts';

const POINTS = 99;
const BANDS = 4;
const MIN_MISSES = 40;
/** A series' own misses count like this many of its cohort's. */
const SHRINK_ORIGINS = 4;
// A series that never missed in a quiet year may still miss: no scale is below this share of its cohort's.
const LEAST_SCALE = 0.2;

export interface Calibrated {
  readonly calibration: ErrorCalibration;
  readonly scales: Readonly<Record<string, SeriesScale>>;
}

/** Misses to quantiles in units of each series' own scale; `fallback` where there are too few. */
export function calibrateErrors(misses: readonly Miss[], fallback: ErrorCalibration): Calibrated {
  const changes = misses.flatMap(({ id, change }) => (change === undefined ? [] : [{ id, change }]));
  if (changes.length < MIN_MISSES) return { calibration: fallback, scales: {} };
  const changeScale = meanOf(changes.map(({ change }) => Math.abs(change))) || fallback.changeScale;
  const pathScale = meanOf(misses.map(pathMiss)) || fallback.pathScale;
  const scales = Object.fromEntries([...groupById(misses)].map(([id, own]) => [id, scaleOf(own, changeScale, pathScale)]));
  const of = (id: string): SeriesScale => scales[id] ?? { change: changeScale, path: pathScale };
  const bands = Array.from({ length: BANDS }, (_, band) => misses.flatMap(({ id, path }) =>
    Array.from(path.slice(band * CHANGE_WEEKS, (band + 1) * CHANGE_WEEKS), (miss) => miss / of(id).path)));
  return {
    scales,
    calibration: {
      changeScale, changeQuantiles: toQuantiles(changes.map(({ id, change }) => change / of(id).change), POINTS),
      pathScale, pathQuantiles: fillBands(bands.map((sample) => (sample.length < MIN_MISSES ? undefined : toQuantiles(sample, POINTS))), fallback),
      ...NO_OUTCOMES,
    },
  };
}

const pathMiss = ({ path }: Miss): number => meanOf(path.slice(0, CHANGE_WEEKS).map(Math.abs));

/** How far one series is missed, its own misses weighed against those of all. */
export function scaleOf(own: readonly Miss[], changeScale: number, pathScale: number): SeriesScale {
  const changes = own.flatMap(({ change }) => (change === undefined ? [] : [Math.abs(change)]));
  return { change: shrunk(changes, changeScale), path: shrunk(own.map(pathMiss), pathScale) };
}

function shrunk(own: readonly number[], pooled: number): number {
  const mean = (meanOf(own) * own.length + pooled * SHRINK_ORIGINS) / (own.length + SHRINK_ORIGINS);
  return Math.max(mean, LEAST_SCALE * pooled);
}

function groupById(misses: readonly Miss[]): Map<string, Miss[]> {
  return Map.groupBy(misses, ({ id }) => id);
}

// Weeks that no miss reaches are taken to be as uncertain as those before them.
function fillBands(bands: readonly (readonly number[] | undefined)[], fallback: ErrorCalibration): (readonly number[])[] {
  let last = fallback.pathQuantiles[0] ?? [];
  return bands.map((quantiles) => {
    last = quantiles ?? last;
    return last;
  });
}
