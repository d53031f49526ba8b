import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ForecastRepository } from '../forecast-repository.ts';
import type { IssuedForecast } from '../issued-forecast.ts';

export interface OpenedForecasts {
  readonly repository: ForecastRepository;
  readonly close: () => Promise<void>;
}

export const issuedOf = (change: Partial<IssuedForecast> = {}): IssuedForecast =>
  ({ source: 'csv', tag: 'linen', originWeek: 2900, version: 1, change: 0.2, baseline: 0.1, interval80: [0.1, 0.3], interval95: [-0.05, 0.5], class: 'rising', typicalMiss: 0.1, historyWeeks: 208, actual: null, ...change });

/** What every repository of forecasts must do. */
export const describeForecastRepository = (name: string, open: () => Promise<OpenedForecasts>): void => void describe(`${name} forecasts`, () => {
  let opened: OpenedForecasts;
  beforeEach(async () => { opened = await open(); });
  afterEach(() => opened.close());

  it('are given back as they were issued, of each shop its own, in order', async () => {
    const [late, early, other] = [issuedOf({ originWeek: 2901, class: 'uncertain' }), issuedOf(), issuedOf({ tag: 'áo dài' })];
    await opened.repository.add('a', [late, other, early]);
    await opened.repository.add('b', [issuedOf({ tag: "'; --" })]);
    expect(await opened.repository.list('a', {})).toEqual([early, other, late]);
    expect(await opened.repository.list('a', { fromWeek: 2901 })).toEqual([late]);
    expect(await opened.repository.list('a', { toWeek: 2901, tags: ['linen'] })).toEqual([early]);
    expect([await opened.repository.list('a', { tags: [] }), await opened.repository.list('c', {})]).toEqual([[], []]);
  });

  it('keep their first word', async () => {
    await opened.repository.add('a', [issuedOf()]);
    await opened.repository.add('a', [issuedOf({ change: 9, version: 2 }), issuedOf({ tag: 'new' })]);
    expect(await opened.repository.list('a', {})).toEqual([issuedOf(), issuedOf({ tag: 'new' })]);
  });

  it('are judged, and nothing else', async () => {
    await opened.repository.add('a', [issuedOf(), issuedOf({ tag: 'other' })]);
    await opened.repository.judge('a', [{ source: 'csv', tag: 'linen', originWeek: 2900, actual: -0.3 }, { source: 'csv', tag: 'unknown', originWeek: 2900, actual: 1 }]);
    expect(await opened.repository.list('a', {})).toEqual([issuedOf({ actual: -0.3 }), issuedOf({ tag: 'other' })]);
  });
});
