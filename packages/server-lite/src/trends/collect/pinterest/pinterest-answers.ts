import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

// Only what is used, and open for more.

/** A year of weeks, by the date of the week's last day; 100 is the highest of the year as it is known today. */
const TimeSeries = Type.Record(Type.String(), Type.Number({ minimum: 0, maximum: 1000 }));

/** Answer of `/trends/keywords/{region}/top/{type}`. */
export const TrendsAnswer = Compile(Type.Object({ trends: Type.Array(Type.Object({ keyword: Type.String(), time_series: TimeSeries })) }));

/** Body of every error. */
export const PinterestError = Compile(Type.Object({ code: Type.Integer(), message: Type.String() }));
