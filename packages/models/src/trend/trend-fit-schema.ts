import { Type } from 'typebox';
import { CHANGE_WEEKS, SEASON_WEEKS } from './trend-series.ts';
import { WINDOW_WEEKS } from './members/ridge-window.ts';

const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const Scale = Type.Number({ exclusiveMinimum: 0 });
const BANDS = 4;
/** Far more than any fit has: what is made up must not cost much before it is refused. */
const MOST_QUANTILES = 1000;
const MOST_SERIES = 100_000;

const Quantiles = Type.Array(Type.Number(), { minItems: 1, maxItems: MOST_QUANTILES });
const Widening = Type.Object({ 80: Scale, 95: Scale });
const Calibration = Type.Object({
  changeScale: Scale, changeQuantiles: Quantiles,
  pathScale: Scale, pathQuantiles: Type.Array(Quantiles, { minItems: BANDS, maxItems: BANDS }),
  changeWidening: Widening, pathWidening: Widening,
});
const rowOf = (length: number) => Type.Array(Type.Number(), { minItems: length, maxItems: length });

/** `TrendFit` as JSON. */
export const TrendFitSchema = Type.Object({
  fittedToWeek: Count,
  seriesCount: Count,
  ridge: Type.Union([Type.Array(rowOf(WINDOW_WEEKS + 1), { minItems: CHANGE_WEEKS, maxItems: CHANGE_WEEKS }), Type.Null()]),
  references: Type.Array(Type.Object({ id: Type.String(), shape: rowOf(SEASON_WEEKS) }), { maxItems: MOST_SERIES }),
  calibration: Type.Object({ twoYears: Calibration, oneYear: Calibration, nineMonths: Calibration, halfYear: Calibration, less: Calibration }),
  scales: Type.Record(Type.String(), Type.Object({ change: Scale, path: Scale }), { maxProperties: MOST_SERIES }),
});
