import { Check } from 'typebox/value';
import type { TrendFit } from './trend-fit.ts';
import { TrendFitSchema } from './trend-fit-schema.ts';

/** A fit from the JSON of `fit.json` or `shadow.json`; undefined where it is none, or holds what is no number. */
export function readTrendFit(bytes: Uint8Array): TrendFit | undefined {
  try {
    const fit: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Check(TrendFitSchema, fit) ? fit : undefined;
  } catch {
    return undefined;
  }
}
