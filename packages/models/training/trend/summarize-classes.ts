import { TREND_CLASSES, type TrendClass } from '../../src/trend/index.ts';

export interface ClassFigures {
  /** Mean over the classes that were said of how often they were right; null when none was said. */
  readonly precision: number | null;
  /** Share of forecasts with a class said. */
  readonly coverage: number;
  /** How often each class came true. */
  readonly baseRates: Readonly<Record<TrendClass, number>>;
  readonly issued: Readonly<Record<TrendClass, { readonly n: number; readonly precision: number | null }>>;
}

export function summarizeClasses(calls: readonly { readonly said: TrendClass | 'uncertain'; readonly truth: TrendClass }[]): ClassFigures {
  const of = <T>(value: (name: TrendClass) => T): Record<TrendClass, T> => ({ rising: value('rising'), flat: value('flat'), falling: value('falling') });
  const issued = of((name) => {
    const said = calls.filter((call) => call.said === name);
    return { n: said.length, precision: said.length === 0 ? null : said.filter(({ truth }) => truth === name).length / said.length };
  });
  const precisions = TREND_CLASSES.flatMap((name) => issued[name].precision ?? []);
  return {
    precision: precisions.length === 0 ? null : precisions.reduce((sum, value) => sum + value, 0) / precisions.length,
    coverage: calls.filter(({ said }) => said !== 'uncertain').length / calls.length,
    baseRates: of((name) => calls.filter(({ truth }) => truth === name).length / calls.length),
    issued,
  };
}
