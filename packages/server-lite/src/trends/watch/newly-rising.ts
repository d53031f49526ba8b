import type { AttributeVocabulary } from '@vua/models/trend';
import type { TrendAlert } from '../alerts/trend-alert.ts';
import { BACK_TEST_VERSION } from '../fits/back-test-year.ts';
import type { IssuedForecast } from '../forecasts/issued-forecast.ts';
import { idOf } from '../serve/source-series.ts';
import type { TrendView } from '../serve/trend-view.ts';

const MOST = 5;

/** Tags that are said to rise now and were not the last time, the largest change first. None at the first time: all would be new. */
export function newlyRising(view: TrendView, before: readonly IssuedForecast[], vocabulary: AttributeVocabulary): Extract<TrendAlert, { kind: 'newly-rising' }>['tags'] {
  const last = new Map(before.filter(({ version }) => version !== BACK_TEST_VERSION).map((one) => [idOf(one), one]));
  return view.all
    .flatMap((one) => {
      const [forecast, earlier] = [view.forecastOf(one), last.get(one.series.id)];
      if (forecast.status !== 'forecast' || forecast.change.class !== 'rising' || earlier === undefined) return [];
      if (earlier.class === 'rising' || earlier.originWeek > one.lastWeek) return [];
      return [{ name: inWords(one.tag, vocabulary), change: forecast.change.value, probability: forecast.change.probabilities.rising }];
    })
    .sort((a, b) => b.change - a.change)
    .slice(0, MOST);
}

/** `colour:beige` as `beige (colour)`; what is no attribute as it is. */
function inWords(tag: string, { attributes }: AttributeVocabulary): string {
  const attribute = attributes.find(({ id }) => id === tag);
  return attribute === undefined ? tag : `${attribute.label.en} (${attribute.kind})`;
}
