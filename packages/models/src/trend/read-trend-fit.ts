import { Check } from 'typebox/value';
import type { TrendFit } from './trend-fit.ts';
import { TrendFitSchema } from './trend-fit-schema.ts';

/** A fit from its JSON; undefined where that is none, or holds what is no number. */
export function readTrendFit(json: string): TrendFit | undefined {
  try {
    const fit: unknown = JSON.parse(json);
    return Check(TrendFitSchema, fit) ? fit : undefined;
  } catch {
    return undefined;
  }
}
