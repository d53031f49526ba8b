/**
 * One way to forecast: weekly values (104 or more, no gaps, 0 or more, the latest last) to the next `horizonWeeks`.
 * Answers are finite; the ensemble keeps them at 0 or above.
 */
export type TrendMember = (history: Float64Array, horizonWeeks: number) => Float64Array;
