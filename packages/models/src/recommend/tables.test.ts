import { Check } from 'typebox/value';
import { expect, it } from 'vitest';
import { RecommendationTables } from '../contracts/index.ts';
import { makeTables } from './make-tables.ts';
import { readTables } from './read-tables.ts';
import { garment } from './testing/sample-sources.ts';

const HOUR_MS = 3_600_000;
const items = [garment('a', { sizesInStock: ['S'] }), garment('b', { garmentType: 'coat', colours: ['#ff0000', '#00ff00'] }), garment('c', { sizesInStock: ['S'], condition: 'used' })];
const figures = new Map([['a', { popularity: 3.33333, trend: 0, firstSeenMs: 0 }], ['b', { popularity: 8, trend: 2, firstSeenMs: 500 * HOUR_MS + 5 }]]);
const facts = {
  items, asOfMs: 501 * HOUR_MS + 59_999, leastShoppers: 5, rules: { pins: [], exclusions: [] }, figuresOf: (id: string) => figures.get(id) ?? { popularity: 0, trend: 0, firstSeenMs: 0 },
  followers: (id: string) => (id === 'a' ? [{ itemId: 'gone', weight: 9, boughtWeight: 0 }, { itemId: 'c', weight: 2.44444, boughtWeight: 1 }, { itemId: 'b', weight: 1, boughtWeight: 0 }] : []),
  sizes: [{ size: 'M', items: [{ itemId: 'b', score: 4 }, { itemId: 'gone', score: 3 }, { itemId: 'a', score: 2 }] }],
};

it('tells a device what the server counted, in numbers of the items', () => {
  const tables = makeTables(facts);
  expect(Check(RecommendationTables, tables)).toBe(true);
  expect(tables).toMatchObject({ asOfMs: 501 * HOUR_MS, garmentTypes: { values: ['tee', 'coat'], of: [0, 1, 0] }, sizesInStock: { values: [['S'], null], of: [0, 1, 0] }, used: [2], followers: [[2, 2.44, 1, 1, 1, 0], [], []] });
  const { catalog, crowd, followers } = readTables(tables);
  expect(catalog.all).toEqual(items);
  expect(crowd.popular).toEqual([{ itemId: 'b', score: 8 }, { itemId: 'a', score: 3.33 }]);
  expect([crowd.trending, crowd.newest]).toEqual([[{ itemId: 'b', score: 2 }], [{ itemId: 'b', score: 500 * HOUR_MS }]]);
  expect(crowd.popularInSize('M')).toEqual([{ itemId: 'b', score: 4 }, { itemId: 'a', score: 2 }]);
  expect(crowd.popularInSize('XS')).toEqual([]);
  expect(followers('a')).toEqual([{ itemId: 'c', weight: 2.44, boughtWeight: 1 }, { itemId: 'b', weight: 1, boughtWeight: 0 }]);
  expect(followers('gone')).toEqual([]);
});

it('leaves out what points nowhere', () => {
  const { followers, crowd } = readTables({ ...makeTables(facts), followers: [[99, 1, 0, 1, 2, 0, 5]], sizes: [{ size: 'M', items: [7, 1, 0.5, 3] }] });
  expect(followers('a')).toEqual([{ itemId: 'b', weight: 2, boughtWeight: 0 }]);
  expect(crowd.popularInSize('M')).toEqual([]);
});
