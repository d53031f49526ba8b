import { expect, it } from 'vitest';
import { madeValues } from '../testing/made-history.ts';
import { createSimilarTags } from './similar-tags.ts';
import type { SourceSeries } from './source-series.ts';

const seriesOf = (tag: string, values: readonly (number | null)[], source: SourceSeries['source'] = 'csv', lastWeek = 2900): SourceSeries =>
  ({ source, tag, series: { id: `${source}:${tag}`, firstWeek: lastWeek - values.length + 1, values }, lastWeek });
const wave = (phaseWeeks: number): readonly number[] => madeValues({ tag: '', phaseWeeks, growth: 0 }, 156);

it('finds tags that move together, the nearest first, at the same source only', () => {
  const one = seriesOf('one', wave(0));
  const all = [one, seriesOf('near', wave(3)), seriesOf('nearest', wave(0).map((value) => 7 * value)), seriesOf('opposite', wave(26)), seriesOf('elsewhere', wave(0), 'pinterest')];
  expect(createSimilarTags(all)(one)).toEqual(['nearest', 'near']);
});

it('compares the same weeks, also of a series that ended earlier, has gaps or is short', () => {
  const one = seriesOf('one', wave(0));
  const earlier = seriesOf('earlier', wave(0).slice(0, -20), 'csv', 2880);
  const gaps = seriesOf('gaps', wave(0).map((value, k) => (k % 5 === 0 ? null : value)));
  expect(createSimilarTags([one, earlier, gaps])(one)).toEqual(expect.arrayContaining(['earlier', 'gaps']));
  expect(createSimilarTags([one, seriesOf('young', wave(0).slice(-10))])(one)).toEqual([]);
  expect(createSimilarTags([one, seriesOf('nothing', Array<number>(156).fill(0))])(one)).toEqual([]);
});
